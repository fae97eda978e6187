package pythonic.internal.waiting;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyboardInterrupt;

/**
 * A lock that many readers or one writer hold, each as often as it likes: the JDK's, in its fair mode, under the
 * interrupt policy of this package. Who comes while others wait waits behind them, unless it holds the lock already; so
 * neither readers nor writers wait for ever.
 */
public final class SharedMutex {

  @SuppressWarnings("serial") // never travels
  private static final class Holders extends ReentrantReadWriteLock {

    Holders() {
      super(true);
    }

    @Nullable Thread writer() {
      return getOwner();
    }
  }

  private final Holders holders = new Holders();

  /** Lets the thread read if it can at once and overtakes nobody. */
  public boolean tryRead() {
    boolean holds = readDepth() > 0 || writeDepth() > 0;
    return (holds || !holders.hasQueuedThreads()) && holders.readLock().tryLock();
  }

  /** Lets the thread write if it can at once and overtakes nobody. It must not be a mere reader. */
  public boolean tryWrite() {
    return (writeDepth() > 0 || !holders.hasQueuedThreads()) && holders.writeLock().tryLock();
  }

  /** Lets the thread read, after waiting until the deadline. {@return false if that passed first} */
  public boolean read(Deadline deadline) {
    return tryRead() || Away.block(() -> await(holders.readLock(), deadline));
  }

  /** Lets the thread write, after waiting until the deadline. It must not be a mere reader. {@return false if that passed first} */
  public boolean write(Deadline deadline) {
    return tryWrite() || Away.block(() -> await(holders.writeLock(), deadline));
  }

  private static boolean await(Lock side, Deadline deadline) {
    try {
      if (deadline.isNever()) {
        side.lockInterruptibly();
        return true;
      }
      long left = deadline.remainingNanos();
      return left > 0 && side.tryLock(left, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw (KeyboardInterrupt) new KeyboardInterrupt().initCause(e);
    }
  }

  /** Lets the thread read so many times at once, deaf to interrupts, whose flag stays set. */
  public void readUninterruptibly(int depth) {
    for (int i = 0; i < depth; i++) {
      holders.readLock().lock();
    }
  }

  /** Lets the thread write so many times at once, deaf to interrupts, whose flag stays set. It must not be a mere reader. */
  public void writeUninterruptibly(int depth) {
    for (int i = 0; i < depth; i++) {
      holders.writeLock().lock();
    }
  }

  /** Ends so many of the thread's reads. It must have begun at least that many. */
  public void endRead(int depth) {
    for (int i = 0; i < depth; i++) {
      holders.readLock().unlock();
    }
  }

  /** Ends so many of the thread's writes. It must have begun at least that many. */
  public void endWrite(int depth) {
    for (int i = 0; i < depth; i++) {
      holders.writeLock().unlock();
    }
  }

  /** {@return how often the current thread reads} */
  public int readDepth() {
    return holders.getReadHoldCount();
  }

  /** {@return how often the current thread writes} */
  public int writeDepth() {
    return holders.getWriteHoldCount();
  }

  /** {@return how many reads have begun and not ended, of all threads, a racy reading} */
  public int readers() {
    return holders.getReadLockCount();
  }

  public boolean isWritten() {
    return holders.isWriteLocked();
  }

  /** {@return the thread that writes, null if there is none, a racy reading} */
  public @Nullable Thread writer() {
    return holders.writer();
  }
}
