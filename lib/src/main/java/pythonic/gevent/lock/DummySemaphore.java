package pythonic.gevent.lock;

import org.jspecify.annotations.Nullable;

/**
 * A semaphore that everybody may take at any time.
 *
 * @see <a href="https://www.gevent.org/api/gevent.lock.html#gevent.lock.DummySemaphore">gevent: DummySemaphore</a>
 */
public class DummySemaphore extends Acquiring {

  /** The semaphore. */
  public DummySemaphore() {}

  /**
   * The semaphore.
   *
   * @param value is ignored
   */
  public DummySemaphore(@Nullable Object value) {}

  @Override
  boolean take(boolean blocking, @Nullable Double timeout) {
    return true;
  }

  /** Does nothing. */
  public void release() {}

  /** {@return false} */
  public boolean locked() {
    return false;
  }

  /** {@return true} */
  public boolean ready() {
    return true;
  }

  /** {@return 1} */
  public int wait_() {
    return 1;
  }

  /**
   * {@return 1}
   *
   * @param timeout is ignored
   */
  public int wait_(double timeout) {
    return 1;
  }

  @Override
  public void enter() {}

  /** Does nothing. */
  @Override
  public void close() {}
}
