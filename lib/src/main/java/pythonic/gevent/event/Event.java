package pythonic.gevent.event;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.HasStr;
import pythonic.builtins.functions.Procedure1;
import pythonic.builtins.keywords.Timeout;
import pythonic.gevent.AbstractLinkable;
import pythonic.internal.greenlets.CallbackLink;
import pythonic.internal.greenlets.Default;
import pythonic.internal.greenlets.Links;
import pythonic.internal.waiting.Deadline;

/**
 * A flag that greenlets wait for.
 *
 * @see <a href="https://www.gevent.org/api/gevent.event.html#gevent.event.Event">gevent: Event</a>
 */
public class Event implements AbstractLinkable, HasStr {

  @SuppressWarnings("this-escape") // asked whether it is ready only when somebody waits
  private final Links links = new Links(this, this::ready, true);
  private volatile boolean flag;

  /** An event that is not set. */
  public Event() {}

  /** {@return whether the event is set} */
  public boolean is_set() {
    return flag;
  }

  /**
   * {@return whether the event is set}
   *
   * @deprecated use {@link #is_set()}
   */
  @Deprecated
  public boolean isSet() {
    return flag;
  }

  @Override
  public boolean ready() {
    return flag;
  }

  /** Sets the event; all that wait for it go on. */
  public void set() {
    flag = true;
    links.check();
  }

  /** Clears the event: greenlets wait for it again. */
  public void clear() {
    flag = false;
  }

  /**
   * Waits as long as it takes until the event is set.
   *
   * @return true, also if it has been cleared since
   * @throws pythonic.gevent.exceptions.LoopExit if nobody can go on, in the main greenlet
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted
   */
  public boolean wait_() {
    return await(null);
  }

  /**
   * Waits until the event is set.
   *
   * @param timeout the longest time to wait in seconds
   * @return true if it was set, false if the time was over first
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted
   */
  public boolean wait_(double timeout) {
    return await(timeout);
  }

  /**
   * Waits until the event is set.
   *
   * @param timeout the longest time to wait, None for no limit
   * @return true if it was set, false if the time was over first
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted
   */
  public boolean wait_(Timeout timeout) {
    return await(timeout.seconds());
  }

  private boolean await(@Nullable Double seconds) {
    if (flag) {
      links.await(this, Deadline.NEVER, true);
      return true;
    }
    return links.await(this, Deadline.afterOrNever(seconds), false);
  }

  @Override
  public void rawlink(Procedure1<Object> callback) {
    links.add(new CallbackLink(callback, callback, false));
  }

  @Override
  public void unlink(Procedure1<Object> callback) {
    links.remove(callback);
  }

  /** {@return {@code <Event set _links[0]>}} */
  @Override
  public String str() {
    return "<" + getClass().getSimpleName() + (flag ? " set" : " clear") + " _links[" + links.size() + "]>";
  }

  /** {@return Python's repr} */
  @Override
  public String toString() {
    return Default.repr(this, Event.class, "gevent._gevent_cevent.");
  }
}
