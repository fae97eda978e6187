package pythonic.concurrent.futures;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.OneShot;

/** One wait for several futures, until so many are settled or one has raised. */
final class SettledCount implements FutureWaiter {

  private final AtomicInteger missing;
  private final Wanted.Needed needed;
  private final OneShot end = new OneShot();

  SettledCount(int count, Wanted.Needed needed) {
    this.missing = new AtomicInteger(needed == Wanted.Needed.ANY ? 1 : count);
    this.needed = needed;
  }

  @Override
  public void settled(Future<?> future) {
    if (missing.decrementAndGet() <= 0 || (needed == Wanted.Needed.ALL_OR_FAILED && future.raised() != null)) {
      end.happen();
    }
  }

  /** Waits for the end or the deadline, whichever is first. */
  void await(Collection<? extends Future<? extends @Nullable Object>> futures, Deadline deadline) {
    try {
      futures.forEach(future -> future.register(this));
      PoolWorker worker = deadline.isNever() ? PoolWorker.current() : null;
      if (worker == null) {
        end.await(deadline);
      } else {
        if (needed == Wanted.Needed.ALL) {
          futures.forEach(worker::help);
        } else {
          worker.helpAny(futures, end::hasHappened);
        }
        var _ = worker.await(new Wanted(futures, needed, "wait"), () -> end.await(Deadline.NEVER));
      }
    } finally {
      futures.forEach(future -> future.unregister(this));
    }
  }
}
