package pythonic.gevent.lock;

import pythonic.builtins.ValueError;

/**
 * A semaphore that is not given back more often than it was taken.
 *
 * @see <a href="https://www.gevent.org/api/gevent.lock.html#gevent.lock.BoundedSemaphore">gevent: BoundedSemaphore</a>
 */
public class BoundedSemaphore extends Semaphore {

  private final int bound;

  /** One that one may take. */
  public BoundedSemaphore() {
    this(1);
  }

  /**
   * One that so many may take.
   *
   * @param value how many
   * @throws ValueError if it is negative
   */
  public BoundedSemaphore(int value) {
    super(value);
    bound = value;
  }

  /**
   * Gives it back; one that waits goes on.
   *
   * @return how many may take it now
   * @throws ValueError if nobody has taken it
   */
  @Override
  public int release() {
    return giveBack(bound);
  }
}
