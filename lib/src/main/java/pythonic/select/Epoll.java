package pythonic.select;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pythonic.builtins.OSError;
import pythonic.builtins.ValueError;
import pythonic.internal.channels.Fileno;
import pythonic.internal.channels.Interest;
import pythonic.internal.channels.Poller;
import pythonic.internal.channels.Subject;
import pythonic.internal.channels.Waitable;
import pythonic.internal.errors.SystemError;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;

/**
 * Waits for objects that are registered once. By default it tells what can be done as long as it can be; with {@code EPOLLET} only what is new
 * since it was told; with {@code EPOLLONESHOT} once, until {@link #modify}. Any thread may call it, and a change is heeded by those that wait.
 *
 * <p>With {@code EPOLLET}, what was told is told again after the object was used by this process: so a program that reads until nothing is
 * left is told of all that arrives. One that reads a part is told again at once, where the system waits for more; one that reads nothing
 * is not told of more.
 *
 * @see <a href="https://docs.python.org/3/library/select.html#edge-and-level-trigger-polling-epoll-objects">Python: epoll objects</a>
 */
public final class Epoll implements AutoCloseable {

  private static final int ALL = Select.EPOLLIN | Select.EPOLLOUT | Select.EPOLLPRI;
  private static final int MOST = 1023;

  private final Poller poller = new Poller();
  private final Fileno fileno = new Fileno();

  /** Guards the two below, and what entries have. */
  private final Mutex guard = new Mutex();

  private final Map<Integer, Watched> entries = new LinkedHashMap<>();
  private boolean isClosed;

  /** Makes one that knows nothing yet. */
  public Epoll() {}

  /**
   * Makes one that knows nothing yet.
   *
   * @param sizehint of no use, but not 0 or less than -1
   * @throws ValueError if it is
   */
  public Epoll(int sizehint) {
    this(sizehint, 0);
  }

  /**
   * Makes one that knows nothing yet.
   *
   * @param sizehint of no use, but not 0 or less than -1
   * @param flags 0 or {@code EPOLL_CLOEXEC}
   * @throws ValueError if the first is wrong
   * @throws OSError if the second is
   */
  public Epoll(int sizehint, int flags) {
    if (sizehint == 0 || sizehint < -1) {
      throw new ValueError("negative sizehint");
    }
    if (flags != 0 && flags != Select.EPOLL_CLOEXEC) {
      throw new OSError("invalid flags");
    }
  }

  /**
   * {@return the open one with a number}
   *
   * @param fd the number
   * @throws OSError if there is none
   */
  public static Epoll fromfd(int fd) {
    if (Fileno.owner(fd) instanceof Epoll epoll) {
      return epoll;
    }
    throw SystemError.EBADF.raised();
  }

  /**
   * Registers an object for reading, writing and what is urgent. Raises what {@link #register(Object, int)} does.
   *
   * @param fd the object, or its number
   */
  public void register(Object fd) {
    register(fd, ALL);
  }

  /**
   * Registers an object.
   *
   * @param fd the object, or its number
   * @param eventmask a sum of constants of {@link Select}
   * @throws pythonic.builtins.FileExistsError if it is registered
   * @throws ValueError if it is closed, or this is
   * @throws pythonic.builtins.TypeError if it is of no use here
   * @throws OSError if {@code EPOLLEXCLUSIVE} is asked for with what cannot go with it
   */
  public void register(Object fd, int eventmask) {
    requireOpen();
    Subject subject = Subject.of(fd);
    try (var _ = guard.hold()) {
      Watched known = entries.get(subject.number());
      if (known != null && known.isStillOf(subject)) {
        throw SystemError.EEXIST.raised();
      }
      Masks.requireExclusive(eventmask);
      entries.put(subject.number(), new Watched(subject, eventmask));
    }
    poller.call();
  }

  /**
   * Changes what is asked of an object, and tells all anew.
   *
   * @param fd the object, or its number
   * @param eventmask a sum of constants of {@link Select}
   * @throws pythonic.builtins.FileNotFoundError if it is not registered
   * @throws OSError if {@code EPOLLEXCLUSIVE} is asked for, or was
   * @throws ValueError if it is closed, or this is
   */
  public void modify(Object fd, int eventmask) {
    requireOpen();
    int number = Subject.number(fd);
    try (var _ = guard.hold()) {
      Watched known = known(number);
      known.requireChange(eventmask);
      entries.put(number, new Watched(known.subject(), eventmask));
    }
    poller.call();
  }

