package pythonic.concurrent.futures;

import static pythonic.builtins.Keywords.timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.RuntimeError;
import pythonic.internal.calls.Call;
import pythonic.internal.lifecycle.Lifecycle;
import pythonic.internal.pool.ThreadExtras;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.waiting.OneShot;
import pythonic.threading.Thread;

/**
 * The threads of an executor and the queue of what they are to do. They are daemons; instead of them the JVM's end
 * waits until they have done what was submitted. Nothing here holds the executor itself, so that the threads end when
 * the program has lost it.
 */
final class ThreadWorkers {

  private static final System.Logger LOGGER = System.getLogger("concurrent.futures");

  private final WorkerThreads kind;
  private final int limit;
  private final boolean daemonic;
  private final ThreadHooks hooks;

  private final TaskQueue queue = new TaskQueue();

  /** Held for a moment to change the fields below, deaf to interrupts: what was submitted must not look refused. */
  private final Mutex mutex = new Mutex();

  private final List<Thread> threads = new ArrayList<>();
  private int alive;
  private volatile boolean shutdown;
  private volatile @Nullable String broken;
  private Lifecycle.@Nullable Registration exit;

  /** The program's end knows of this pool, and it is neither shut down nor broken. */
  private volatile boolean open;

  /** How many threads were started. It never decreases. */
  private volatile int started;

  /**
   * How many calls were submitted and are not done, counted while threads can still be started. One is started when
   * there are more calls than threads, so a call never waits for a busy thread while another may be started.
   */
  private final AtomicInteger unfinished = new AtomicInteger();

  /** What the threads that are alive are doing. */
  private final Set<PoolWorker> workers = ConcurrentHashMap.newKeySet();

  /** Happens after the shutdown, when no thread is left that runs calls. */
  private final OneShot terminated = new OneShot();

  ThreadWorkers(WorkerThreads kind, boolean daemonic, ThreadHooks hooks) {
    this.kind = kind;
    this.limit = kind.limit();
    this.daemonic = daemonic;
    this.hooks = hooks;
  }

  /*
   * A call goes into the queue without a lock. If it was there before the end, a worker comes to it, or the end takes
   * it back; if the end came first, who submits finds that afterwards and takes the call back itself. The future's
   * state decides between them.
   */
  <R extends @Nullable Object> Future<R> submit(Call call) {
    if (!open || Lifecycle.isExiting()) {
      admit();
    }
    var future = new Future<R>(call, this);
    queue.add(future);
    if (!open && future.withdraw()) {
      throw refusal();
    }
    if (started < limit) {
      grow(future);
    }
    queue.wake();
    return future;
  }

  /** Raises what a call is refused with, or else makes the pool known to the program's end. */
  private void admit() {
    try (var _ = mutex.hold()) {
      if (shutdown || broken != null) {
        throw refusal();
      }
      if (Lifecycle.isExiting()) {
        throw new RuntimeError("cannot schedule new futures after interpreter shutdown");
      }
      if (exit == null && !daemonic) {
        exit = Lifecycle.beforeExit(() -> {
          shutdown(false);
          join(Deadline.NEVER);
        });
      }
      open = true;
    }
  }

  private RuntimeError refusal() {
    String text = broken;
    return text != null ? new BrokenThreadPool(text) : new RuntimeError("cannot schedule new futures after shutdown");
  }

  /** Starts a thread for a call in the queue, if there is none for it. */
  private void grow(Future<?> future) {
    if (unfinished.incrementAndGet() <= started) {
      return;
    }
    try (var _ = mutex.hold()) {
      if (open) {
        startThreadIfNeeded();
      } else if (started == 0 && future.withdraw()) { // no worker will come to it
        throw refusal();
      }
    }
  }

  /** With the mutex held. */
  private void startThreadIfNeeded() {
    if (unfinished.get() > started && started < limit) {
      int number = started;
      threads.add(kind.start(number, () -> _worker(number)));
      alive++;
      started = threads.size();
    }
  }

  /** A worker's call is over. */
  void ending() {
    if (started < limit) {
      unfinished.decrementAndGet();
    }
  }

  /** A worker is not free yet, though its call is over. */
  void busyAgain() {
    if (started < limit && unfinished.incrementAndGet() > started) {
      try (var _ = mutex.hold()) {
        startThreadIfNeeded();
      }
    }
  }

  /** {@return whether no thread is free, and none may be started} */
  boolean isBusy() {
    return workers.size() == limit && workers.stream().allMatch(worker -> worker.task() != null);
  }

  /** {@return the workers, null if there may be another one soon} */
  @Nullable Set<PoolWorker> workersIfFull() {
    return workers.size() < limit ? null : workers;
  }

  private void _worker(int number) {
    var worker = new PoolWorker(this);
    worker.bind();
    workers.add(worker);
    try {
      ThreadExtras extra = hooks.of(number);
      if (initialize(extra)) {
        runAll(worker);
        extra.leave();
      }
    } finally {
      workers.remove(worker);
      ended();
    }
  }

  private boolean initialize(ThreadExtras extra) {
    try {
      hooks.begin(extra);
      return true;
    } catch (Throwable e) { // user code: whatever it is, this executor is of no more use
      LOGGER.log(System.Logger.Level.ERROR, "Exception in initializer:", e);
      breakDown();
      return false;
    }
  }

  private void runAll(PoolWorker worker) {
    worker.idle(false);
    for (Future<?> task = queue.take(worker); task != null; task = queue.take(worker)) {
      try {
        worker.run(task);
      } catch (Throwable e) { // out of a callback, which may raise any but an Exception
        LOGGER.log(System.Logger.Level.ERROR, "Exception in worker", e);
      }
    }
    worker.idle(true);
  }

  private void ended() {
    try (var _ = mutex.hold()) {
      alive--;
      terminateWhenDone();
    }
  }

  /** With the mutex held. Until then the program's end waits, also for an executor that was shut down without waiting. */
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
    try (var _ = mutex.hold()) {
      broken = text;
      open = false;
    }
    queue.drain().forEach(future -> future.tryFinish(null, new BrokenThreadPool(text)));
  }

  /** Takes no more calls. {@return those that have not begun, if they are to be taken back} */
  private List<Future<?>> shutDown(boolean takeBack) {
    List<Future<?>> left;
    try (var _ = mutex.hold()) {
      shutdown = true;
      open = false;
      left = takeBack ? queue.drain() : List.of();
      terminateWhenDone();
    }
    queue.close();
    return left;
  }

  /** Takes no more calls. Those that are cancelled count as noticed: no worker will come to them. */
  void shutdown(boolean cancelFutures) {
    for (Future<?> future : shutDown(cancelFutures)) {
      var _ = future.tryCancel();
      var _ = future.notice();
    }
  }

  /** Takes no more calls, and interrupts those that run. {@return those that have not begun} */
  List<Future<?>> shutdownNow() {
    List<Future<?>> left = shutDown(true);
    workers.forEach(PoolWorker::interrupt);
    return left.stream().filter(future -> future.status() == FutureStatus.PENDING).collect(Collectors.toList());
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
    for (Thread thread : threads()) {
      if (thread.is_alive()) {
        thread.join(timeout(deadline.remainingSeconds()));
      }
      if (thread.is_alive()) {
        return false;
      }
    }
    return true;
  }

  private List<Thread> threads() {
    try (var _ = mutex.hold()) {
      return List.copyOf(threads);
    }
  }

  /** {@return what has not ended at this moment} */
  UnfinishedCalls unfinishedCalls() {
    return UnfinishedCalls.now(queue, workers);
  }

}
