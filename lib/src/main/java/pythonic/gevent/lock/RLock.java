package pythonic.gevent.lock;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.RuntimeError;
import pythonic.greenlet.Greenlet;

/**
 * A lock that its owner, a greenlet, may take again.
 *
 * @see <a href="https://www.gevent.org/api/gevent.lock.html#gevent.lock.RLock">gevent: RLock</a>
 */
@SuppressWarnings("ReferenceEquality") // a greenlet is only ever itself
public class RLock extends Acquiring {

  private final Semaphore block = new Semaphore(1);

  /** Written by the owner; another sees some owner past or present, and never itself. */
  private volatile @Nullable Greenlet owner;

  /** Touched by the owner. */
  private int count;

  /** A lock that is free. */
  public RLock() {}

  @Override
  boolean take(boolean blocking, @Nullable Double timeout) {
    Greenlet current = Greenlet.getcurrent();
    if (owner == current) {
      count++;
      return true;
    }
    boolean taken = block.take(blocking, timeout);
    if (taken) {
      owner = current;
      count = 1;
    }
    return taken;
  }

  /**
   * Frees it, once for each time it was taken.
   *
   * @throws RuntimeError if the current greenlet does not own it
   */
  public void release() {
    Greenlet current = Greenlet.getcurrent();
    if (owner != current) {
      throw new RuntimeError("cannot release un-acquired lock. Owner: " + (owner == null ? "None" : owner) + " Current: " + current);
    }
    if (--count == 0) {
      owner = null;
      block.release();
    }
  }

  @Override
  public void enter() {
    take(true, null);
  }

  /** Frees it at the end of a {@code with}. */
  @Override
  public void close() {
    release();
  }

  /** {@return Python's repr, which tells the owner} */
  @Override
  public String toString() {
    return "<RLock at 0x" + HexFormat.of().toHexDigits(System.identityHashCode(this)) + " _block=" + block.str() + " _count=" + count
        + " _owner=" + (owner == null ? "None" : owner) + ")>";
  }
}
