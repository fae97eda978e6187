package pythonic.internal.waiting;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinPool.ManagedBlocker;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.BooleanSupplier;

/**
 * What blocks a thread of a {@link ForkJoinPool}, as the common one, that runs parallel streams and completable futures: the pool
 * is told, and has another thread do the work that is queued, on which the blocked one may wait.
 */
public final class Compensation {

  private Compensation() {}

  /** Does what may block. {@return what it returns} */
  public static boolean block(BooleanSupplier work) {
    if (!(Thread.currentThread() instanceof ForkJoinWorkerThread)) {
      return work.getAsBoolean();
    }
    var blocker = new Blocker(work);
    try {
      ForkJoinPool.managedBlock(blocker);
    } catch (InterruptedException e) {
      throw new AssertionError("the work tells of an interrupt in its own way", e);
    }
    return blocker.result;
  }

  /** It blocks once, whatever comes of it. */
  private static final class Blocker implements ManagedBlocker {

    private final BooleanSupplier work;
    private boolean isDone;
    private boolean result;

    Blocker(BooleanSupplier work) {
      this.work = work;
    }

    @Override
    public boolean block() {
      isDone = true;
      result = work.getAsBoolean();
      return true;
    }

    @Override
    public boolean isReleasable() {
      return isDone;
    }
  }
}
