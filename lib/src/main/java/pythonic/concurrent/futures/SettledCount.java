package pythonic.concurrent.futures;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.OneShot;

/** One wait for several futures, until so many are settled or one has raised. */
final class SettledCount implements FutureWaiter {

  private final AtomicInteger missing;
  private final boolean endsAtException;
  private final OneShot end = new OneShot();

  SettledCount(int needed, boolean endsAtException) {
    this.missing = new AtomicInteger(needed);
    this.endsAtException = endsAtException;
  }

  @Override
  public void settled(Future<?> future) {
    if (missing.decrementAndGet() <= 0 || (endsAtException && future.raised() != null)) {
      end.happen();
    }
  }

  /** Waits for the end or the deadline, whichever is first. */
  void await(Collection<? extends Future<? extends @Nullable Object>> futures, Deadline deadline) {
    try {
      futures.forEach(future -> future.register(this));
      PoolWorker worker = deadline.isNever() ? PoolWorker.current() : null;
      if (worker != null) {
        futures.stream().takeWhile(_ -> !end.hasHappened()).forEach(worker::help);
      }
      end.await(deadline);
    } finally {
      futures.forEach(future -> future.unregister(this));
    }
  }
}
