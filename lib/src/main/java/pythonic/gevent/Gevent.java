package pythonic.gevent;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.gevent.hub.Hub;
import pythonic.internal.calls.Raise;
import pythonic.internal.greenlets.Switch;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Strand;

/**
 * The functions of Python's {@code gevent}.
 *
 * @see <a href="https://www.gevent.org/api/gevent.html">gevent</a>
 */
public final class Gevent extends TimeoutCalls {

  private Gevent() {}

  /**
   * Lets the greenlets of the current thread use all processors, from now on, instead of one running at a time. Then
   * their order is not gevent's, what they share needs locks, and nobody is told when all wait for each other. A kill, or
   * a time-out, is raised where its greenlet waits, at once or the next time. Callbacks of the hub, as those of
   * {@code rawlink}, are still called one at a time. Not in Python.
   *
   * @param value true; there is no way back
   */
  public static void parallel(boolean value) {
    if (value) {
      Hub.get_hub(); // made now, by one
      Strand.enter().hub().runInParallel();
    }
  }

  /** {@return the greenlet that runs now} */
  public static pythonic.greenlet.Greenlet getcurrent() {
    return pythonic.greenlet.Greenlet.getcurrent();
  }

  /** {@return the hub of the current thread} */
  public static Hub get_hub() {
    return Hub.get_hub();
  }

  /** Lets all others go on that can. */
  public static void sleep() {
    sleep(0);
  }

  /**
   * Lets the others go on for a time.
   *
   * @param seconds how long at least; 0 and less for those that can go on now
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted
   */
  public static void sleep(double seconds) {
    Strand.enter();
    if (seconds > 0) {
      new Switch("the end of a sleep").await(Deadline.after(seconds));
    } else {
      Strand.pass();
    }
  }

  /** Lets the others go on until none can. */
  public static void idle() {
    new Switch("the others").await(Deadline.after(0));
  }

  /**
   * Raises GreenletExit in a greenlet, without waiting for its end.
   *
   * @param greenlet the greenlet
   */
  public static void kill(Greenlet<?> greenlet) {
    greenlet.kill(new GreenletExit(), false);
  }

  /**
   * Raises an exception in a greenlet, without waiting for its end.
   *
   * @param greenlet the greenlet
   * @param exception what is raised
   */
  public static void kill(Greenlet<?> greenlet, Throwable exception) {
    greenlet.kill(exception, false);
  }

  /**
   * Raises GreenletExit in greenlets and waits for their ends.
   *
   * @param greenlets the greenlets
   */
  public static void killall(Iterable<? extends Greenlet<?>> greenlets) {
    killall(greenlets, new GreenletExit(), true, null);
  }

  /**
   * Raises GreenletExit in greenlets and waits for their ends.
   *
   * @param greenlets the greenlets
   * @param timeout the longest time to wait, None for no limit
   * @throws Timeout if the time is over
   */
  public static void killall(Iterable<? extends Greenlet<?>> greenlets, pythonic.builtins.keywords.Timeout timeout) {
    killall(greenlets, new GreenletExit(), true, timeout.seconds());
  }

  /**
   * Raises an exception in greenlets.
   *
   * @param greenlets the greenlets
   * @param exception what is raised
   * @param block whether to wait for their ends
   * @param timeout the longest time to wait in seconds, None for no limit
   * @throws Timeout if the time is over
   */
  public static void killall(Iterable<? extends Greenlet<?>> greenlets, Throwable exception, boolean block, @Nullable Double timeout) {
    var begun = new ArrayList<Greenlet<?>>();
    for (Greenlet<?> greenlet : greenlets) {
      if (!greenlet.cancel(exception)) {
        begun.add(greenlet);
      }
    }
    if (begun.isEmpty()) {
      return;
    }
    Switch killer = block ? new Switch(begun) : null;
    new Massacre(begun, exception, killer).begin();
    if (killer != null) {
      Deadline deadline = Deadline.afterOrNever(timeout);
      killer.await(deadline);
      for (Greenlet<?> greenlet : begun) {
        greenlet.await(deadline);
      }
      if (!begun.stream().allMatch(Greenlet::ready)) {
        throw new Timeout(timeout, (Object) null);
      }
    }
  }

