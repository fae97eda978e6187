package pythonic.gevent.pool;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.HasLen;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.keywords.Timeout;
import pythonic.gevent.Gevent;
import pythonic.gevent.Greenlet;
import pythonic.gevent.GreenletExit;
import pythonic.gevent.event.Event;
import pythonic.internal.greenlets.Anywhere;
import pythonic.internal.waiting.Mutex;

/**
 * Greenlets that are waited for, or killed, together. One that has ended leaves.
 *
 * @see <a href="https://www.gevent.org/api/gevent.pool.html#gevent.pool.Group">gevent: Group</a>
 */
public class Group extends MapCalls implements Iterable<Greenlet<?>>, HasLen {

  private final Set<Greenlet<?>> greenlets = ConcurrentHashMap.newKeySet();
  private final Mutex guard = new Mutex(); // held to change the set and the event, which is set when the set is empty
  private final Event empty = new Event();
  private final Anywhere leave = greenlet -> discard((Greenlet<?>) greenlet);

  /** A group of none. */
  public Group() {
    empty.set();
  }

  /**
   * A group of greenlets.
   *
   * @param greenlets the greenlets
   */
  @SuppressWarnings("this-escape") // the greenlets are added as later ones are
  public Group(Iterable<? extends Greenlet<?>> greenlets) {
    this();
    greenlets.forEach(this::add);
  }

  /**
   * Adds a greenlet. A pool waits for room first.
   *
   * @param greenlet the greenlet, which is usually not started
   */
  public void add(Greenlet<?> greenlet) {
    track(greenlet);
  }

  final void track(Greenlet<?> greenlet) {
    try (Mutex.Hold _ = guard.holdBriefly()) {
      greenlets.add(greenlet);
      empty.clear();
    }
    greenlet.rawlink(leave); // last: it may have ended, and then leaves
  }

  /**
   * Removes a greenlet.
   *
   * @param greenlet the greenlet
   */
  public void discard(Greenlet<?> greenlet) {
    greenlet.unlink(leave);
    try (Mutex.Hold _ = guard.holdBriefly()) {
      if (greenlets.remove(greenlet)) {
        left();
      }
      if (greenlets.isEmpty()) {
        empty.set();
      }
    }
  }

  /** One has left: a hook of Pool, called under the guard, before anybody hears that all have. */
  void left() {}

  /**
   * Adds a greenlet and starts it.
   *
   * @param greenlet the greenlet
   */
  public void start(Greenlet<?> greenlet) {
    add(greenlet);
    greenlet.start();
  }

  @Override
  <X extends @Nullable Object> Greenlet<X> begin(Callable function, @Nullable Object... arguments) {
    var greenlet = new Greenlet<X>(function, arguments);
    start(greenlet);
    return greenlet;
  }

  /** {@return 1 at once, as a group always has room} */
  public int wait_available() {
    return 1;
  }

  /** {@return whether there is no room, which a group always has} */
  public boolean full() {
    return false;
  }

  /**
   * {@return whether a greenlet is in it}
   *
   * @param greenlet the greenlet
   */
  public boolean contains(Object greenlet) {
    return greenlet instanceof Greenlet<?> && greenlets.contains(greenlet);
  }

  /** {@return how many greenlets are in it} */
  @Override
  public int size() {
    return greenlets.size();
  }

  @Override
  public Iterator<Greenlet<?>> iterator() {
    return List.copyOf(greenlets).iterator();
  }

  /** {@return true, when all have ended} */
  public boolean join() {
    return join(null, false);
  }

  /**
   * {@return true when all have ended, false if the time is over first}
   *
   * @param timeout the longest time to wait in seconds
   */
  public boolean join(double timeout) {
    return join(timeout, false);
  }

  /**
   * {@return true when all have ended, false if the time is over first}
   *
   * @param timeout the longest time to wait in seconds, None for no limit
   * @param raise_error whether what one of them raised is raised here
   */
  public boolean join(@Nullable Double timeout, boolean raise_error) {
    var all = new ArrayList<>(greenlets);
    boolean done = empty.wait_(new Timeout(timeout));
    if (raise_error) {
      all.stream().filter(greenlet -> greenlet.exception() != null).findFirst().ifPresent(Greenlet::get);
    }
    return done;
  }

  /** Raises GreenletExit in all and waits for their ends. */
  public void kill() {
    kill(new GreenletExit(), true, null);
  }

  /**
   * Raises an exception in all.
   *
   * @param exception what is raised
   * @param block whether to wait for their ends
   * @param timeout the longest time to wait in seconds, None for no limit
   */
  public void kill(Throwable exception, boolean block, @Nullable Double timeout) {
    while (!greenlets.isEmpty()) {
      try {
        Gevent.killall(List.copyOf(greenlets), exception, block, timeout);
      } catch (pythonic.gevent.Timeout e) {
        return;
      }
      if (!block) {
        return;
      }
      Gevent.sleep(0); // those that have ended leave
    }
  }

  /**
   * Raises GreenletExit in one and waits for its end.
   *
   * @param greenlet the greenlet, nothing happens if it is not in the group
   */
  public void killone(Greenlet<?> greenlet) {
    killone(greenlet, new GreenletExit(), true, null);
  }

  /**
   * Raises an exception in one.
   *
   * @param greenlet the greenlet, nothing happens if it is not in the group
   * @param exception what is raised
   * @param block whether to wait for its end
   * @param timeout the longest time to wait in seconds, None for no limit
   */
  public void killone(Greenlet<?> greenlet, Throwable exception, boolean block, @Nullable Double timeout) {
    if (greenlets.contains(greenlet)) {
      greenlet.kill(exception, false);
      if (block) {
        greenlet.join(new Timeout(timeout)); // it has left the group then
      }
    }
  }

  @Override
  boolean isFull() {
    return full();
  }

  @Override
  boolean isOwn(Object greenlet) {
    return contains(greenlet);
  }

  /** {@return {@code <Group at 0x1b28cdfa {...}>}} */
  @Override
  public String toString() {
    return "<" + getClass().getSimpleName() + " at 0x" + Integer.toHexString(System.identityHashCode(this)) + " "
        + (greenlets.isEmpty() ? "set()" : greenlets.toString().replace('[', '{').replace(']', '}')) + ">";
  }
}
