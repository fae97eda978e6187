package pythonic.builtins.keywords;

/** A keyword that {@code multiprocessing.pool.ThreadPool} takes. */
public sealed interface ThreadPoolKeyword extends Keyword
    permits EnableInsights, Initargs, Initializer, Processes, TaskTimeout, WorkerExit, WorkerState {}
