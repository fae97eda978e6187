package pythonic.internal.waiting;

import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What other threads hand to a {@link Hub}, and the strand that waits for it when nobody can go on. It says that it
 * waits first and looks second; who hands something over does so first and looks second.
 */
final class Arrivals {

  private final ConcurrentLinkedQueue<Object> items = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Thread idler;

  void add(Object item) {
    items.add(item);
    Thread idle = idler;
    if (idle != null) {
      LockSupport.unpark(idle);
    }
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  void drainTo(Collection<Object> all) {
    for (Object item = items.poll(); item != null; item = items.poll()) {
      all.add(item);
    }
  }

  /** Waits until something arrives, or an alarm is due, or for no reason. */
  void await(@Nullable Alarm first) {
    idler = Thread.currentThread();
    if (items.isEmpty()) {
      if (first == null) {
        LockSupport.park();
      } else {
        long left = first.moment - System.nanoTime();
        if (left > 0) {
          LockSupport.parkNanos(left);
        }
      }
    }
    idler = null;
  }
}