  /**
   * {@return the greenlets that have ended, in that order} Waits until all have.
   *
   * @param <O> the type of the objects
   * @param greenlets the greenlets, or what else can be waited for
   */
  public static <O extends AbstractLinkable> List<O> joinall(Iterable<? extends O> greenlets) {
    return wait_(greenlets, null, null);
  }

  /**
   * {@return the greenlets that have ended in time, in that order}
   *
   * @param <O> the type of the objects
   * @param greenlets the greenlets, or what else can be waited for
   * @param timeout the longest time to wait in seconds
   */
  public static <O extends AbstractLinkable> List<O> joinall(Iterable<? extends O> greenlets, double timeout) {
    return wait_(greenlets, timeout, null);
  }

  /**
   * {@return the greenlets that have ended in time, in that order}
   *
   * @param <O> the type of the objects
   * @param greenlets the greenlets, or what else can be waited for
   * @param timeout the longest time to wait, None for no limit
   */
  public static <O extends AbstractLinkable> List<O> joinall(Iterable<? extends O> greenlets, pythonic.builtins.keywords.Timeout timeout) {
    return wait_(greenlets, timeout.seconds(), null);
  }

  /**
   * {@return the greenlets that have ended in time, in that order}
   *
   * @param <O> the type of the objects
   * @param greenlets the greenlets, or what else can be waited for
   * @param timeout the longest time to wait in seconds, None for no limit
   * @param raise_error whether what one of them raised is raised here
   * @param count how many to wait for, None for all
   */
  public static <O extends AbstractLinkable> List<O> joinall(
      Iterable<? extends O> greenlets, @Nullable Double timeout, boolean raise_error, @Nullable Integer count) {
    var done = new ArrayList<O>();
    for (O object : new Awaited<O>(greenlets, Deadline.afterOrNever(timeout), count)) {
      Throwable raised = raise_error && object instanceof Greenlet<?> greenlet ? greenlet.exception() : null;
      if (raised != null) {
        throw Raise.unchecked(raised);
      }
      done.add(object);
    }
    return done;
  }

  /**
   * {@return true when no greenlet is left that could go on} Python's {@code gevent.wait()}.
   */
  public static boolean wait_() {
    return end(Deadline.NEVER);
  }

  /**
   * {@return true when no greenlet is left that could go on, false if the time is over first}
   *
   * @param timeout the longest time to wait, None for no limit
   */
  public static boolean wait_(pythonic.builtins.keywords.Timeout timeout) {
    return end(Deadline.afterOrNever(timeout.seconds()));
  }

  private static boolean end(Deadline deadline) {
    return Switch.untilStuck(deadline);
  }

  /**
   * {@return the objects that became ready, in that order} Waits for all of them.
   *
   * @param <O> the type of the objects
   * @param objects greenlets, events, ...
   */
  public static <O extends AbstractLinkable> List<O> wait_(Iterable<? extends O> objects) {
    return wait_(objects, null, null);
  }

  /**
   * {@return the objects that became ready in time, in that order}
   *
   * @param <O> the type of the objects
   * @param objects greenlets, events, ...
   * @param timeout the longest time to wait in seconds, None for no limit
   * @param count how many to wait for, None for all
   */
  public static <O extends AbstractLinkable> List<O> wait_(Iterable<? extends O> objects, @Nullable Double timeout, @Nullable Integer count) {
    return new Awaited<O>(objects, Deadline.afterOrNever(timeout), count).list();
  }

  /**
   * {@return the objects as they become ready}
   *
   * @param <O> the type of the objects
   * @param objects greenlets, events, ...
   */
  public static <O extends AbstractLinkable> Iterable<O> iwait(Iterable<? extends O> objects) {
    return new Awaited<O>(objects, Deadline.NEVER, null);
  }

  /**
   * {@return the objects as they become ready, until the time is over}
   *
   * @param <O> the type of the objects
   * @param objects greenlets, events, ...
   * @param timeout the longest time to wait in seconds, None for no limit
   * @param count how many to wait for, None for all
   */
  public static <O extends AbstractLinkable> Iterable<O> iwait(Iterable<? extends O> objects, @Nullable Double timeout, @Nullable Integer count) {
    return new Awaited<O>(objects, Deadline.afterOrNever(timeout), count);
  }
}
