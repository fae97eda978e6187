package pythonic.builtins.keywords;

/** A keyword that {@code multiprocessing.Pool} takes. */
public sealed interface PoolKeyword extends Keyword
    permits CpuIds, EnableInsights, Initargs, Initializer, Maxtasksperchild, OnWorkerDeath, Processes, TaskTimeout, WorkerExit, WorkerMemory, WorkerState {}
