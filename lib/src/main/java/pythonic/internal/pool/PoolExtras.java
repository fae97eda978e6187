package pythonic.internal.pool;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.keywords.CpuIds;
import pythonic.builtins.keywords.EnableInsights;
import pythonic.builtins.keywords.Keyword;
import pythonic.builtins.keywords.TaskTimeout;
import pythonic.builtins.keywords.WorkerExit;
import pythonic.builtins.keywords.WorkerMemory;
import pythonic.builtins.keywords.WorkerState;
import pythonic.internal.calls.Given;
import pythonic.internal.child.ChildOptions;

/** What a pool has that Python's has not, as far as its keywords ask for it. Workers get what concerns them. */
public final class PoolExtras implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  /** The JVM itself needs so much of its heap. */
  private static final long LEAST_MEMORY = 16L << 20;

  private final @Nullable Procedure0 worker_exit;
  private final @Nullable Function0<?> worker_state;
  private final @Nullable Long memory;
  private final boolean insights;
  private final transient double limit;
  private final transient List<List<Integer>> cpus;
  private final transient @Nullable Timeline timeline;

  private PoolExtras(String call, Keyword[] keywords, int workers) {
    WorkerExit exit = Given.find(call, keywords, WorkerExit.class);
    WorkerState state = Given.find(call, keywords, WorkerState.class);
    WorkerMemory most = Given.find(call, keywords, WorkerMemory.class);
    CpuIds ids = Given.find(call, keywords, CpuIds.class);
    EnableInsights enabled = Given.find(call, keywords, EnableInsights.class);
    worker_exit = exit == null ? null : exit.function();
    worker_state = state == null ? null : state.factory();
    memory = most == null ? null : most.bytes();
    if (memory != null && memory < LEAST_MEMORY) {
      throw new ValueError("worker_memory must be at least " + LEAST_MEMORY);
    }
    limit = limit(Given.find(call, keywords, TaskTimeout.class), 0);
    cpus = ids == null ? List.of() : Processors.checked(ids.ids(), workers);
    insights = enabled != null && enabled.value();
    timeline = insights ? new Timeline(workers) : null;
  }

  /** What the keywords of a pool with so many workers ask for. */
  public static PoolExtras of(String call, Keyword[] keywords, int workers) {
    return new PoolExtras(call, keywords, workers);
  }

  /** {@return what a worker must know, null for nothing} */
  @Nullable PoolExtras forWorker() {
    return worker_exit == null && worker_state == null && memory == null && !insights ? null : this;
  }

  /** {@return how many seconds a task may take, 0 for no limit} */
  public double limit() {
    return limit;
  }

  /** {@return how many seconds a task may take that was given a limit, or else this one; 0 for no limit} */
  public static double limit(@Nullable TaskTimeout given, double otherwise) {
    if (given == null) {
      return otherwise;
    }
    Double seconds = given.seconds();
    if (seconds != null && !(seconds > 0)) {
      throw new ValueError("task_timeout must be None or > 0");
    }
    return seconds == null ? 0 : seconds;
  }

  @Nullable Procedure0 workerExit() {
    return worker_exit;
  }

  @Nullable Function0<?> workerState() {
    return worker_state;
  }

  @Nullable Long memory() {
    return memory;
  }

  boolean hasInsights() {
    return insights;
  }

  /** {@return what the workers did so far, null if nobody asked for that} */
  @Nullable Timeline timeline() {
    return timeline;
  }

  /**
   * {@return what the workers did so far}
   *
   * @throws RuntimeError if the pool was not asked to note it
   */
  public Timeline insights() {
    if (timeline == null) {
      throw new RuntimeError("insights() needs a pool that was made with enable_insights(true)");
    }
    return timeline;
  }

  /** Starts the process of a worker in the way that was asked for. */
  public void start(int worker, Runnable start) {
    if (memory == null && cpus.isEmpty()) {
      start.run();
      return;
    }
    var options = new ArrayList<String>();
    if (memory != null) {
      options.add("-Xmx" + memory);
      options.add("-Xms8m"); // what the parent was given may be more than that
    }
    List<String> prefix = cpus.isEmpty() ? List.of() : Processors.command(cpus.get(cpus.size() == 1 ? 0 : worker));
    ChildOptions.with(options, prefix, start);
  }
}
