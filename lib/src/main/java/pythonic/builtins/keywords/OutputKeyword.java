package pythonic.builtins.keywords;

/** A keyword that {@code subprocess.getoutput} takes. */
public sealed interface OutputKeyword extends Keyword
    permits Encoding, Errors {}
