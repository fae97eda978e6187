package pythonic.gevent.lock;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.ContextManager;
import pythonic.builtins.keywords.AcquireKeyword;
import pythonic.builtins.keywords.Blocking;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.calls.Given;

/** The forms of {@code acquire} that the locks of gevent share. */
abstract class Acquiring implements ContextManager {

  abstract boolean take(boolean blocking, @Nullable Double timeout);

  /**
   * Takes it, after waiting as long as it takes.
   *
   * @return true
   * @throws pythonic.gevent.exceptions.LoopExit if nobody can go on, in the main greenlet
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted
   */
  public boolean acquire() {
    return take(true, null);
  }

  /**
   * Takes it.
   *
   * @param blocking whether to wait
   * @return false if it is not free and the call does not wait
   */
  public boolean acquire(boolean blocking) {
    return take(blocking, null);
  }

  /**
   * Takes it.
   *
   * @param blocking whether to wait
   * @param timeout the longest time to wait in seconds
   * @return false if it is not free in time
   */
  public boolean acquire(boolean blocking, double timeout) {
    return take(blocking, timeout);
  }

  /**
   * Takes it.
   *
   * @param blocking whether to wait
   * @param timeout the longest time to wait, None for no limit
   * @return false if it is not free in time
   */
  public boolean acquire(boolean blocking, Timeout timeout) {
    return take(blocking, timeout.seconds());
  }

  /**
   * Takes it.
   *
   * @param keywords {@code blocking}, by default true, and {@code timeout}, by default no limit
   * @return false if it is not free in time
   */
  public boolean acquire(AcquireKeyword... keywords) {
    Blocking blocking = Given.find("acquire", keywords, Blocking.class);
    Timeout timeout = Given.find("acquire", keywords, Timeout.class);
    return take(blocking == null || blocking.value(), timeout == null ? null : timeout.seconds());
  }
}
