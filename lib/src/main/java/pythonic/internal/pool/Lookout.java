package pythonic.internal.pool;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Spin;

/**
 * One thread of the parent that looks for replies of all workers for a moment, and passes them on, as long as any come:
 * workers then have nobody to wake, and who waits for a result gets it without another thread between. A thread that waits
 * for a result comes before one that has just read a reply. Where nothing comes it ends: an idle pool costs no processor.
 *
 * <p>It passes on only what makes no code of the program run. The rest is left to the place's own thread.
 */
final class Lookout {

  /** About as long as it takes to wake a worker. */
  private static final long CALLER_NANOS = 60_000;

  private static final long READER_NANOS = 20_000;

  private static final int NOBODY = 0;
  private static final int READER = 1;
  private static final int CALLER = 2;

  /** How often a caller asks whether the reader that looks has given way. */
  private static final int PATIENCE = 100;

  private final List<WorkerPlace> places;

  /** NOBODY, READER or CALLER: who looks. */
  private final AtomicInteger looker = new AtomicInteger();

  /** Threads that wait for a result, and would look. */
  private final AtomicInteger callers = new AtomicInteger();

  Lookout(List<WorkerPlace> places) {
    this.places = places;
  }

  /** Looks until a wait is over, if nobody else does. {@return whether it is over} */
  boolean look(BooleanSupplier over, Deadline deadline) {
    if (!Spin.pays() || (!deadline.isNever() && deadline.remainingNanos() < CALLER_NANOS)) {
      return false;
    }
    callers.incrementAndGet();
    try {
      boolean mine = looker.compareAndSet(NOBODY, CALLER);
      for (int i = 0; !mine && i < PATIENCE && looker.get() != CALLER; i++) {
        Thread.onSpinWait();
        mine = looker.compareAndSet(NOBODY, CALLER);
      }
      return mine && look(over, CALLER_NANOS);
    } finally {
      callers.decrementAndGet();
    }
  }

  /** Looks a while, for a thread that has passed on a reply. */
  void look() {
    if (Spin.pays() && callers.get() == 0 && looker.compareAndSet(NOBODY, READER)) {
      var _ = look(() -> callers.get() > 0, READER_NANOS);
    }
  }

  private boolean look(BooleanSupplier over, long nanos) {
    try {
      long end = System.nanoTime() + nanos;
      while (!over.getAsBoolean()) {
        if (passOn()) {
          end = System.nanoTime() + nanos;
        } else if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
          return false;
        }
        Thread.onSpinWait();
      }
      return true;
    } finally {
      for (WorkerPlace place : places) {
        place.leave();
      }
      looker.set(NOBODY);
    }
  }

  private boolean passOn() {
    boolean any = false;
    for (WorkerPlace place : places) {
      any |= place.look();
    }
    return any;
  }
}
