package pythonic.multiprocessing;

import java.io.Serial;
import java.io.Serializable;
import pythonic.builtins.OSError;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Value;
import pythonic.internal.sharedmemory.Handle;
import pythonic.internal.sharedmemory.SharedPermits;
import pythonic.internal.waiting.Deadline;

/**
 * A count of permits between processes: acquire takes one, and waits while there is none; release gives one back,
 * whichever process took it.
 *
 * <p>When a process is killed, or ended by a signal, the permits that it has taken and not given back are free again, as far as there
 * are fewer than at first: a semaphore that begins with 0, and is released for each item of something, does not count up by that.
 * What a process has taken when it exits by itself stays taken, as in Python.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Semaphore">Python:
 *     multiprocessing.Semaphore</a>
 */
public sealed class Semaphore extends SemLock permits BoundedSemaphore {

  @Serial private static final long serialVersionUID = 1L;

  private static final int INVALID = 22;

  final transient SharedPermits permits;

  /** A semaphore with one permit. */
  public Semaphore() {
    this(1);
  }

  /**
   * A semaphore with so many permits.
   *
   * @param value the number of permits, 0 or more
   * @throws OSError if the number is negative
   */
  public Semaphore(int value) {
    this(make(value, Integer.MAX_VALUE));
  }

  /**
   * A semaphore with so many permits.
   *
   * @param value the number of permits, 0 or more
   * @throws OSError if the number is negative
   */
  public Semaphore(Value value) {
    this(value.count());
  }

  Semaphore(SharedPermits permits) {
    this.permits = permits;
  }

  static SharedPermits make(int value, int bound) {
    if (value < 0) {
      throw new OSError(INVALID, "Invalid argument");
    }
    return SharedPermits.make(value, bound);
  }

  /**
   * Gives back a permit; one of the threads that wait, in any process, goes on.
   *
   * @throws ValueError if there would be more permits than there may be
   */
  @Override
  public void release() {
    if (!permits.release()) {
      throw new ValueError("semaphore or lock released too many times");
    }
  }

  /** {@return how many permits are free at this moment} */
  public int get_value() {
    return permits.available();
  }

  @Override
  boolean poll() {
    return permits.tryAcquire();
  }

  @Override
  boolean await(Deadline deadline) {
    return permits.acquire(deadline);
  }

  @Override
  boolean isMine() {
    return permits.isHeldByCurrentThread();
  }

  @Override
  int releaseSave() {
    release();
    return 1;
  }

  @Override
  void acquireRestore(int depth) {
    permits.acquireUninterruptibly();
  }

  /** {@return {@code <Semaphore(value=1)>}} */
  @Override
  public String toString() {
    return "<Semaphore(value=" + get_value() + ")>";
  }

  @Serial
  Object writeReplace() {
    return new Form(permits.travel("Semaphore"));
  }

  private record Form(Handle handle) implements Serializable {

    @Serial
    private Object readResolve() {
      return new Semaphore(SharedPermits.of(handle));
    }
  }
}
