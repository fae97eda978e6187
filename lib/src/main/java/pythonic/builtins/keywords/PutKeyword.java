package pythonic.builtins.keywords;

/** A keyword that {@code put} of a queue takes. */
public sealed interface PutKeyword extends Keyword
    permits Block, Timeout {}
