package pythonic.concurrent.futures;

import org.jspecify.annotations.Nullable;
import pythonic.internal.calls.Call;

/** A call that was submitted, and the future that its submitter holds. */
final class WorkItem<R extends @Nullable Object> implements Runnable {

  private final Future<R> future;
  private final Call call;
  private final ThreadWorkers pool;

  /** What the call waits for without a time limit while it runs; written by the thread that runs it. */
  private volatile @Nullable FutureState<?> awaited;

  WorkItem(Future<R> future, Call call, ThreadWorkers pool) {
    this.future = future;
    this.call = call;
    this.pool = pool;
  }

  Future<R> future() {
    return future;
  }

  Call call() {
    return call;
  }

  ThreadWorkers pool() {
    return pool;
  }

  @Nullable FutureState<?> awaited() {
    return awaited;
  }

  void awaited(@Nullable FutureState<?> wanted) {
    awaited = wanted;
  }

  /**
   * Runs the call in this thread, unless it was cancelled, or is run already by a worker that waits for it. All that
   * it raises, SystemExit too, goes to the future.
   */
  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // the call returns what the submitted function returns
  public void run() {
    if (!future.beginRun(Thread.currentThread())) {
      return;
    }
    R result;
    try {
      result = (R) call.run();
    } catch (Throwable e) { // user code: whatever it is, it is the result
      future.tryFinish(null, e);
      return;
    }
    future.tryFinish(result, null);
  }
}
