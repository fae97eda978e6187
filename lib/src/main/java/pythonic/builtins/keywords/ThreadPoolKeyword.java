package pythonic.builtins.keywords;

/** A keyword that {@code multiprocessing.pool.ThreadPool} takes. */
public sealed interface ThreadPoolKeyword extends Keyword
    permits Initargs, Initializer, Processes {}
