package pythonic.builtins.keywords;

/** A keyword that {@code wait} for futures takes. */
public sealed interface WaitKeyword extends Keyword
    permits ReturnWhen, Timeout {}
