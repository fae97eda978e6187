package pythonic.builtins;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.keywords.Buffersize;
import pythonic.builtins.keywords.Chunksize;
import pythonic.builtins.keywords.MaxTasksPerChild;
import pythonic.builtins.keywords.Maxtasksperchild;
import pythonic.builtins.keywords.MpContext;
import pythonic.builtins.keywords.OnWorkerDeath;
import pythonic.builtins.keywords.Processes;

/** The keywords of pools and executors of processes. */
abstract sealed class PoolKeywords extends InitializerKeywords permits PoolExtraKeywords {

  PoolKeywords() {}

  /**
   * {@code processes=count} of a pool.
   *
   * @param count the number of workers, null for one a core
   * @return the keyword
   */
  public static Processes processes(@Nullable Integer count) {
    return new Processes(count);
  }

  /**
   * {@code maxtasksperchild=count} of a pool.
   *
   * @param count after how many tasks a worker is replaced, null for never
   * @return the keyword
   */
  public static Maxtasksperchild maxtasksperchild(@Nullable Integer count) {
    return new Maxtasksperchild(count);
  }

  /**
   * {@code chunksize=}.
   *
   * @param count how many calls travel to a worker process together
   * @return the keyword
   */
  public static Chunksize chunksize(int count) {
    return new Chunksize(count);
  }

  /**
   * {@code buffersize=} of an executor's map.
   *
   * @param count how many calls are submitted at most whose results were not asked for, null to submit all at once
   * @return the keyword
   */
  public static Buffersize buffersize(@Nullable Integer count) {
    return new Buffersize(count);
  }

  /**
   * {@code on_worker_death=} of a pool of processes. Not in Python.
   *
   * @param policy what becomes of a task whose worker ends in the middle of it: {@code fail}, {@code retry}, from the
   *     beginning and at most twice, or {@code break}, which fails all tasks and ends the pool
   * @return the keyword
   */
  public static OnWorkerDeath on_worker_death(String policy) {
    return new OnWorkerDeath(policy);
  }

  /**
   * {@code max_tasks_per_child=} of an executor of processes.
   *
   * @param count after how many tasks a worker is replaced, null for never
   * @return the keyword
   */
  public static MaxTasksPerChild max_tasks_per_child(@Nullable Integer count) {
    return new MaxTasksPerChild(count);
  }

  /**
   * {@code mp_context=} of an executor of processes.
   *
   * @param <C> the type of the context
   * @param context from {@code get_context}, null for the default one
   * @return the keyword
   */
  public static <C> MpContext<C> mp_context(@Nullable C context) {
    return new MpContext<>(context);
  }
}
