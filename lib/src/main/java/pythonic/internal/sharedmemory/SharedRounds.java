package pythonic.internal.sharedmemory;

import java.lang.foreign.MemorySegment;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.internal.waiting.Deadline;

/**
 * The rounds of a barrier between processes. A round fills until the last thread comes, then drains until all have
 * left; only then may the next begin. Reset sends the waiting threads away through a drain of its own. Broken is left
 * by reset alone.
 *
 * <pre>
 *              last arrives              last leaves
 *   FILLING ----------------> DRAINING ----------------> FILLING
 *      |  \                                                 ^
 *      |   \ reset            last leaves                   |
 *      |    `-------> RESETTING ----------------------------'
 *      | abort, time-out, exception, death of a process that waits
 *      `-------> BROKEN -- reset --> RESETTING, or FILLING if nobody is left
 * </pre>
 *
 * <p>The state is changed under the lock only. Who is inside has a slot in the table of those that wait: it is counted
 * there, so a process that dies is outside. Recovery leaves a note, and whoever has the lock next breaks the barrier.
 */
public final class SharedRounds extends SharedObject {

  /** The result of a wait at a barrier that is or gets broken. */
  public static final int BROKE = -1;

  private static final long STATE = HEADER + 8; // the lock's word stands before it
  private static final long DEATH = HEADER + 16;
  private static final long PARTIES = HEADER + 24;

  private static final int FILLING = 0;
  private static final int DRAINING = 1;
  private static final int RESETTING = 2;
  private static final int BROKEN = 3;

  /** Each change makes another word, so that a thread that looks late sees that there was one. */
  private static final int CHANGE = 4;

  private final SharedMutex mutex;

  SharedRounds(Place place) {
    super(place);
    mutex = new SharedMutex(place);
  }

  /** Rounds of so many threads, in this process's heap. */
  public static SharedRounds make(int parties) {
    SharedRounds rounds = SharedHeap.make(Kind.ROUNDS, 4L * Long.BYTES, SharedRounds::new);
    rounds.word(PARTIES, parties);
    return rounds;
  }

  /** {@return the rounds that another process has sent} */
  public static SharedRounds of(Handle handle) {
    return handle.resolve(SharedRounds::new);
  }

  /** Leaves a note that a thread inside is no more. */
  static void died(MemorySegment memory, long key) {
    Words.set(memory, key - STATE + DEATH, 1);
  }

  private long key() {
    return offset + STATE;
  }

  private int state() {
    return (int) word(STATE) & CHANGE - 1;
  }

  private int inside() {
    return heap.waits().inside(key());
  }

  /**
   * Waits until all have come.
   *
   * @param timeout the longest time in seconds, null for no limit
   * @param action run by the thread that comes last, with the lock held
   * @return how many came before, {@link #BROKE} if the barrier is broken
   * @throws KeyboardInterrupt if the thread was interrupted first
   */
  public int await(@Nullable Double timeout, Runnable action) {
    lock();
    try {
      awaitFilling();
      if (state() == BROKEN) {
        return BROKE;
      }
      int index = inside();
      boolean last = index + 1 == parties();
      Deadline deadline = last ? Deadline.NEVER : Deadline.afterOrNever(timeout);
      try (Slot slot = heap.waits().claim(key(), Slot.COUNTED_ON)) {
        boolean complete = last ? open(action) : awaitOpening(slot, deadline);
        return complete ? index : BROKE;
      } finally {
        settle();
      }
    } finally {
      mutex.lessen();
    }
  }

  private void awaitFilling() {
    while (state() == DRAINING || state() == RESETTING) {
      long seen = word(STATE);
      mutex.lessen();
      try {
        BooleanSupplier changed = () -> word(STATE) != seen || word(DEATH) != 0;
        heap.waits().await(key(), changed, changed, Deadline.NEVER);
      } finally {
        lock();
      }
    }
  }

  private boolean open(Runnable action) {
    boolean done = false;
    try {
      action.run();
      done = true;
    } finally {
      if (state() == FILLING) { // the action may have broken it
        change(done ? DRAINING : BROKEN);
      }
    }
    return state() == DRAINING;
  }

  private boolean awaitOpening(Slot slot, Deadline deadline) {
    long filling = word(STATE);
    KeyboardInterrupt interrupt = null;
    boolean inTime = true;
    while (word(STATE) == filling && inTime && interrupt == null) {
      slot.arm();
      mutex.lessen();
      try {
        inTime = slot.await(deadline);
      } catch (KeyboardInterrupt e) {
        interrupt = e;
      } finally {
        lock();
      }
    }
    if (word(STATE) == filling) { // this thread gives up, so the round can never be complete
      change(BROKEN);
    }
    if (interrupt != null) {
      if (state() != DRAINING) {
        throw interrupt;
      }
      Thread.currentThread().interrupt(); // the round was complete before this thread had the lock: for the next wait
    }
    return state() == DRAINING;
  }

  private void lock() {
    if (mutex.isHeldByCurrentThread()) {
      mutex.deepen(); // from the action, as over Python's RLock
    } else {
      if (mutex.acquireUninterruptibly() != SharedMutex.TAKEN) {
        change(BROKEN); // a process died in the midst of a change, or of the action
      }
      settle();
    }
  }

  /** Heeds the notes of recovery, and begins a new round when the last has left. */
  private void settle() {
    if (word(DEATH) != 0) {
      word(DEATH, 0);
      if (state() == FILLING) {
        change(BROKEN);
      }
    }
    if ((state() == DRAINING || state() == RESETTING) && inside() == 0) {
      change(FILLING);
    }
  }

  private void change(int next) {
    word(STATE, (word(STATE) & -CHANGE) + CHANGE | next);
    heap.waits().wakeAll(key());
  }

  /** Empties the barrier and mends it. */
  public void reset() {
    lock();
    try {
      if (inside() == 0) {
        change(FILLING);
      } else if (state() != DRAINING) {
        change(RESETTING);
      }
    } finally {
      mutex.lessen();
    }
  }

  /** Breaks the barrier. */
  public void abort() {
    lock();
    try {
      change(BROKEN);
    } finally {
      mutex.lessen();
    }
  }

  public int parties() {
    return (int) word(PARTIES);
  }

  /** {@return how many wait, 0 while they go on} */
  public int waiting() {
    return state() == FILLING ? inside() : 0;
  }

  public boolean isBroken() {
    return state() == BROKEN;
  }
}
