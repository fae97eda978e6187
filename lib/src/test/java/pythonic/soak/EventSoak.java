package pythonic.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import pythonic.threading.Event;

/** Everybody comes past every event of a chain, and sees what was written before it was set. */
@NullUnmarked
final class EventSoak extends Soak {

  private static final class Link {
    final Event event = new Event();
    @Nullable Link next; // written before the event is set, read after a wait for it; null at the end
  }

  private final Link first = new Link();
  private final Link[] at = new Link[THREADS]; // each thread's own
  private final LongAdder passed = new LongAdder();
  private Link last = first; // the setter's
  private long links;

  @Override
  boolean step(int number, SplittableRandom random) {
    return number == 0 ? set(random) : pass(number, random);
  }

  private boolean set(SplittableRandom random) {
    boolean more = !isStopping();
    Link link = last;
    link.next = more ? new Link() : null;
    last = link.next;
    links++;
    if (random.nextInt(4) == 0) {
      link.event.clear(); // of no effect: it is not set
    }
    link.event.set();
    if (random.nextInt(4) == 0) {
      link.event.clear(); // whoever waited before goes on, others wait for the next line
      linger(random);
      link.event.set();
    }
    linger(random);
    return more;
  }

  private boolean pass(int number, SplittableRandom random) {
    Link link = at[number] == null ? first : at[number];
    Double timeout = timeout(number, random);
    boolean isSet = timeout == null ? link.event.wait_() : link.event.wait_(timeout);
    check(isSet || timeout != null, "a wait without a limit gave False");
    if (!isSet) {
      return true;
    }
    passed.increment();
    at[number] = link.next;
    return link.next != null;
  }

  @Override
  void verify() {
    assertThat(passed.sum()).isEqualTo(links * (threads() - 1));
  }
}
