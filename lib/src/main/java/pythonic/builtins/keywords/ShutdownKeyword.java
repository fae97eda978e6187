package pythonic.builtins.keywords;

/** A keyword that {@code shutdown} of an executor takes. */
public sealed interface ShutdownKeyword extends Keyword
    permits CancelFutures, Wait {}
