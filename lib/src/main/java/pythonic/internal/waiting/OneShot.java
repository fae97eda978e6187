package pythonic.internal.waiting;

/** A thing that happens once, and that threads wait for: the end of a thread, of a process, of a task. */
@SuppressWarnings("serial") // never travels
public final class OneShot extends Synchronizer {

  /** It has happened: all that wait return. What was done before is visible to them. */
  public void happen() {
    giveBackShared(1, Integer.MAX_VALUE);
  }

  public boolean hasHappened() {
    return getState() != 0;
  }

  /**
   * Waits until it happens. {@return false if the deadline passed first}
   *
   * @throws pythonic.builtins.KeyboardInterrupt if the thread was interrupted first
   */
  public boolean await(Deadline deadline) {
    return hasHappened() || awaitShared(deadline);
  }

  /**
   * Waits until it happens, and parks at once: for what takes longer than a look. {@return false if the deadline passed
   * first}
   *
   * @throws pythonic.builtins.KeyboardInterrupt if the thread was interrupted first
   */
  public boolean awaitParked(Deadline deadline) {
    return hasHappened() || parkForShare(deadline);
  }

  /** Waits until it happens, deaf to interrupts, whose flag stays set: for what is sure to happen at once. */
  public void awaitUninterruptibly() {
    awaitSharedUninterruptibly();
  }

  /** It is there for all at once, so nobody is in the way of another. */
  @Override
  boolean takeShare(Deadline deadline) {
    return Spin.until(this::hasHappened);
  }

  @Override
  protected int tryAcquireShared(int ignored) {
    return getState() != 0 ? 1 : -1;
  }

  @Override
  protected boolean tryReleaseShared(int ignored) {
    setState(1);
    return true;
  }
}
