package pythonic.concurrent.futures;

import static pythonic.builtins.Builtins.with;
import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.name;
import static pythonic.builtins.Keywords.target;
import static pythonic.builtins.Keywords.timeout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.RuntimeError;
import pythonic.internal.calls.Call;
import pythonic.internal.lifecycle.Lifecycle;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.OneShot;
import pythonic.queue.Empty;
import pythonic.queue.SimpleQueue;
import pythonic.threading.Lock;
import pythonic.threading.Thread;

/**
 * The threads of an executor and the queue of what they are to do. They are daemons, so that an executor which nobody
 * shuts down does not keep the JVM alive; instead the JVM's end waits until they have done what was submitted.
 * Nothing here holds the executor itself, so that the threads end when the program has lost it.
 */
final class ThreadWorkers {

  private static final System.Logger LOGGER = System.getLogger("concurrent.futures");

  private final int limit;
  private final String prefix;
  private final boolean daemonic;
  private final @Nullable Call initializer;

  /** What is to be done, in order; null asks the thread that takes it to end, and to pass it on. */
  private final SimpleQueue<@Nullable WorkItem<?>> queue = new SimpleQueue<>();

  /**
   * How many calls were submitted and are not done. A thread is started when there are more of them than threads, so
   * a call never waits for a busy thread while another may be started.
   */
  private final AtomicInteger unfinished = new AtomicInteger();

  /** Held to change the five fields below, and to submit, so that nothing is submitted after a shutdown. */
  private final Lock lock = new Lock();

  private final List<Thread> threads = new ArrayList<>();
  private int alive;
  private volatile boolean shutdown;
  private @Nullable String broken;
  private Lifecycle.@Nullable Registration exit;

  /** What the threads that are alive are doing. */
  private final List<PoolWorker> workers = new CopyOnWriteArrayList<>();

  /** Happens after the shutdown, when no thread is left that runs calls. */
  private final OneShot terminated = new OneShot();

  ThreadWorkers(int limit, String prefix, boolean daemonic, @Nullable Call initializer) {
    this.limit = limit;
    this.prefix = prefix;
    this.daemonic = daemonic;
    this.initializer = initializer;
  }

  <R extends @Nullable Object> Future<R> submit(Call call) {
    var future = new Future<R>();
    var item = new WorkItem<>(future, call, this);
    future.item(item);
    try (var _ = with(lock)) {
      if (broken != null) {
        throw new BrokenThreadPool(broken);
      }
      if (shutdown) {
        throw new RuntimeError("cannot schedule new futures after shutdown");
      }
      if (Lifecycle.isExiting()) {
        throw new RuntimeError("cannot schedule new futures after interpreter shutdown");
      }
      if (exit == null && !daemonic) {
        exit = Lifecycle.beforeExit(this::finish);
      }
      queue.put(item);
      if (unfinished.incrementAndGet() > threads.size() && threads.size() < limit) {
        startThread();
      }
    }
    return future;
  }

  private void startThread() {
    var thread = new Thread(target(this::_worker), name(prefix + "_" + threads.size()), daemon(true));
    thread.start();
    threads.add(thread);
    alive++;
  }

  private void _worker() {
    var worker = new PoolWorker();
    workers.add(worker);
    try {
      if (initialize()) {
        runAll(worker);
        queue.put(null);
      }
    } finally {
      workers.remove(worker);
      ended();
    }
  }

  private boolean initialize() {
    if (initializer == null) {
      return true;
    }
    try {
      initializer.run();
      return true;
    } catch (Throwable e) { // user code: whatever it is, this executor is of no more use
      LOGGER.log(System.Logger.Level.ERROR, "Exception in initializer:", e);
      breakDown();
      return false;
    }
  }

  private void runAll(PoolWorker worker) {
    for (WorkItem<?> item = take(); item != null; item = take()) {
      try {
        worker.run(item);
      } catch (Throwable e) { // out of a callback, which may raise any but an Exception
        LOGGER.log(System.Logger.Level.ERROR, "Exception in worker", e);
      } finally {
        unfinished.decrementAndGet();
      }
    }
  }

