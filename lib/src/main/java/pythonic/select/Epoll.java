package pythonic.select;

import java.util.List;
import pythonic.builtins.OSError;
import pythonic.builtins.ValueError;
import pythonic.internal.channels.Fileno;
import pythonic.internal.channels.Poller;
import pythonic.internal.channels.Subject;
import pythonic.internal.errors.SystemError;
import pythonic.internal.waiting.Deadline;

/**
 * Waits for objects that are registered once. By default it tells what can be done as long as it can be; with {@code EPOLLET} only what is new
 * since it was told; with {@code EPOLLONESHOT} once, until {@link #modify}. Any thread may call it, and a change is heeded by those that wait.
 *
 * <p>With {@code EPOLLET}, Linux itself tells of sockets: of all that arrives, whether what came before was read or not, and of the end behind it. For that
 * the program should allow native access ({@code --enable-native-access=pythonic}), or the JVM prints a warning at the first such socket. Where that is
 * denied, on other systems, of a stream that is registered before it begins to connect or listen, of a socket of which something read with
 * {@code MSG_PEEK} is left then, and of all that is no socket, what was told is told again after the object was used by this process: a program that reads
 * until nothing is left is told of all that arrives, one that reads a part is told again at once, and one that reads nothing is not told of more.
 *
 * @see <a href="https://docs.python.org/3/library/select.html#edge-and-level-trigger-polling-epoll-objects">Python: epoll objects</a>
 */
public final class Epoll implements AutoCloseable {

  private static final int ALL = Select.EPOLLIN | Select.EPOLLOUT | Select.EPOLLPRI;
  private static final int MOST = 1023;

  private final Poller poller = new Poller();
  private final Entries entries = new Entries(poller::call);
  private final Fileno fileno = new Fileno();

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
    entries.requireOpen();
    entries.register(Subject.of(fd), eventmask);
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
    entries.requireOpen();
    entries.modify(Subject.number(fd), eventmask);
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
    entries.requireOpen();
    entries.unregister(Subject.number(fd));
    poller.call();
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
    entries.requireOpen();
    if (maxevents < -1 || maxevents == 0) {
      throw new ValueError("maxevents must be greater than 0, got " + maxevents);
    }
    Deadline deadline = Deadline.nanos(timeout) < 0 ? Deadline.NEVER : Deadline.after(timeout);
    return poll(deadline, maxevents == -1 ? MOST : maxevents);
  }

  private List<PollEvent> poll(Deadline deadline, int most) {
    while (true) {
      Entries.Asked asked = entries.asked();
      boolean hasEdges = asked.hasEdges();
      if (hasEdges) { // first what is ready at all: what has not been ready since it was told is new when it is again
        List<PollEvent> events = entries.tell(asked, poller.await(asked.interests(false), Deadline.after(0)), most);
        if (!events.isEmpty() || deadline.hasPassed()) {
          return events;
        }
        poller.lookForUses(true);
      }
      int[] ready = poller.await(asked.interests(true), deadline);
      poller.lookForUses(false);
      entries.requireOpen();
      List<PollEvent> events = hasEdges ? List.of() : entries.tell(asked, ready, most);
      if (!events.isEmpty() || (!hasEdges && deadline.hasPassed())) {
        return events;
      }
    }
  }

  /**
   * {@return a number that stands for this}
   *
   * @throws ValueError if it is closed
   */
  public int fileno() {
    entries.requireOpen();
    return fileno.of(this);
  }

  /** {@return whether it is closed} */
  public boolean closed() {
    return entries.isClosed();
  }

  /** Forgets all. Who waits gets a ValueError. Closing twice is fine. */
  @Override
  public void close() {
    if (entries.close()) {
      return;
    }
    poller.close();
    entries.end();
    fileno.close();
  }
}
