package pythonic.internal.sharedmemory;

import java.lang.foreign.MemorySegment;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Deadline;

/**
 * A lock between processes. One word says all of it: who holds it and whether others may wait; so at whatever moment a
 * process is killed, the word is right. It is not fair.
 *
 * <pre>
 *   0                          free
 *   pid | CONTENDED or not     held by a thread of that process; whoever frees a contended one wakes a waiter
 *   pid | ABANDONED            free; that process died with it, which whoever takes it next is told
 * </pre>
 *
 * Which thread of the holding process holds it is known there only.
 */
public final class SharedMutex extends SharedObject {

  /** The result of an attempt that failed. */
  public static final long NOT_TAKEN = -1;

  /** The result of an attempt that succeeded; any other result is the pid of the process that died with the lock. */
  public static final long TAKEN = 0;

  private static final long WORD = HEADER;
  private static final long CONTENDED = 1;
  private static final long ABANDONED = 2;

  private static final long MINE = ProcessHandle.current().pid() << Integer.SIZE;

  /**
   * The thread of this process that took it last. Written by whoever holds it; another thread may read it racily, sees
   * some holder past or present or none, and never itself, which is all that ownership needs.
   */
  private @Nullable Thread holder;

  /** How often the holder has taken it; the holder's only. */
  private int depth;

  SharedMutex(Place place) {
    super(place);
  }

  /** A lock that is free, in this process's heap. */
  public static SharedMutex make() {
    return SharedHeap.make(Kind.MUTEX, Long.BYTES, SharedMutex::new);
  }

  /** {@return the lock that another process has sent} */
  public static SharedMutex of(Handle handle) {
    return handle.resolve(SharedMutex::new);
  }

  private long key() {
    return offset + WORD;
  }

  /** Takes it if it is free. */
  public long tryAcquire() {
    return swap(WORD, 0, MINE) ? taken(TAKEN) : tryAcquire(0);
  }

  private long tryAcquire(long flag) {
    while (true) {
      long word = word(WORD);
      boolean abandoned = (word & ABANDONED) != 0;
      if (word != 0 && !abandoned) {
        if (flag == 0 || (word & CONTENDED) != 0 || swap(WORD, word, word | CONTENDED)) {
          return NOT_TAKEN;
        }
      } else if (swap(WORD, word, MINE | flag)) {
        return taken(abandoned ? word >>> Integer.SIZE : TAKEN);
      }
    }
  }

  private long taken(long result) {
    holder = Thread.currentThread();
    depth = 1;
    return result;
  }

  /**
   * Takes it, after waiting until the deadline.
   *
   * @throws pythonic.builtins.KeyboardInterrupt if the thread was interrupted first
   */
  public long acquire(Deadline deadline) {
    long result = tryAcquire();
    if (result != NOT_TAKEN) {
      return result;
    }
    var later = new Attempts();
    heap.waits().await(key(), later::look, later::attempt, deadline);
    return later.result;
  }

  /**
   * Takes it, or gives up when something else has happened, of which {@link #wakeToLook} tells those that wait.
   *
   * @throws pythonic.builtins.KeyboardInterrupt if the thread was interrupted first
   */
  public long acquire(BooleanSupplier givesUp, Deadline deadline) {
    long result = tryAcquire();
    if (result != NOT_TAKEN) {
      return result;
    }
    var later = new Attempts();
    heap.waits().await(key(), () -> later.look() || givesUp.getAsBoolean(), () -> later.attempt() || givesUp.getAsBoolean(), deadline);
    return later.result;
  }

  /** Has those that wait look whether to give up. */
  void wakeToLook() {
    heap.waits().wakeAll(key());
  }

  /** Takes it, deaf to interrupts, whose flag stays set. */
  public long acquireUninterruptibly() {
    var later = new Attempts();
    later.result = tryAcquire();
    if (later.result == NOT_TAKEN) {
      heap.waits().awaitUninterruptibly(key(), later::look, later::attempt);
    }
    return later.result;
  }

  /** The attempts of a thread that waits, and the result of the last. */
  private final class Attempts {

    long result = NOT_TAKEN;

    boolean look() {
      result = tryAcquire(0);
      return result != NOT_TAKEN;
    }

    boolean attempt() {
      result = tryAcquire(CONTENDED);
      return result != NOT_TAKEN;
    }
  }

  /** Takes it once more; the current thread holds it. */
  public void deepen() {
    depth++;
  }

  /** Frees it once; the current thread holds it. */
  public void lessen() {
    if (depth > 1) {
      depth--;
    } else {
      release();
    }
  }

  /** Frees it, whoever holds it, and however often. {@return false if it is free} */
  public boolean release() {
    holder = null; // before the word: the next one of this process writes it after
    if (swap(WORD, MINE, 0)) {
      return true;
    }
    while (true) {
      long word = word(WORD);
      if (word == 0 || (word & ABANDONED) != 0) {
        return false;
      }
      if (swap(WORD, word, 0)) {
        if ((word & CONTENDED) != 0) {
          heap.waits().wake(key(), 1);
        }
        return true;
      }
    }
  }

  public boolean isHeld() {
    long word = word(WORD);
    return word != 0 && (word & ABANDONED) == 0;
  }

  public boolean isHeldByCurrentThread() {
    return Thread.currentThread().equals(holder) && isHeldHere();
  }

  /** {@return whether a thread of this process holds it} */
  public boolean isHeldHere() {
    long word = word(WORD);
    return word >>> Integer.SIZE == MINE >>> Integer.SIZE && (word & ABANDONED) == 0;
  }

  /** {@return how often the current thread, which holds it, has taken it} */
  public int depth() {
    return depth;
  }

  public void depth(int value) {
    depth = value;
  }

  /** Marks a lock as abandoned if that process holds it. */
  static void abandon(MemorySegment memory, long offset, long pid) {
    long at = offset + WORD;
    for (long word = Words.get(memory, at); word >>> Integer.SIZE == pid && (word & ABANDONED) == 0; word = Words.get(memory, at)) {
      if (Words.compareAndSet(memory, at, word, pid << Integer.SIZE | ABANDONED)) {
        return;
      }
    }
  }
}
