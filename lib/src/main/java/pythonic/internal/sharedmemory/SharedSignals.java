package pythonic.internal.sharedmemory;

import pythonic.internal.waiting.Deadline;

/** What threads of several processes wait for at a condition: a signal each, in the order in which they came. */
public final class SharedSignals extends SharedObject {

  private static final long WORD = HEADER;

  SharedSignals(Place place) {
    super(place);
  }

  /** Signals that nobody waits for yet, in this process's heap. */
  public static SharedSignals make() {
    return SharedHeap.make(Kind.OTHER, Long.BYTES, SharedSignals::new);
  }

  /** {@return the signals that another process has sent} */
  public static SharedSignals of(Handle handle) {
    return handle.resolve(SharedSignals::new);
  }

  private long key() {
    return offset + WORD;
  }

  /** What is done around a wait. */
  public interface Lock {

    /** Frees the lock, after the thread has its place among those that wait. */
    void free();

    /** Takes the lock again, however the wait has ended. */
    void takeAgain();
  }

  /**
   * Frees the lock, waits for a signal, and takes the lock again. {@return false if the deadline passed first}
   *
   * @throws pythonic.builtins.KeyboardInterrupt if the thread was interrupted first
   */
  public boolean await(Lock lock, Deadline deadline) {
    try (Slot slot = heap.waits().claim(key(), Slot.COUNTS)) {
      slot.arm();
      lock.free();
      boolean signalled;
      try {
        signalled = slot.await(deadline);
      } finally {
        lock.takeAgain();
      }
      return signalled;
    }
  }

  /** Wakes so many of those that wait, the first that came first. */
  public void signal(int count) {
    heap.waits().wake(key(), count);
  }

  /** {@return how many wait} */
  public int waiting() {
    return heap.waits().waiting(key());
  }
}
