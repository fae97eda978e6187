package pythonic.multiprocessing.pool;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ContextManager;
import pythonic.builtins.Keywords;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.keywords.ApplyAsyncKeyword;
import pythonic.builtins.keywords.Args;
import pythonic.builtins.keywords.Callback;
import pythonic.builtins.keywords.ErrorCallback;
import pythonic.builtins.keywords.Initargs;
import pythonic.builtins.keywords.Initializer;
import pythonic.builtins.keywords.Kwds;
import pythonic.builtins.keywords.Maxtasksperchild;
import pythonic.builtins.keywords.PoolKeyword;
import pythonic.builtins.keywords.Processes;
import pythonic.internal.calls.Call;
import pythonic.internal.calls.Given;
import pythonic.internal.lifecycle.Lifecycle;
import pythonic.internal.text.Traceback;
import pythonic.multiprocessing.Multiprocessing;
import pythonic.multiprocessing.Process;
import pythonic.multiprocessing.context.BaseContext;
import pythonic.queue.Queue;
import pythonic.queue.ShutDown;
import pythonic.threading.Thread;

/**
 * A pool of worker processes. A worker that dies costs only the task that it was performing, whose {@code get()}
 * raises {@link pythonic.multiprocessing.WorkerLostError}; another takes its place.
 *
 * <p>Left by {@code try (var pool = new Pool(5)) { ... }} it takes no more work and finishes what it has; Python's
 * {@code with} would terminate it.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool">Python: Pool</a>
 */
