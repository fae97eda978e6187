package pythonic.threading;

import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Value;

/**
 * A semaphore that never has more permits than at first: a release too many is an error, and changes nothing.
 *
 * @see <a href="https://docs.python.org/3/library/threading.html#threading.BoundedSemaphore">Python:
 *     threading.BoundedSemaphore</a>
 */
public class BoundedSemaphore extends Semaphore {

  private final int bound;

  /** A semaphore with one permit. */
  public BoundedSemaphore() {
    this(1);
  }

  /**
   * A semaphore with so many permits.
   *
   * @param value the number of permits, 0 or more
   * @throws ValueError if the number is negative
   */
  public BoundedSemaphore(int value) {
    super(value, value);
    bound = value;
  }

  /**
   * A semaphore with so many permits.
   *
   * @param value the number of permits, 0 or more
   * @throws ValueError if the number is negative
   */
  public BoundedSemaphore(Value value) {
    this(value.count());
  }

  /**
   * Gives back so many permits at once, all or none; as many of the threads that wait go on.
   *
   * @param n the number of permits, 1 or more
   * @throws ValueError if the number is less than 1, or if there would be more permits than at first
   */
  @Override
  public void release(int n) {
    super.release(n);
  }

  @Override
  RuntimeException tooMany() {
    return new ValueError("Semaphore released too many times");
  }

  @Override
  String count() {
    return super.count() + "/" + bound;
  }
}
