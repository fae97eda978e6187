package pythonic.internal.waiting;

/** A count of permits. The state is how many are free. */
@SuppressWarnings("serial") // never travels
public final class Permits extends Synchronizer {

  private final int bound;

  /** So many permits are free at first, and there are never more than the bound. */
  public Permits(int free, int bound) {
    this.bound = bound;
    setState(free);
  }

  /** Takes a permit if one is free. */
  public boolean tryAcquire() {
    return tryAcquireShared(1) >= 0;
  }

  /** Takes a permit, after waiting until the deadline. {@return false if that passed first} */
  public boolean acquire(Deadline deadline) {
    return tryAcquire() || awaitShared(deadline);
  }

  /** Gives back so many permits at once. {@return false, and nothing is changed, if that would pass the bound} */
  public boolean free(int count) {
    return giveBackShared(count, count);
  }

  /** {@return how many are free at this moment} */
  public int available() {
    return getState();
  }

  @Override
  protected int tryAcquireShared(int ignored) {
    while (true) {
      int left = getState() - 1;
      if (left < 0 || compareAndSetState(left + 1, left)) {
        return left;
      }
    }
  }

  @Override
  protected boolean tryReleaseShared(int count) {
    while (true) {
      int free = getState();
      if (count > bound - free) {
        return false;
      }
      if (compareAndSetState(free, free + count)) {
        return true;
      }
    }
  }
}