  /**
   * Forgets an object.
   *
   * @param fd the object, or its number
   * @throws pythonic.builtins.FileNotFoundError if it is not registered
   * @throws ValueError if it is closed, or this is
   */
  public void unregister(Object fd) {
    requireOpen();
    int number = Subject.number(fd);
    try (var _ = guard.hold()) {
      entries.remove(known(number).subject().number());
    }
    poller.call();
  }

  private Watched known(int number) {
    Watched known = entries.get(number);
    if (known == null) {
      throw (Waitable.of(number) == null ? SystemError.EBADF : SystemError.ENOENT).raised();
    }
    return known;
  }

  /** {@return what can be done with which, after waiting until there is something} Raises what {@link #poll(double, int)} does. */
  public List<PollEvent> poll() {
    return poll(Deadline.NEVER, MOST);
  }

  /** Waits until there is something to tell, or the time is over. Parameter, result and errors are those of {@link #poll(double, int)}. */
  public List<PollEvent> poll(double timeout) {
    return poll(timeout, -1);
  }

  /**
   * Waits until there is something to tell, or the time is over. An object that is closed is forgotten.
   *
   * @param timeout seconds, 0 to look only, negative for no limit
   * @param maxevents how many to tell at most, -1 for 1023; the others come first the next time
   * @return what can be done with which, none if the time was over first
   * @throws ValueError if this is closed, before or meanwhile, or the number is less than -1 or 0
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted
   */
  public List<PollEvent> poll(double timeout, int maxevents) {
    requireOpen();
    if (maxevents < -1 || maxevents == 0) {
      throw new ValueError("maxevents must be greater than 0, got " + maxevents);
    }
    Deadline deadline = Deadline.nanos(timeout) < 0 ? Deadline.NEVER : Deadline.after(timeout);
    return poll(deadline, maxevents == -1 ? MOST : maxevents);
  }

  private List<PollEvent> poll(Deadline deadline, int most) {
    while (true) {
      List<Watched> all = all();
      boolean hasEdges = all.stream().anyMatch(Watched::isEdge);
      if (hasEdges) { // first what is ready at all: what has not been ready since it was told is new when it is again
        List<PollEvent> events = tell(all, poller.await(interests(all, false), Deadline.after(0)), most);
        if (!events.isEmpty() || deadline.hasPassed()) {
          return events;
        }
        poller.lookForUses(true);
      }
      int[] ready = poller.await(interests(all, true), deadline);
      poller.lookForUses(false);
      requireOpen();
      List<PollEvent> events = hasEdges ? List.of() : tell(all, ready, most);
      if (!events.isEmpty() || (!hasEdges && deadline.hasPassed())) {
        return events;
      }
    }
  }

  private List<Watched> all() {
    try (var _ = guard.hold()) {
      return new ArrayList<>(entries.values());
    }
  }

  private static List<Interest> interests(List<Watched> all, boolean onlyNew) {
    var interests = new ArrayList<Interest>(all.size());
    for (Watched one : all) {
      interests.add(one.interest(onlyNew));
    }
    return interests;
  }

  private List<PollEvent> tell(List<Watched> all, int[] ready, int most) {
    var events = new ArrayList<PollEvent>();
    try (var _ = guard.hold()) {
      for (int i = 0; i < ready.length && events.size() < most; i++) {
        Watched one = all.get(i);
        int number = one.subject().number();
        if (!one.equals(entries.get(number))) { // changed meanwhile
          continue;
        }
        if (ready[i] == Poller.CLOSED) {
          entries.remove(number);
          continue;
        }
        int event = one.tell(ready[i]);
        if (event != 0) {
          events.add(new PollEvent(number, event));
        }
      }
      if (events.size() == most) { // who was told comes last the next time
        events.forEach(event -> entries.put(event.fd(), remove(event.fd())));
      }
    }
    return events;
  }

  @SuppressWarnings("NullAway") // was there a moment ago, under the same hold
  private Watched remove(int number) {
    return entries.remove(number);
  }

  private void requireOpen() {
    try (var _ = guard.hold()) {
      if (isClosed) {
        throw new ValueError("I/O operation on closed epoll object");
      }
    }
  }

  /**
   * {@return a number that stands for this}
   *
   * @throws ValueError if it is closed
   */
  public int fileno() {
    requireOpen();
    return fileno.of(this);
  }

  /** {@return whether it is closed} */
  public boolean closed() {
    try (var _ = guard.hold()) {
      return isClosed;
    }
  }

  /** Forgets all. Who waits gets a ValueError. Closing twice is fine. */
  @Override
  public void close() {
    try (var _ = guard.hold()) {
      if (isClosed) {
        return;
      }
      isClosed = true;
      entries.clear();
    }
    poller.close();
    fileno.close();
  }
}
