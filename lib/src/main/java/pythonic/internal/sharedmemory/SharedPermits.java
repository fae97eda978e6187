package pythonic.internal.sharedmemory;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Deadline;

/**
 * A count of permits between processes, which also knows how many each process holds, so that those of a process that
 * was killed can be given back.
 *
 * <p>Two words change with each operation: the count, and what the process holds. The first, changed by
 * compare-and-set, also says what the second becomes, and whoever comes next brings that up to date first. So neither
 * is ever wrong, at whatever moment a process is killed.
 *
 * <pre>
 *   count:  free permits (31 bits) | contended (1) | member that changed it last (10) | how (2) | number of the change (20)
 *   holds:  taken less given back, by this member (32) | number of the change that it is after (32)
 * </pre>
 */
public final class SharedPermits extends SharedObject {

  private static final long COUNT = HEADER;
  private static final long BOUND = HEADER + 8;
  private static final long FIRST = HEADER + 16;
  private static final long HOLDS = 64;

  private static final long CONTENDED = 1L << 32;
  private static final int FREE_SHIFT = 33;
  private static final int MEMBER_SHIFT = 22;
  private static final int HOW_SHIFT = 20;
  private static final long NUMBER_MASK = (1L << HOW_SHIFT) - 1;

  private static final int TAKE = 0;
  private static final int GIVE = 1;
  private static final int FORGET = 2;

  /** Who took last in this process, and how many are taken there: racy, for ownership as Python's, a guess as well. */
  private @Nullable Thread holder;

  private int held;

  SharedPermits(Place place) {
    super(place);
  }

  /** So many permits, and never more than the bound. */
  public static SharedPermits make(int free, int bound) {
    SharedPermits permits = SharedHeap.make(Kind.PERMITS, HOLDS - HEADER + 8L * Layout.MEMBER_COUNT, SharedPermits::new);
    permits.word(BOUND, bound);
    permits.word(FIRST, free);
    permits.word(COUNT, (long) free << FREE_SHIFT);
    return permits;
  }

  /** {@return the permits that another process has sent} */
  public static SharedPermits of(Handle handle) {
    return handle.resolve(SharedPermits::new);
  }

  private long key() {
    return offset + COUNT;
  }

  /** {@return how many are free at this moment} */
  public int available() {
    return (int) (word(COUNT) >>> FREE_SHIFT);
  }

  public int bound() {
    return (int) word(BOUND);
  }

  /** {@return whether the current thread is the one of this process that took last, and has not given back} */
  public boolean isHeldByCurrentThread() {
    return held > 0 && Thread.currentThread().equals(holder);
  }

  /** Takes a permit if one is free. */
  public boolean tryAcquire() {
    boolean taken = change(memory, offset, heap.self(), TAKE, -1, Integer.MAX_VALUE);
    if (taken) {
      holder = Thread.currentThread();
      held++;
    }
    return taken;
  }

  /**
   * Takes a permit, after waiting until the deadline. {@return false if that passed first}
   *
   * @throws pythonic.builtins.KeyboardInterrupt if the thread was interrupted first
   */
  public boolean acquire(Deadline deadline) {
    return tryAcquire() || heap.waits().await(key(), this::tryAcquire, this::attempt, deadline);
  }

  /** Takes a permit, deaf to interrupts, whose flag stays set. */
  public void acquireUninterruptibly() {
    if (!tryAcquire()) {
      heap.waits().awaitUninterruptibly(key(), this::tryAcquire, this::attempt);
    }
  }

  private boolean attempt() {
    markContended(memory, offset);
    return tryAcquire();
  }

  /** Gives back a permit. {@return false, and nothing is changed, if that would pass the bound} */
  public boolean release() {
    if (!change(memory, offset, heap.self(), GIVE, 1, bound())) {
      return false;
    }
    held--;
    if ((word(COUNT) & CONTENDED) != 0) {
      wakeOne();
    }
    return true;
  }

  /** Clears the mark only when nobody waits: another who gives at this moment must see it as long as one does. */
  private void wakeOne() {
    if (heap.waits().wake(key(), 1) == 0) {
      long word = word(COUNT);
      while ((word & CONTENDED) != 0 && !swap(COUNT, word, word & ~CONTENDED)) {
        word = word(COUNT);
      }
      if (heap.waits().isAwaited(key())) {
        markContended(memory, offset);
        heap.waits().wakeAll(key());
      }
    }
  }

  private static void markContended(MemorySegment memory, long offset) {
    long word = Words.get(memory, offset + COUNT);
    while ((word & CONTENDED) == 0 && !Words.compareAndSet(memory, offset + COUNT, word, word | CONTENDED)) {
      word = Words.get(memory, offset + COUNT);
    }
  }

  private static boolean change(MemorySegment memory, long offset, int member, int how, int delta, int bound) {
    while (true) {
      long word = Words.get(memory, offset + COUNT);
      finish(memory, offset, word);
      long free = (word >>> FREE_SHIFT) + delta;
      if (free < 0 || free > bound) {
        return false;
      }
      long number = word + 1 & NUMBER_MASK;
      if ((Words.get(memory, holds(offset, member)) & NUMBER_MASK) == number) {
        number = number + 1 & NUMBER_MASK; // as old as the number's range: it must not look done already
      }
      long next = free << FREE_SHIFT | (word & CONTENDED) | (long) member << MEMBER_SHIFT | (long) how << HOW_SHIFT | number;
      if (Words.compareAndSet(memory, offset + COUNT, word, next)) {
        finish(memory, offset, next);
        return true;
      }
    }
  }

  static long holds(long offset, int member) {
    return offset + HOLDS + 8L * member;
  }

  /** Brings what the member holds up to date with the last change of the count, unless that has changed again. */
  private static void finish(MemorySegment memory, long offset, long word) {
    long at = holds(offset, (int) (word >>> MEMBER_SHIFT) & 0x3ff);
    long holds = Words.get(memory, at);
    long number = word & NUMBER_MASK;
    if ((holds & NUMBER_MASK) != number && (Words.get(memory, offset + COUNT) | CONTENDED) == (word | CONTENDED)) {
      int count = (int) (holds >> Integer.SIZE);
      int next = switch ((int) (word >>> HOW_SHIFT) & 3) {
        case TAKE -> count + 1;
        case GIVE -> count - 1;
        default -> 0;
      };
      Words.compareAndSet(memory, at, holds, (long) next << Integer.SIZE | number);
    }
  }

  /**
   * Gives back what a dead member holds; what it held when it exited by itself stays taken, as in Python. There never are more than at
   * first by that: what somebody takes that others have given without taking it, as for each item of a queue, is used up.
   */
  static void giveBack(MemorySegment memory, long offset, int member, boolean orderly) {
    int first = (int) Words.get(memory, offset + FIRST);
    while (true) {
      long word = Words.get(memory, offset + COUNT);
      finish(memory, offset, word);
      int held = (int) (Words.get(memory, holds(offset, member)) >> Integer.SIZE);
      if (held == 0 && (Words.get(memory, offset + COUNT) | CONTENDED) == (word | CONTENDED)) {
        return;
      }
      int free = (int) (word >>> FREE_SHIFT);
      int back = orderly ? 0 : Math.clamp(first - free, 0, Math.max(held, 0));
      if (change(memory, offset, member, FORGET, back, Integer.MAX_VALUE)) {
        return;
      }
    }
  }
}
