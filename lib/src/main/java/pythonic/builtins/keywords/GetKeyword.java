package pythonic.builtins.keywords;

/** A keyword that {@code get} of a queue takes. */
public sealed interface GetKeyword extends Keyword
    permits Block, Timeout {}
