package pythonic.multiprocessing;

import java.io.Serial;
import java.io.Serializable;
import pythonic.builtins.keywords.Value;
import pythonic.internal.sharedmemory.Handle;
import pythonic.internal.sharedmemory.SharedPermits;

/**
 * A semaphore that never has more permits than at first: a release too many is a ValueError, and changes nothing.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.BoundedSemaphore">Python:
 *     multiprocessing.BoundedSemaphore</a>
 */
public final class BoundedSemaphore extends Semaphore {

  @Serial private static final long serialVersionUID = 1L;

  /** A semaphore with one permit. */
  public BoundedSemaphore() {
    this(1);
  }

  /**
   * A semaphore with so many permits.
   *
   * @param value the number of permits, 0 or more
   * @throws pythonic.builtins.OSError if the number is negative
   */
  public BoundedSemaphore(int value) {
    this(make(value, value));
  }

  /**
   * A semaphore with so many permits.
   *
   * @param value the number of permits, 0 or more
   * @throws pythonic.builtins.OSError if the number is negative
   */
  public BoundedSemaphore(Value value) {
    this(value.count());
  }

  private BoundedSemaphore(SharedPermits permits) {
    super(permits);
  }

  /** {@return {@code <BoundedSemaphore(value=1, maxvalue=1)>}} */
  @Override
  public String toString() {
    return "<BoundedSemaphore(value=" + get_value() + ", maxvalue=" + permits.bound() + ")>";
  }

  @Override
  @Serial
  Object writeReplace() {
    return new Form(permits.travel("BoundedSemaphore"));
  }

  private record Form(Handle handle) implements Serializable {

    @Serial
    private Object readResolve() {
      return new BoundedSemaphore(SharedPermits.of(handle));
    }
  }
}
