package pythonic.builtins;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.keywords.CpuIds;
import pythonic.builtins.keywords.EnableInsights;
import pythonic.builtins.keywords.ProgressBar;
import pythonic.builtins.keywords.TaskTimeout;
import pythonic.builtins.keywords.WorkerExit;
import pythonic.builtins.keywords.WorkerMemory;
import pythonic.builtins.keywords.WorkerState;

/** The keywords of pools and executors that Python has not; most have the names of the library mpire. */
abstract sealed class PoolExtraKeywords extends PoolKeywords permits FuncKeywords {

  PoolExtraKeywords() {}

  /**
   * {@code worker_exit=function} of a pool. Not in Python.
   *
   * @param function what each worker calls when it has done its last task, null for nothing. What it raises is printed
   *     on standard error. A worker that is killed or terminated does not come to it
   * @return the keyword
   */
  public static WorkerExit worker_exit(@Nullable Procedure0 function) {
    return new WorkerExit(function);
  }

  /**
   * {@code worker_state=factory} of a pool. Not in Python.
   *
   * @param factory called once by each worker, after the initializer; tasks get what it returns from
   *     {@code Pool.worker_state()}
   * @return the keyword
   */
  public static WorkerState worker_state(@Nullable Function0<?> factory) {
    return new WorkerState(factory);
  }

  /**
   * {@code task_timeout=seconds} of a pool or of one of its calls. Not in Python.
   *
   * @param seconds how long one task may take, from its begin in the worker, null for no limit. A task that takes longer
   *     fails with a TimeoutError; its worker process is ended and replaced, its worker thread is interrupted
   * @return the keyword
   */
  public static TaskTimeout task_timeout(@Nullable Double seconds) {
    return new TaskTimeout(seconds);
  }

  /**
   * {@code task_timeout=seconds} of a pool or of one of its calls. Not in Python.
   *
   * @param seconds how long one task may take
   * @return the keyword
   */
  public static TaskTimeout task_timeout(double seconds) {
    return new TaskTimeout(seconds);
  }

  /**
   * {@code worker_memory=bytes} of a pool of processes. Not in Python.
   *
   * @param bytes how large a worker's heap may get: a task that needs more fails with Java's OutOfMemoryError. A worker
   *     whose resident memory, which is more than the heap, has grown by more than that since its start is replaced after
   *     the task (on Linux). Null is no limit
   * @return the keyword
   */
  public static WorkerMemory worker_memory(@Nullable Long bytes) {
    return new WorkerMemory(bytes);
  }

  /**
   * {@code worker_memory=bytes} of a pool of processes. Not in Python.
   *
   * @param bytes how large a worker's heap may get
   * @return the keyword
   */
  public static WorkerMemory worker_memory(long bytes) {
    return new WorkerMemory(bytes);
  }

  /**
   * {@code cpu_ids=ids} of a pool of processes: pins workers to processors. Not in Python; on Linux only.
   *
   * @param ids the processor of each worker, or one for all
   * @return the keyword
   */
  public static CpuIds cpu_ids(int... ids) {
    return new CpuIds(Arrays.stream(ids).mapToObj(List::of).toList());
  }

  /**
   * {@code cpu_ids=ids} of a pool of processes: pins workers to processors. Not in Python; on Linux only.
   *
   * @param ids the processors of each worker, or one list for all
   * @return the keyword
   */
  public static CpuIds cpu_ids(List<List<Integer>> ids) {
    return new CpuIds(ids);
  }

  /**
   * {@code enable_insights=value} of a pool. Not in Python.
   *
   * @param value whether the pool notes what its workers do, for {@code insights()}
   * @return the keyword
   */
  public static EnableInsights enable_insights(boolean value) {
    return new EnableInsights(value);
  }

  /**
   * {@code progress_bar=value} of a pool's or an executor's map. Not in Python.
   *
   * @param value whether a bar on standard error shows how many calls are done; there is none where standard error is no
   *     terminal. It needs the library {@code me.tongfei:progressbar}
   * @return the keyword
   */
  public static ProgressBar progress_bar(boolean value) {
    return new ProgressBar(value);
  }
}
