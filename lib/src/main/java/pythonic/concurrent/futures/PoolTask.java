package pythonic.concurrent.futures;

import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.target;
import static pythonic.builtins.Keywords.virtual;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.functions.Procedure1;
import pythonic.internal.calls.Call;
import pythonic.threading.Thread;

/**
 * A future that is what a pool has to do, too: one object for a call. A future that a program makes itself has neither
 * call nor pool.
 */
abstract sealed class PoolTask<T extends @Nullable Object> extends FutureState<T> permits JavaFuture {

  private final @Nullable ThreadWorkers pool;

  /**
   * What is to be run, until the future is settled. Not volatile: the queue publishes the call, and who reads it while
   * another settles the future sees the call or null, and has no more use for either.
   */
  private @Nullable Call call;

  PoolTask(@Nullable Call call, @Nullable ThreadWorkers pool) {
    this.call = call;
    this.pool = pool;
  }

  final @Nullable ThreadWorkers pool() {
    return pool;
  }

  final @Nullable Call call() {
    return call;
  }

  @Override
  final void forget() {
    call = null;
  }

  /** {@return whether the call is in the queue: a worker will begin it, or notice that it was cancelled} */
  final boolean isQueued() {
    FutureStatus status = status();
    return pool != null && (status == FutureStatus.PENDING || status == FutureStatus.CANCELLED);
  }

  /**
   * Runs the call, unless it was cancelled, or is run already by a worker that waits for it. All that it raises,
   * SystemExit too, goes to the future.
   */
  @SuppressWarnings("unchecked") // the call returns what the submitted function returns
  final void run(PoolWorker worker) {
    if (!begin(worker)) {
      return;
    }
    Call given = call;
    if (given == null) { // another has settled the future in the meantime
      return;
    }
    T result = null;
    Throwable raised = null;
    try {
      result = (T) given.run();
    } catch (Throwable e) { // user code: whatever it is, it is the result
      raised = e;
    }
    worker.ending(); // before others learn it: who then submits a call finds this worker free
    if (!change(result, raised)) {
      worker.awaitCanceller();
      return;
    }
    List<Procedure1<? super Future<T>>> callbacks = told(true, true);
    if (!callbacks.isEmpty()) {
      worker.busyAgain();
      try {
        callAll(callbacks);
      } finally {
        worker.ending();
      }
    }
  }

  /** Gives a call that runs up, with an error, and interrupts its thread. */
  @SuppressWarnings("serial") // the target never travels
  final void expire(PoolWorker worker, Throwable error) {
    if (worker.stop(this, () -> change(null, error))) {
      List<Procedure1<? super Future<T>>> callbacks = told(true, true);
      if (!callbacks.isEmpty()) {
        Procedure0 call = () -> callAll(callbacks); // elsewhere: whoever watches the time must not wait for the program
        new Thread(target(call), daemon(true), virtual(true)).start();
      }
    }
  }

  /** Cancels a call that runs, and interrupts its thread. {@return whether that was so} */
  final boolean interruptRunning() {
    PoolWorker worker = worker();
    if (worker == null || !worker.cancel(this)) {
      return false;
    }
    callAll(told(true, true));
    return true;
  }
}
