package pythonic.select;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ValueError;
import pythonic.internal.channels.Interest;
import pythonic.internal.channels.Poller;
import pythonic.internal.channels.Pollers;
import pythonic.internal.channels.Subject;
import pythonic.internal.channels.Waitable;
import pythonic.internal.errors.SystemError;
import pythonic.internal.waiting.Deadline;

/**
 * The functions and constants of the module {@code select}. They take sockets, the pipes of a {@code Popen}, connections and listeners of
 * {@code multiprocessing}, sentinels of processes, {@code Sys.stdin()}, the numbers of these, and what has a method {@code fileno()} that gives
 * one. Others may use the same objects at the same time, so a call on one that was ready can still have to wait.
 *
 * <p>What cannot be told: urgent data. {@code poll} and {@code epoll} tell of errors and hang-ups of streams, pipes and processes when these are
 * registered to be read or written; what else has an error can be read and written.
 *
 * @see <a href="https://docs.python.org/3/library/select.html">Python: select</a>
 */
public final class Select {

  /** There is something to read, the end included. */
  public static final int POLLIN = 0x001;

  /** There is something urgent to read, which is never told. */
  public static final int POLLPRI = 0x002;

  /** It can be written. */
  public static final int POLLOUT = 0x004;

  /** There is an error, as a connection that was reset or refused; told without being asked for. */
  public static final int POLLERR = 0x008;

  /** The other end hung up, and nothing more can be sent; told without being asked for. */
  public static final int POLLHUP = 0x010;

  /** It is closed. */
  public static final int POLLNVAL = 0x020;

  /** As {@link #POLLIN}. */
  public static final int POLLRDNORM = 0x040;

  /** Never told. */
  public static final int POLLRDBAND = 0x080;

  /** As {@link #POLLOUT}. */
  public static final int POLLWRNORM = 0x100;

  /** Never told. */
  public static final int POLLWRBAND = 0x200;

  /** Never told. */
  public static final int POLLMSG = 0x400;

  /** The other end sends no more; told of streams that are registered to be read, too. */
  public static final int POLLRDHUP = 0x2000;

  /** There is something to read, the end included. */
  public static final int EPOLLIN = POLLIN;

  /** There is something urgent to read, which is never told. */
  public static final int EPOLLPRI = POLLPRI;

  /** It can be written. */
  public static final int EPOLLOUT = POLLOUT;

  /** There is an error, as a connection that was reset or refused; told without being asked for. */
  public static final int EPOLLERR = POLLERR;

  /** The other end hung up, and nothing more can be sent; told without being asked for. */
  public static final int EPOLLHUP = POLLHUP;

  /** As {@link #EPOLLIN}. */
  public static final int EPOLLRDNORM = POLLRDNORM;

  /** Never told. */
  public static final int EPOLLRDBAND = POLLRDBAND;

  /** As {@link #EPOLLOUT}. */
  public static final int EPOLLWRNORM = POLLWRNORM;

  /** Never told. */
  public static final int EPOLLWRBAND = POLLWRBAND;

  /** Never told. */
  public static final int EPOLLMSG = POLLMSG;

  /** The other end sends no more; told of streams that are registered to be read, too. */
  public static final int EPOLLRDHUP = POLLRDHUP;

  /** Wake one of several; all are woken. */
  public static final int EPOLLEXCLUSIVE = 1 << 28;

  /** Tell once, until {@link Epoll#modify}. */
  public static final int EPOLLONESHOT = 1 << 30;

  /** Tell only what is new. */
  public static final int EPOLLET = 1 << 31;

  /** Not passed on to programs: nothing is. */
  public static final int EPOLL_CLOEXEC = 0x80000;

  /** As many bytes a pipe takes in one piece. */
  public static final int PIPE_BUF = 4096;

  private Select() {}

  /**
   * Waits until one of several objects can be used at least.
   *
   * @param <R> the type of those to read
   * @param <W> the type of those to write
   * @param <X> the type of the others
   * @param rlist what is to be read, or to accept a connection
   * @param wlist what is to be written
   * @param xlist what may have something exceptional, which is never told
   * @return those that can be used, in the same order
   * @throws pythonic.builtins.TypeError if an object is of no use here
   * @throws ValueError if one is closed
   * @throws pythonic.builtins.OSError if one is closed meanwhile, where Python waits on
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted
   */
  public static <R, W, X> Selected<R, W, X> select(Collection<? extends R> rlist, Collection<? extends W> wlist, Collection<? extends X> xlist) {
    return select(rlist, wlist, xlist, null);
  }

  /**
   * Waits until one of several objects can be used at least, or the time is over.
   *
   * @param <R> the type of those to read
   * @param <W> the type of those to write
   * @param <X> the type of the others
   * @param rlist what is to be read, or to accept a connection
   * @param wlist what is to be written
   * @param xlist what may have something exceptional, which is never told
   * @param timeout seconds, 0 to look only
   * @return those that can be used, in the same order, none if the time was over first
   * @throws ValueError if the time is negative; and what {@link #select(Collection, Collection, Collection)} raises
   */
  public static <R, W, X> Selected<R, W, X> select(
      Collection<? extends R> rlist, Collection<? extends W> wlist, Collection<? extends X> xlist, double timeout) {
    if (Deadline.nanos(timeout) < 0) {
      throw new ValueError("timeout must be non-negative");
    }
    return select(rlist, wlist, xlist, (Double) timeout);
  }

  private static <R, W, X> Selected<R, W, X> select(
      Collection<? extends R> rlist, Collection<? extends W> wlist, Collection<? extends X> xlist, @Nullable Double timeout) {
    var interests = new ArrayList<Interest>(rlist.size() + wlist.size());
    rlist.forEach(one -> interests.add(new Interest(Subject.waitable(one), Waitable.READ)));
    wlist.forEach(one -> interests.add(new Interest(Subject.waitable(one), Waitable.WRITE)));
    xlist.forEach(Subject::waitable);
    int[] ready = Pollers.await(interests, Deadline.afterOrNever(timeout));
    return new Selected<>(chosen(rlist, ready, 0), chosen(wlist, ready, rlist.size()), List.of());
  }

  private static <T> List<T> chosen(Collection<? extends T> all, int[] ready, int from) {
    var chosen = new ArrayList<T>();
    int i = from;
    for (T one : all) {
      if (ready[i] == Poller.CLOSED) {
        throw SystemError.EBADF.raised();
      }
      if (ready[i] != 0) {
        chosen.add(one);
      }
      i++;
    }
    return chosen;
  }

  /** {@return a new object to wait with, which knows nothing yet} */
  public static Poll poll() {
    return new Poll();
  }

  /** {@return a new object to wait with, which knows nothing yet} */
  public static Epoll epoll() {
    return new Epoll();
  }
}
