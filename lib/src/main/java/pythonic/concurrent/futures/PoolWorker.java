package pythonic.concurrent.futures;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.RuntimeError;
import pythonic.internal.waiting.Deadline;

/**
 * What a thread of an executor is doing.
 *
 * <p>A call that waits without a time limit for another call of its own executor, which is still in the queue, runs
 * that call itself, in the midst of the wait. So a full executor whose calls wait for each other does not hang, and
 * nothing is run that the waiting call does not need anyway. If the other call runs already and waits in its turn for
 * this one, the wait is refused.
 */
final class PoolWorker {

  /** More waits than this one after another are taken for no circle. */
  private static final int LONGEST_CIRCLE = 10_000;

  private static final ThreadLocal<@Nullable PoolWorker> CURRENT = new ThreadLocal<>();

  private final Thread thread = Thread.currentThread();

  /** The innermost of the calls that the thread is in. Written by the thread itself. */
  private volatile @Nullable WorkItem<?> item;

  /** Makes the current thread a worker, until it ends. */
  PoolWorker() {
    CURRENT.set(this);
  }

  /** {@return the worker that this thread is, null if it is none or between two calls} */
  static @Nullable PoolWorker current() {
    PoolWorker worker = CURRENT.get();
    return worker == null || worker.item == null ? null : worker;
  }

  Thread thread() {
    return thread;
  }

  @Nullable WorkItem<?> item() {
    return item;
  }

  /** Runs a call: one from the queue, or in the midst of another one. */
  void run(WorkItem<?> next) {
    WorkItem<?> outer = item;
    if (outer != null) {
      outer.future().runner(null); // an interrupt meant for the outer call waits until it goes on
    }
    item = next;
    try {
      next.run();
    } finally {
      item = outer;
      Thread.interrupted(); // what was meant for the call that is over
      if (outer != null) {
        outer.future().runner(thread);
      }
    }
  }

  /** Runs the call of a future here, or notices that it was cancelled, if it is in the queue of the same executor. */
  void help(FutureState<?> wanted) {
    WorkItem<?> next = wanted.item();
    WorkItem<?> outer = item;
    boolean inQueue = wanted.status() == FutureStatus.PENDING || wanted.status() == FutureStatus.CANCELLED;
    if (next == null || outer == null || next.pool() != outer.pool() || !inQueue) {
      return;
    }
    outer.awaited(wanted);
    try {
      run(next);
    } finally {
      outer.awaited(null);
    }
  }

  /**
   * Waits for a future without a time limit, from within a call.
   *
   * @throws RuntimeError if that would never end, since what it waits for waits for this call
   */
  void await(FutureState<?> wanted) {
    help(wanted);
    WorkItem<?> waiting = item;
    if (waiting == null) {
      wanted.whenDone().await(Deadline.NEVER);
      return;
    }
    waiting.awaited(wanted); // before the look: of two that begin to wait for each other at once, one sees the other
    try {
      refuseCircle(waiting, wanted);
      wanted.whenDone().await(Deadline.NEVER);
    } finally {
      waiting.awaited(null);
    }
  }

  @SuppressWarnings("ReferenceEquality") // the same future is meant, not an equal one
  private static void refuseCircle(WorkItem<?> waiting, FutureState<?> wanted) {
    FutureState<?> next = wanted;
    for (int i = 0; i < LONGEST_CIRCLE && next != null; i++) {
      if (next == waiting.future()) {
        throw new RuntimeError(
            next == wanted && i == 0
                ? "deadlock: the call waits for its own " + wanted
                : "deadlock: the call of " + waiting.future() + " waits for " + wanted + ", which waits for it");
      }
      WorkItem<?> running = next.item();
      next = running == null ? null : running.awaited();
    }
  }
}
