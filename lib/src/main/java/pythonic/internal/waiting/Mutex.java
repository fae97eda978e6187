package pythonic.internal.waiting;

/**
 * A lock without an owner: any thread may release it. The state is 1 while it is held, else 0. Like the JDK's locks
 * it is not fair: a thread that asks just as it is released may overtake those that wait.
 */
@SuppressWarnings("serial") // never travels
public final class Mutex extends Synchronizer {

  /** Takes it if it is free. */
  public boolean tryAcquire() {
    if (compareAndSetState(0, 1)) {
      turns++;
      return true;
    }
    return false;
  }

  /** Takes it, after waiting until the deadline. {@return false if that passed first} */
  public boolean acquire(Deadline deadline) {
    return tryAcquire() || awaitExclusive(deadline);
  }

  /** Takes it after waiting as long as it takes, deaf to interrupts, whose flag stays set. */
  public void acquireUninterruptibly() {
    if (!tryAcquire()) {
      awaitExclusiveUninterruptibly(1);
    }
  }

  /** What frees a mutex at the end of a block. */
  public interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  /** Takes it as {@link #acquireUninterruptibly} does, for a block that is short. {@return what frees it} */
  public Hold hold() {
    acquireUninterruptibly();
    return this::tryRelease;
  }

  /** The same for a block in which nobody waits, not even by giving way to other greenlets: those are not let on either. */
  public Hold holdBriefly() {
    if (!tryAcquire()) {
      acquire(1);
    }
    return this::tryRelease;
  }

  /** Frees it and wakes the first that waits. {@return false if it was free} */
  public boolean tryRelease() {
    return giveBack(1);
  }

  public boolean isHeld() {
    return getState() != 0;
  }

  @Override
  protected boolean tryAcquire(int ignored) {
    return getState() == 0 && tryAcquire();
  }

  @Override
  protected boolean tryRelease(int ignored) {
    return compareAndSetState(1, 0);
  }
}
