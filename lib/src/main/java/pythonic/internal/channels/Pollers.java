package pythonic.internal.channels;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import pythonic.internal.waiting.Deadline;

/** Pollers for waits that have none of their own. The one that was used last is used next: it knows what a server waits for again. */
public final class Pollers {

  private static final int KEPT = 4;
  private static final ConcurrentLinkedDeque<Poller> FREE = new ConcurrentLinkedDeque<>();
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Pollers() {}

  /** As {@link Poller#await}. */
  public static int[] await(List<Interest> interests, Deadline deadline) {
    Poller free = FREE.pollFirst();
    Poller poller = free == null ? new Poller() : free;
    if (free != null) {
      COUNT.decrementAndGet();
    }
    try {
      return poller.await(interests, deadline);
    } finally {
      if (COUNT.incrementAndGet() <= KEPT) {
        FREE.addFirst(poller);
      } else {
        COUNT.decrementAndGet();
        poller.close();
      }
    }
  }
}
