package pythonic.select;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pythonic.builtins.KeyError;
import pythonic.builtins.OSError;
import pythonic.builtins.OverflowError;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.ValueError;
import pythonic.internal.channels.Interest;
import pythonic.internal.channels.Poller;
import pythonic.internal.channels.Pollers;
import pythonic.internal.channels.Subject;
import pythonic.internal.errors.SystemError;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;

/**
 * Waits for objects that are registered once, and tells what can be done as long as it can be: {@link Select#poll()}. Not for use by several
 * threads at once.
 *
 * @see <a href="https://docs.python.org/3/library/select.html#polling-objects">Python: polling objects</a>
 */
public final class Poll {

  private static final int MOST = 0xffff;
  private static final double MILLIS = 1000;

  /** One object. */
  private record Entry(Subject subject, int mask) {}

  private final Map<Integer, Entry> entries = new LinkedHashMap<>();

  /** Held by the thread that waits. */
  private final Mutex turn = new Mutex();

  Poll() {}

  /**
   * Registers an object for all that can be told. Raises what {@link #register(Object, int)} does.
   *
   * @param fd the object, or its number
   */
  public void register(Object fd) {
    register(fd, Select.POLLIN | Select.POLLPRI | Select.POLLOUT);
  }

  /**
   * Registers an object, or changes what is asked of it.
   *
   * @param fd the object, or its number
   * @param eventmask a sum of constants of {@link Select}
   * @throws pythonic.builtins.TypeError if it is of no use here
   * @throws ValueError if it is closed, or the mask is negative; a number that nothing open has is told of as closed
   */
  public void register(Object fd, int eventmask) {
    requireMask(eventmask);
    Subject subject = Subject.orClosed(fd);
    entries.put(subject.number(), new Entry(subject, eventmask));
  }

  private static void requireMask(int eventmask) {
    if (eventmask < 0) {
      throw new ValueError("value must be positive");
    }
    if (eventmask > MOST) {
      throw new OverflowError("Python int too large for C unsigned short");
    }
  }

  /**
   * Changes what is asked of an object.
   *
   * @param fd the object, or its number
   * @param eventmask a sum of constants of {@link Select}
   * @throws pythonic.builtins.FileNotFoundError if it is not registered
   */
  public void modify(Object fd, int eventmask) {
    requireMask(eventmask);
    int number = Subject.number(fd);
    Entry entry = entries.get(number);
    if (entry == null) {
      throw SystemError.ENOENT.raised();
    }
    entries.put(number, new Entry(entry.subject, eventmask));
  }

  /**
   * Forgets an object.
   *
   * @param fd the object, or its number
   * @throws KeyError if it is not registered
   */
  public void unregister(Object fd) {
    int number = Subject.number(fd);
    if (entries.remove(number) == null) {
      throw new KeyError(number);
    }
  }

  /** {@return what can be done with which, after waiting until there is something} Raises KeyboardInterrupt if the thread is interrupted. */
  public List<PollEvent> poll() {
    return poll(Deadline.NEVER);
  }

  /**
   * Waits until there is something to tell, or the time is over.
   *
   * @param timeout milliseconds, 0 to look only, negative for no limit
   * @return what can be done with which, none if the time was over first; {@code POLLNVAL} of what is closed
   * @throws RuntimeError if another thread waits with this object
   */
  public List<PollEvent> poll(double timeout) {
    return poll(Deadline.nanos(timeout) < 0 ? Deadline.NEVER : Deadline.after(timeout / MILLIS));
  }

  private List<PollEvent> poll(Deadline deadline) {
    if (!turn.tryAcquire()) {
      throw new RuntimeError("concurrent poll() invocation");
    }
    try {
      var all = List.copyOf(entries.values());
      List<Interest> interests = all.stream().map(one -> new Interest(one.subject.now().waitable(), Masks.uses(one.mask))).toList();
      return events(all, Pollers.await(interests, deadline));
    } finally {
      turn.tryRelease();
    }
  }

  private static int events(Entry entry, int ready) {
    try {
      return Masks.events(entry.subject.waitable(), entry.mask, ready);
    } catch (OSError e) { // closed meanwhile
      return Select.POLLNVAL;
    }
  }

  private static List<PollEvent> events(List<Entry> all, int[] ready) {
    var events = new ArrayList<PollEvent>();
    for (int i = 0; i < ready.length; i++) {
      Entry entry = all.get(i);
      int event = ready[i] == Poller.CLOSED ? Select.POLLNVAL : events(entry, ready[i]);
      if (event != 0) {
        events.add(new PollEvent(entry.subject.number(), event));
      }
    }
    return events;
  }
}
