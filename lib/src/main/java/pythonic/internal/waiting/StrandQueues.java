package pythonic.internal.waiting;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The strands that wait for a lock, permits or an event. The JDK's synchronizer would park their threads, and wake
 * them beside the one that has the turn; here who frees it puts the first into its hub's queue, in the order in which
 * greenlets go on. A strand joins first and tries second, and who frees it does so first and looks second.
 *
 * <p>They are kept here, not in each lock: so locks stay small, and without greenlets a release reads one field that
 * never changes.
 */
final class StrandQueues {

  private static final ConcurrentHashMap<Synchronizer, ConcurrentLinkedQueue<Waiter>> QUEUES = new ConcurrentHashMap<>();
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Set when the first ever waits, and never cleared: then a release reads the map's count. */
  static volatile boolean someWait;

  private StrandQueues() {}

  static boolean await(Synchronizer wanted, Strand strand, BooleanSupplier attempt, Deadline deadline) {
    return await(wanted, strand, attempt, deadline, false);
  }

  static void awaitDeaf(Synchronizer wanted, Strand strand, BooleanSupplier attempt) {
    if (!attempt.getAsBoolean()) {
      await(wanted, strand, attempt, Deadline.NEVER, true);
    }
  }

  private static boolean await(Synchronizer wanted, Strand strand, BooleanSupplier attempt, Deadline deadline, boolean deaf) {
    while (true) {
      var waiter = new Waiter();
      join(wanted, waiter);
      var signalled = false;
      try {
        if (attempt.getAsBoolean()) {
          signalled = !waiter.abandon();
          if (signalled) {
            wake(wanted, 1); // it was meant for one that still waits
          }
          return true;
        }
        if (deaf) {
          strand.awaitDeaf(waiter);
          signalled = true;
        } else {
          signalled = strand.await(waiter, deadline);
        }
      } finally {
        if (!signalled) {
          leave(wanted, waiter);
        }
      }
      if (!signalled) {
        return false;
      }
      if (attempt.getAsBoolean()) {
        return true;
      }
    }
  }

  private static void join(Synchronizer wanted, Waiter waiter) {
    someWait = true;
    COUNT.incrementAndGet();
    QUEUES.compute(wanted, (_, queue) -> {
      var waiters = queue == null ? new ConcurrentLinkedQueue<Waiter>() : queue;
      waiters.add(waiter);
      return waiters;
    });
  }

  private static void leave(Synchronizer wanted, Waiter waiter) {
    QUEUES.computeIfPresent(wanted, (_, queue) -> {
      if (queue.remove(waiter)) {
        COUNT.decrementAndGet();
      }
      return queue.isEmpty() ? null : queue;
    });
  }

  /** Wakes the first that wait, at most so many. */
  static void wake(Synchronizer freed, int count) {
    if (COUNT.get() == 0) {
      return;
    }
    for (int woken = 0; woken < count; ) {
      Waiter first = poll(freed);
      if (first == null) {
        return;
      }
      woken += first.signal() ? 1 : 0;
    }
  }

  private static @Nullable Waiter poll(Synchronizer freed) {
    var first = new Waiter[1];
    QUEUES.computeIfPresent(freed, (_, queue) -> {
      first[0] = queue.poll();
      if (first[0] != null) {
        COUNT.decrementAndGet();
      }
      return queue.isEmpty() ? null : queue;
    });
    return first[0];
  }
}
