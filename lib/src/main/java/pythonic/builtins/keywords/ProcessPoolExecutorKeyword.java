package pythonic.builtins.keywords;

/** A keyword that {@code ProcessPoolExecutor} takes. */
public sealed interface ProcessPoolExecutorKeyword extends Keyword
    permits CpuIds, EnableInsights, Initargs, Initializer, MaxTasksPerChild, MaxWorkers, MpContext, OnWorkerDeath, TaskTimeout, WorkerExit, WorkerMemory, WorkerState {}