public non-sealed class Pool extends ApplyCalls implements ContextManager {

  /** A task, and what came back for it. */
  record Finished(Task task, Reply reply) {}

  private final Queue<Task> tasks = new Queue<>();
  private final Queue<Finished> results = new Queue<>();
  private final List<WorkerSlot> slots;
  private final AtomicInteger running;
  private final Thread resultThread;

  /** Written before anything can shut the pool down, and so before the result thread reads it. */
  private Lifecycle.@Nullable Registration exit;

  /**
   * A pool of so many workers.
   *
   * @param processes the number of workers
   * @throws ValueError if it is less than 1
   */
  public Pool(int processes) {
    this(Keywords.processes(processes));
  }

  /**
   * A pool whose workers are started at once.
   *
   * @param keywords any of {@code processes} (one a processor), {@code initializer} (none), {@code initargs} (none),
   *     {@code maxtasksperchild} (no limit)
   * @throws ValueError if {@code processes} is less than 1, or {@code maxtasksperchild} is
   * @throws pythonic.builtins.TypeError if the initializer or an argument of it cannot travel; it names the path
   */
  public Pool(PoolKeyword... keywords) {
    this(Multiprocessing.get_context(), keywords);
  }

  /**
   * A pool of so many workers, which are started in a context's way. Python's keyword {@code context}.
   *
   * @param context from {@code get_context}
   * @param processes the number of workers
   * @throws ValueError if it is less than 1
   */
  public Pool(BaseContext context, int processes) {
    this(context, Keywords.processes(processes));
  }

  /**
   * A pool whose workers are started at once, in a context's way. Python's keyword {@code context}.
   *
   * @param context from {@code get_context}
   * @param keywords as those of {@link #Pool(PoolKeyword...)}
   */
  @SuppressWarnings("this-escape") // as the last statement: whoever sees it then sees it whole
  public Pool(BaseContext context, PoolKeyword... keywords) {
    Processes processes = Given.find("Pool", keywords, Processes.class);
    Initializer initializer = Given.find("Pool", keywords, Initializer.class);
    Initargs initargs = Given.find("Pool", keywords, Initargs.class);
    Maxtasksperchild maxtasks = Given.find("Pool", keywords, Maxtasksperchild.class);
    int count = processes == null || processes.count() == null ? Multiprocessing.cpu_count() : processes.count();
    if (count < 1) {
      throw new ValueError("Number of processes must be at least 1");
    }
    Integer limit = maxtasks == null ? null : maxtasks.count();
    if (limit != null && limit < 1) {
      throw new ValueError("maxtasksperchild must be a positive int or None");
    }
    Call first = initializer == null || initializer.function() == null
        ? null
        : Call.of(initializer.function(), initargs == null ? null : new Args(initargs.values()), null);
    slots = Stream.generate(() -> new WorkerSlot(tasks, results, () -> worker(context, first, limit), limit, this::slotEnded)).limit(count).toList();
    running = new AtomicInteger(count);
    resultThread = new Thread(Keywords.target(this::_handle_results), Keywords.daemon(true));
    resultThread.start();
    startWorkers();
    exit = Lifecycle.beforeExit(this::finish);
  }

  /** Where not all workers can be started, those that were are ended, and there is no pool. */
  private void startWorkers() {
    int started = 0;
    try {
      for (WorkerSlot slot : slots) {
        slot.start();
        started++;
      }
    } finally {
      if (started < slots.size()) {
        tasks.shutdown();
        results.shutdown();
        slots.subList(0, started).forEach(WorkerSlot::terminate);
      }
    }
  }

  private static Process worker(BaseContext context, @Nullable Call initializer, @Nullable Integer maxtasks) {
    var process =
        context.Process(Keywords.target(Worker::main), Keywords.args(initializer, maxtasks), Keywords.daemon(true));
    process.name(process.name().replace("Process", "PoolWorker"));
    return process;
  }

  @Override
  final <R extends @Nullable Object> AsyncResult<R> submit(Callable function, ApplyAsyncKeyword... keywords) {
    Args args = Given.find("apply_async", keywords, Args.class);
    Kwds kwds = Given.find("apply_async", keywords, Kwds.class);
    var call = Call.of(function, args, kwds == null ? null : Keywords.kwargs(kwds.values()));
    var result = new AsyncResult<R>();
    try {
      tasks.put(
          new Task(
              call,
              result,
              Given.find("apply_async", keywords, Callback.class),
              Given.find("apply_async", keywords, ErrorCallback.class)));
    } catch (ShutDown e) {
      throw (ValueError) new ValueError("Pool not running").initCause(e);
    }
    return result;
  }

  /** The result thread, named as Python's. A callback that fails is reported and costs nothing else. */
  private void _handle_results() {
    try {
      while (true) {
        Finished finished = results.get();
        Outcome outcome = finished.reply().outcome(finished.task().loader());
        try {
          finished.task().settle(outcome);
        } catch (Throwable e) { // user code: whatever it is, the other results must still arrive
          System.err.print("Exception in callback of " + finished.task().description() + ":\n"
              + Traceback.format(e));
        }
      }
    } catch (ShutDown e) {
      Lifecycle.Registration registration = exit;
      if (registration != null) { // null where not all workers could be started
        registration.cancel();
      }
    }
  }

  private void slotEnded() {
    if (running.decrementAndGet() == 0) {
      results.shutdown();
    }
  }

  /** Takes no more work. The workers end when they have done what was submitted. */
  @Override
  public void close() {
    tasks.shutdown();
  }

  /**
   * Ends the workers at once. Tasks that were not done fail with {@link pythonic.multiprocessing.ProcessError};
   * CPython would let their {@code get()} wait for ever.
   */
  public void terminate() {
    tasks.shutdown();
    slots.forEach(WorkerSlot::terminate);
    join();
  }

  /**
   * Waits until the workers have ended, after {@link #close} or {@link #terminate}.
   *
   * @throws ValueError if the pool still takes work
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public void join() {
    if (!tasks.is_shutdown()) {
      throw new ValueError("Pool is still running");
    }
    slots.forEach(WorkerSlot::join);
    resultThread.join();
  }

  /** At the program's end: a pool that was closed does what it has, one that was not is ended, as in Python. */
  private void finish() {
    if (tasks.is_shutdown()) {
      join();
    } else {
      terminate();
    }
  }

  /**
   * {@code with(pool)}: for a pool that was made before.
   *
   * @throws ValueError if it is closed
   */
  @Override
  public void enter() {
    if (tasks.is_shutdown()) {
      throw new ValueError("Pool not running");
    }
  }

  /** {@return Python's repr} */
  @Override
  public String toString() {
    String state = tasks.is_shutdown() ? "CLOSE" : "RUN";
    return "<multiprocessing.pool.Pool state=" + state + " pool_size=" + slots.size() + ">";
  }
}
