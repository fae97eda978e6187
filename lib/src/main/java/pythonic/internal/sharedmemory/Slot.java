package pythonic.internal.sharedmemory;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.internal.waiting.Compensation;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Waiter;

/**
 * A thread's place in the table of those that wait. It is armed for one signal at a time; each arming has a ticket, so
 * that a signal for an earlier wait, or for another thread that had the place before, cannot be taken for it.
 *
 * <pre>
 *              arm                  signal, by any process
 *   IDLE ---------------> WAITING ---------------------------> SIGNALLED
 *     ^                      |  time-out, interrupt                |
 *     '----------------------'-------------------------------------'
 * </pre>
 */
final class Slot implements AutoCloseable {

  /** A wait that ends when the thread finds what it looks for; a signal says no more than to look. */
  static final int LOOKS = 0;

  /** A wait that ends by a signal, which counts. */
  static final int COUNTS = 1;

  /** As LOOKS, of a thread that others count on: they are told if it dies. */
  static final int COUNTED_ON = 2;

  static final int WAITING = 1;
  static final int SIGNALLED = 2;

  /** A thread in the system has been interrupted; it makes it WAITING again, and gives up. */
  private static final int INTERRUPTED = 3;

  static final int STATE_BITS = 2;

  private static final long OWNER = 0;
  static final long STATE = 8;
  private static final long KEY = 16;
  private static final long SORT = 24;
  private static final int SORT_BITS = 4;
  private static final int BY_FUTEX = 1 << SORT_BITS;

  private final WaitTable table;
  private final MemorySegment memory;
  private final int index;
  private final long at;
  private final int sort;
  private volatile @Nullable Waiter waiter;
  private volatile @Nullable Runnable told;
  private boolean byFutex;
  private long armed;

  Slot(WaitTable table, MemorySegment memory, int index, long key, int sort) {
    this.table = table;
    this.memory = memory;
    this.index = index;
    this.sort = sort;
    at = at(index);
    Words.set(memory, at + SORT, sort);
    Words.set(memory, at + KEY, key); // last: from here on it counts
  }

  static long at(int index) {
    return Layout.SLOTS + index * Layout.SLOT_SIZE;
  }

  /** Takes a free slot for a member. */
  static boolean claim(MemorySegment memory, int index, int member) {
    long at = at(index);
    return Words.get(memory, at + OWNER) == 0 && Words.compareAndSet(memory, at + OWNER, 0, member + 1L);
  }

  static void free(MemorySegment memory, int index) {
    long at = at(index);
    Words.set(memory, at + STATE, 0);
    Words.set(memory, at + KEY, 0);
    Words.set(memory, at + OWNER, 0);
  }

  /** {@return the number of the member that has the slot, -1 if it is free} */
  static int owner(MemorySegment memory, int index) {
    return (int) Words.get(memory, at(index) + OWNER) - 1;
  }

  static long key(MemorySegment memory, int index) {
    return Words.get(memory, at(index) + KEY);
  }

  static long state(MemorySegment memory, int index) {
    return Words.get(memory, at(index) + STATE);
  }

  static int sort(MemorySegment memory, int index) {
    return (int) Words.get(memory, at(index) + SORT) & BY_FUTEX - 1;
  }

  static boolean isByFutex(MemorySegment memory, int index) {
    return (Words.get(memory, at(index) + SORT) & BY_FUTEX) != 0;
  }

  static boolean isWaiting(long state) {
    return (state & 3) == WAITING;
  }

  static boolean isSignalled(long state) {
    return (state & 3) == SIGNALLED;
  }

  /** Moves a slot from WAITING to SIGNALLED, if it still is in that very wait. */
  static boolean signal(MemorySegment memory, int index, long waiting) {
    return Words.compareAndSet(memory, at(index) + STATE, waiting, waiting - WAITING + SIGNALLED);
  }

  /** Begins a wait: from now on signals reach it. The caller then looks, and waits only if there still is reason to. */
  void arm() {
    waiter = new Waiter();
    byFutex = Futex.isUsable() && !Thread.currentThread().isVirtual();
    Words.set(memory, at + SORT, byFutex ? sort | BY_FUTEX : sort);
    armed = table.nextTicket() << STATE_BITS | WAITING;
    Words.set(memory, at + STATE, armed);
  }

  /** Begins a wait that no thread waits: the signal is told, once or more often, by whichever thread. */
  void arm(Runnable signalled) {
    told = signalled;
    Words.set(memory, at + SORT, sort);
    armed = table.nextTicket() << STATE_BITS | WAITING;
    Words.set(memory, at + STATE, armed);
  }

  /** Ends the wait without a signal. {@return false if a signal came first, which is then the caller's} */
  boolean disarm() {
    return Words.compareAndSet(memory, at + STATE, armed, 0);
  }

  /**
   * Waits for the signal. If a signal and an interrupt or the time-out come together, the signal wins, and the flag
   * stays set for the next wait.
   *
   * @return false if the deadline passed first
   * @throws KeyboardInterrupt if the thread was interrupted first
   */
  boolean await(Deadline deadline) {
    try {
      return block(deadline) || !disarm();
    } catch (KeyboardInterrupt e) {
      if (disarm()) {
        throw e;
      }
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private boolean block(Deadline deadline) {
    if (byFutex) {
      return Compensation.block(() -> Futex.await(memory, at + STATE, armed, armed - WAITING + INTERRUPTED, deadline));
    }
    Waiter own = waiter;
    return own != null && own.await(deadline);
  }

  /** Wakes the thread, in its own process, after {@link #signal}. */
  void wake() {
    Waiter own = waiter;
    if (byFutex) {
      Futex.wake(memory, at + STATE);
    } else if (own != null && isSignalled(state(memory, index))) {
      own.signal();
    }
    Runnable tell = told;
    if (tell != null && isSignalled(state(memory, index))) {
      tell.run();
    }
  }

  @Override
  public void close() {
    table.release(index);
  }
}
