package pythonic.internal.sharedmemory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Spin;

/**
 * Tasks on their way from one process to several workers: a circle of numbered entries, and a circle of their bytes. The
 * workers take them in the order in which they were put; who takes an entry says so in the same word, so whenever a worker
 * is killed it is known what it had taken. One thread at a time puts, takes back and reclaims.
 *
 * <pre>
 *            put               take                     copied
 *   EMPTY ----------> READY ---------> TAKEN by worker ---------> COPIED by worker      (then the entry may be used again)
 *                       |
 *                       '---------> WITHDRAWN
 *                        take back
 *
 *   entry:  number (32 bits) | state (8) | worker (16);  place and length of its bytes
 * </pre>
 *
 * <p>Who waits for a task looks after it has said that it waits; who puts one puts it first and wakes second. One worker
 * at a time looks a while before it waits, and says so: as long as it does nobody is woken. When it looks no more it says
 * so first, and looks once more second. Whoever has looked or waited, and has taken a task while there are others, wakes the
 * next.
 */
public final class TaskBoard extends SharedObject {

  /** So many tasks lie on the board at most. A power of 2. */
  public static final int ENTRIES = 1024;

  /** So many bytes do their tasks have together at most. A power of 2. */
  private static final int BYTES = 1 << 18;

  /** What is longer takes another way. */
  public static final int LONGEST = BYTES / 8;

  /** A look takes about as long as it takes the parent to be woken, and to submit the next. */
  private static final int LOOK_TIMES = 3;

  private static final int READY = 1;
  private static final int TAKEN = 2;
  private static final int COPIED = 3;
  private static final int WITHDRAWN = 4;
  private static final int STATE_SHIFT = 16;
  private static final int WORKER_MASK = 0xffff;

  /** The first entry that may be ready: whoever takes one raises it above that. */
  private static final long NEXT = 64;

  private static final long CLOSED = 128;

  /** The worker that looks for tasks at this moment, plus 1; or 0. */
  private static final long LOOKER = 192;

  /** Those that wait for tasks. */
  private static final long SLEEPERS = 256;

  private static final long TABLE = 320;
  private static final long ENTRY = 16;
  private static final long CIRCLE = TABLE + ENTRIES * ENTRY;

  /** Used by the one who puts: where the next task and its bytes go, and which are the oldest that are still in use. */
  private long next;

  private long written;
  private long oldest;
  private long freed;

  private final Awaited sleepers;

  TaskBoard(Place place) {
    super(place);
    sleepers = new Awaited(heap, offset + SLEEPERS);
  }

  /** A board without tasks, in this process's heap. */
  public static TaskBoard make() {
    return SharedHeap.make(Kind.OTHER, CIRCLE - HEADER + BYTES, TaskBoard::new);
  }

  /** {@return the board that another process has sent} */
  public static TaskBoard of(Handle handle) {
    return handle.resolve(TaskBoard::new);
  }

  /** Makes the board as new. Nobody else uses it. */
  public void reset() {
    memory.asSlice(offset + HEADER, CIRCLE - HEADER).fill((byte) 0);
    next = 0;
    written = 0;
    oldest = 0;
    freed = 0;
  }

  private static long entry(long number) {
    return TABLE + (number & ENTRIES - 1) * ENTRY;
  }

  private static long value(long number, int state, int worker) {
    return number << Integer.SIZE | (long) state << STATE_SHIFT | worker;
  }

  private static boolean has(long word, long number) {
    return word >>> Integer.SIZE == (number & 0xffff_ffffL) && state(word) != 0;
  }

  private static int state(long word) {
    return (int) word >>> STATE_SHIFT;
  }

  /** {@return the number that the next task will have} */
  public long next() {
    return next;
  }

