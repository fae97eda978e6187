package pythonic.builtins.keywords;

/** A keyword that {@code ThreadPoolExecutor} takes. */
public sealed interface ThreadPoolExecutorKeyword extends Keyword
    permits Daemon, Initargs, Initializer, MaxWorkers, TaskTimeout, ThreadNamePrefix, Virtual, WorkerExit, WorkerState {}
