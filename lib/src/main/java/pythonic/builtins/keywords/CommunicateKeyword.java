package pythonic.builtins.keywords;

/** A keyword that {@code Popen.communicate} takes. */
public sealed interface CommunicateKeyword extends Keyword
    permits InputBytes, InputText, Timeout {}