  /**
   * Puts a task, not longer than {@link #LONGEST}, and wakes a worker for it.
   *
   * @return false if there is no room: there will be when workers have taken others
   */
  public boolean put(byte flag, byte[] bytes) {
    int length = bytes.length + 1;
    if (next - oldest == ENTRIES || written + length - freed > BYTES) {
      reclaim();
      if (next - oldest == ENTRIES || written + length - freed > BYTES) {
        return false;
      }
    }
    int at = (int) (written & BYTES - 1);
    memory.set(ValueLayout.JAVA_BYTE, offset + CIRCLE + at, flag);
    at = at + 1 & BYTES - 1;
    int first = Math.min(bytes.length, BYTES - at);
    MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, offset + CIRCLE + at, first);
    MemorySegment.copy(bytes, first, memory, ValueLayout.JAVA_BYTE, offset + CIRCLE, bytes.length - first);
    word(entry(next) + 8, (written & BYTES - 1) << Integer.SIZE | length);
    word(entry(next), value(next, READY, 0)); // last: now it can be taken
    next++;
    written += length;
    if (word(LOOKER) == 0) {
      sleepers.wakeOne();
    }
    return true;
  }

  /** What is told of entries that are used again: which worker took the task, for the last time that it can be known. */
  public interface Takings {
    void taken(long number, int worker);
  }

  private @Nullable Takings takings;

  /** Says who is told. Before the first task. */
  public void takings(Takings told) {
    takings = told;
  }

  /** Finds what can be used again: the oldest, as far as they were copied or taken back. */
  private void reclaim() {
    while (oldest < next) {
      long word = word(entry(oldest));
      if (state(word) == COPIED && takings != null) {
        takings.taken(oldest, (int) word & WORKER_MASK);
      } else if (state(word) != WITHDRAWN) {
        return;
      }
      freed += word(entry(oldest) + 8) & 0xffff_ffffL;
      oldest++;
      Words.raiseTo(memory, offset + NEXT, oldest); // a worker may have died before it did so
    }
  }

  /** Takes a task back. {@return false if a worker has it} */
  public boolean takeBack(long number) {
    return number >= oldest && swap(entry(number), value(number, READY, 0), value(number, WITHDRAWN, 0));
  }

  /** {@return the worker that has taken a task, -1 if none has, or if its entry was used again} */
  public int worker(long number) {
    long word = number < oldest ? 0 : word(entry(number));
    return has(word, number) && (state(word) == TAKEN || state(word) == COPIED) ? (int) word & WORKER_MASK : -1;
  }

  /** A worker is dead, and copies no more: what it was copying may be used again. */
  public void forget(int worker) {
    for (long number = oldest; number < next; number++) {
      swap(entry(number), value(number, TAKEN, worker), value(number, COPIED, worker));
    }
    if (swap(LOOKER, worker + 1L, 0)) {
      sleepers.wakeAll(); // what it would have found
    }
  }

  /** No more tasks come: workers that find none go. */
  public void close() {
    word(CLOSED, 1);
    sleepers.wakeAll();
  }

  /**
   * A task that a worker has taken.
   *
   * @param number its number
   * @param flag what was put beside it
   * @param bytes the task
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares these
  public record Taken(long number, byte flag, byte[] bytes) {}

  /** Waits for a task, deaf to interrupts. {@return the task, null when the board is closed and empty} */
  public @Nullable Taken take(int worker) {
    var taken = new @Nullable Taken[1];
    Attempt attempt = () -> {
      taken[0] = tryTake(worker);
      return taken[0] != null || word(CLOSED) != 0;
    };
    if (!attempt.getAsBoolean()) {
      if (!look(attempt, worker)) {
        sleepers.parkUninterruptibly(attempt);
      }
      if (hasReady()) {
        sleepers.wakeOne(); // those that came while a worker looked have woken nobody
      }
    }
    return taken[0];
  }

  /** Looks for a task, unless another worker does. {@return whether the attempt succeeded} */
  private boolean look(Attempt attempt, int worker) {
    if (!Spin.pays() || !swap(LOOKER, 0, worker + 1L)) {
      return false;
    }
    boolean found = Spin.untilTimes(LOOK_TIMES, attempt);
    word(LOOKER, 0);
    return found;
  }

  /** {@return whether there is a task that can be taken, perhaps} */
  private boolean hasReady() {
    long number = word(NEXT);
    long word = word(entry(number));
    while (has(word, number) && state(word) != READY) {
      word = word(entry(++number));
    }
    return has(word, number) || word(NEXT) > number;
  }

  private interface Attempt extends java.util.function.BooleanSupplier {}

  private @Nullable Taken tryTake(int worker) {
    long number = word(NEXT);
    while (true) {
      long word = word(entry(number));
      if (has(word, number)) {
        if (state(word) == READY && swap(entry(number), word, value(number, TAKEN, worker))) {
          Words.raiseTo(memory, offset + NEXT, number + 1);
          return copy(number, worker);
        }
        number++;
      } else {
        long seen = word(NEXT);
        if (seen <= number) {
          return null;
        }
        number = seen; // the entry was used again meanwhile
      }
    }
  }

  private Taken copy(long number, int worker) {
    long place = word(entry(number) + 8);
    int at = (int) (place >>> Integer.SIZE);
    int length = (int) place - 1;
    byte flag = memory.get(ValueLayout.JAVA_BYTE, offset + CIRCLE + at);
    at = at + 1 & BYTES - 1;
    var bytes = new byte[length];
    int first = Math.min(length, BYTES - at);
    MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, offset + CIRCLE + at, bytes, 0, first);
    MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, offset + CIRCLE, bytes, first, length - first);
    word(entry(number), value(number, COPIED, worker));
    return new Taken(number, flag, bytes);
  }
}
