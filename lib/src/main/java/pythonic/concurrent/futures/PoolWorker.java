package pythonic.concurrent.futures;

import java.util.Collection;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;

/**
 * A thread that runs calls of an executor, and what it is doing.
 *
 * <p>A call that waits without a time limit for another call of its own executor, which is still in the queue, runs
 * that call itself, in the midst of the wait. So a full executor whose calls wait for each other does not hang, and
 * nothing is run that the waiting call, or one that it waits for, does not need anyway. If what it waits for cannot
 * end before it goes on itself, the wait is refused.
 */
final class PoolWorker {

  private static final ThreadLocal<@Nullable PoolWorker> CURRENT = new ThreadLocal<>();

  private final Thread thread = Thread.currentThread();

  /** Null for a thread that runs but one call, which the executor has given back. */
  private final @Nullable ThreadWorkers pool;

  /**
   * Held to interrupt the thread, and to change from one call to another within it. So an interrupt reaches the call
   * that it is meant for: it is sent while that one runs, and while nobody goes on to another.
   */
  private final Mutex mutex = new Mutex();

  /** The innermost of the calls that the thread is in. Written by the thread itself. */
  private volatile @Nullable PoolTask<?> task;

  /**
   * Whether the thread is not about to take a call out of the queue: set before it waits for one, cleared before it looks.
   * So who has found a call gone from the queue, and here neither this nor a {@link #task}, will see the task in a moment.
   */
  private volatile boolean idle = true;

  /** What the innermost call waits for without a time limit. Written by the thread itself, a new object for each wait. */
  private volatile @Nullable Wanted wanted;

  PoolWorker(@Nullable ThreadWorkers pool) {
    this.pool = pool;
  }

  /** Makes the current thread this worker, until it ends. */
  void bind() {
    CURRENT.set(this);
  }

  /** {@return the worker that this thread is, null if it is none or between two calls} */
  static @Nullable PoolWorker current() {
    PoolWorker worker = CURRENT.get();
    return worker == null || worker.task == null ? null : worker;
  }

  Thread thread() {
    return thread;
  }

  @Nullable PoolTask<?> task() {
    return task;
  }

  void idle(boolean value) {
    idle = value;
  }

  /** {@return the call that the thread is in, or is just taking out of the queue; null if there is none} */
  @Nullable PoolTask<?> taskOrNext() {
    PoolTask<?> seen = task;
    while (seen == null && !idle) {
      Thread.onSpinWait(); // a few instructions
      seen = task;
    }
    return seen;
  }

  @Nullable Wanted wanted() {
    return wanted;
  }

  /** Runs a call from the queue. */
  void run(PoolTask<?> next) {
    task = next;
    try {
      next.run(this);
    } finally {
      task = null;
      Thread.interrupted(); // what was meant for the call that is over
    }
  }

  /** Runs a call in the midst of another. An interrupt that is meant for the outer one waits until that goes on. */
  private void runWithin(PoolTask<?> outer, PoolTask<?> next) {
    mutex.acquireUninterruptibly();
    task = next;
    boolean interrupted = Thread.interrupted();
    mutex.tryRelease();
    try {
      next.run(this);
    } finally {
      mutex.acquireUninterruptibly();
      task = outer;
      Thread.interrupted(); // what was meant for the call that is over
      if (interrupted || outer.status().isDone()) {
        thread.interrupt(); // the outer call was cancelled meanwhile
      }
      mutex.tryRelease();
    }
  }

  /** The call is over, and its end not yet known: the thread is free for another. */
  void ending() {
    if (pool != null) {
      pool.ending();
    }
  }

  /** There is more to do for the call: the thread is not free yet. */
  void busyAgain() {
    if (pool != null) {
      pool.busyAgain();
    }
  }

  /** Cancels a call that this thread runs, and interrupts it. {@return false if the call is over} */
  boolean cancel(PoolTask<?> running) {
    return stop(running, () -> running.cancel(this));
  }

  /** Settles a call that this thread runs, in a way that may come too late, and interrupts it. {@return false if too late} */
  boolean stop(PoolTask<?> running, BooleanSupplier settle) {
    mutex.acquireUninterruptibly();
    try {
      if (!settle.getAsBoolean()) {
        return false;
      }
      if (running.equals(task)) {
        thread.interrupt(); // the thread does not go on to another call before it has had the mutex
      }
      return true;
    } finally {
      mutex.tryRelease();
    }
  }

  /** Waits until whoever has cancelled the call, which is over, has sent the interrupt that belongs to it. */
  void awaitCanceller() {
    mutex.acquireUninterruptibly();
    mutex.tryRelease();
  }

  /** Interrupts the thread if it runs a call. For an executor that has nothing else to run afterwards. */
  void interrupt() {
    if (task != null) {
      thread.interrupt();
    }
  }

  /** Runs the call of a future here, or notices that it was cancelled, if it is in the queue of the same executor. */
  void help(PoolTask<?> wanted) {
    PoolTask<?> outer = task;
    if (outer != null && outer.pool() == wanted.pool() && wanted.isQueued()) {
      runWithin(outer, wanted);
    }
  }

  /**
   * For a wait that needs but one of several futures: helps only if no worker is free to run the call. Otherwise one
   * that waits for the outer call would be run in its midst, and neither could go on.
   *
   * @param wanted the futures
   * @param over whether the wait is over
   */
  void helpAny(Collection<? extends Future<?>> wanted, BooleanSupplier over) {
    for (Future<?> future : wanted) {
      if (over.getAsBoolean() || pool == null || !pool.isBusy()) {
        return;
      }
      help(future);
    }
  }

  /** Waits for a future without a time limit, from within a call. */
  void await(Future<?> future) {
    help(future);
    if (!future.status().isDone()) {
      var _ = await(Wanted.result(future), () -> future.awaitDone(Deadline.NEVER));
    }
  }

  /**
   * Waits without a time limit, from within a call.
   *
   * @param futures what is waited for
   * @param wait the wait itself
   * @return what the wait returns
   * @throws pythonic.builtins.RuntimeError if that would never end, since what it waits for waits for this call
   */
  <R> R await(Wanted futures, Supplier<R> wait) {
    PoolTask<?> waiting = task;
    if (waiting == null) {
      return wait.get();
    }
    try {
      Wanted told = futures;
      wanted = told; // before the look: of two that begin to wait for each other at once, one sees the other
      for (PoolTask<?> queued = WaitCircle.wayOut(this, waiting, told);
          queued != null;
          queued = WaitCircle.wayOut(this, waiting, told)) {
        wanted = null;
        runWithin(waiting, queued);
        told = told.again();
        wanted = told;
      }
      return wait.get();
    } finally {
      wanted = null;
    }
  }
}