  private @Nullable WorkItem<?> take() {
    while (true) {
      try {
        return queue.get();
      } catch (KeyboardInterrupt e) { // nobody has a reason to interrupt an idle worker
        LOGGER.log(System.Logger.Level.DEBUG, "an idle worker was interrupted", e);
      }
    }
  }

  private void ended() {
    try (var _ = with(lock)) {
      alive--;
      terminateWhenDone();
    }
  }

  /** With the lock held. Until then the program's end waits, also for an executor that was shut down without waiting. */
  private void terminateWhenDone() {
    if (shutdown && alive == 0) {
      terminated.happen();
      if (exit != null) {
        exit.cancel();
      }
    }
  }

  private void breakDown() {
    String text = "A thread initializer failed, the thread pool is not usable anymore";
    List<WorkItem<?>> left;
    try (var _ = with(lock)) {
      broken = text;
      left = drain();
    }
    left.forEach(item -> item.future().tryFinish(null, new BrokenThreadPool(text)));
  }

  /** Takes back what has not begun. Its callbacks are called later, without the lock: they may submit. */
  private List<WorkItem<?>> drain() {
    var items = new ArrayList<WorkItem<?>>();
    try {
      while (true) {
        WorkItem<?> item = queue.get_nowait();
        if (item != null) {
          items.add(item);
          unfinished.decrementAndGet();
        }
      }
    } catch (Empty e) {
      return items;
    }
  }

  /** Takes no more calls. {@return those that have not begun, if they are to be taken back} */
  private List<WorkItem<?>> shutDown(boolean takeBack) {
    try (var _ = with(lock)) {
      shutdown = true;
      List<WorkItem<?>> left = takeBack ? drain() : List.of();
      queue.put(null);
      terminateWhenDone();
      return left;
    }
  }

  /** Takes no more calls. Those that are cancelled count as noticed: no worker will come to them. */
  void shutdown(boolean cancelFutures) {
    for (WorkItem<?> item : shutDown(cancelFutures)) {
      if (item.future().cancel()) {
        item.future().beginRun(java.lang.Thread.currentThread());
      }
    }
  }

  /** Takes no more calls, and interrupts those that run. {@return those that have not begun} */
  List<WorkItem<?>> shutdownNow() {
    List<WorkItem<?>> left = shutDown(true);
    for (PoolWorker worker : workers) {
      WorkItem<?> running = worker.item();
      if (running != null) {
        running.future().interruptRunner();
      }
    }
    return left;
  }

  boolean isShutdown() {
    return shutdown;
  }

  boolean isTerminated() {
    return terminated.hasHappened();
  }

  /** Waits for a shutdown and the end of all calls. {@return false if the deadline passed first} */
  boolean awaitTermination(Deadline deadline) {
    return terminated.await(deadline);
  }

  /** Waits until the threads have ended, after {@link #shutdown}. {@return false if the deadline passed first} */
  boolean join(Deadline deadline) {
    for (Thread thread : List.copyOf(threads)) {
      if (thread.is_alive()) {
        thread.join(timeout(deadline.remainingSeconds()));
      }
      if (thread.is_alive()) {
        return false;
      }
    }
    return true;
  }

  /** {@return what has not ended at this moment} */
  UnfinishedCalls unfinishedCalls() {
    var running = new ArrayList<RunningCall>();
    for (PoolWorker worker : workers) {
      WorkItem<?> item = worker.item();
      if (item != null) {
        var stack = Arrays.asList(worker.thread().getStackTrace());
        running.add(new RunningCall(item.future(), worker.thread().getName(), List.copyOf(stack)));
      }
    }
    return new UnfinishedCalls(List.copyOf(running), Math.max(0, unfinished.get() - running.size()));
  }

  private void finish() {
    shutdown(false);
    join(Deadline.NEVER);
  }
}
