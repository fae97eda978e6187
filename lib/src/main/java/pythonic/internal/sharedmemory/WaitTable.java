package pythonic.internal.sharedmemory;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.OSError;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.waiting.Spin;

/**
 * The threads of all processes that wait for something in a heap. Each has a slot of its own; there are no lists, so a
 * process that dies at any moment leaves nothing half done. Who wakes looks at all slots in use, and takes the oldest
 * ticket for its key.
 *
 * <p>Who waits takes a slot, looks once more whether there is reason to wait, and waits; who changes something changes
 * it first and looks for waiters second. So one of the two sees the other.
 */
final class WaitTable {

  private static final int NONE = -1;

  private final SharedHeap heap;
  private final MemorySegment memory;

  /** The slots of this process. */
  private final ConcurrentHashMap<Integer, Slot> own = new ConcurrentHashMap<>();

  private final Doorbells doorbells;
  private final Mutex opening = new Mutex();
  private volatile boolean open;

  WaitTable(SharedHeap heap) {
    this.heap = heap;
    memory = heap.memory();
    doorbells = new Doorbells(heap);
  }

  /** Takes a slot, which is not armed. */
  Slot claim(long key, int sort) {
    if (!open) {
      HeapFolder.deaf(opening, () -> {
        if (!open) {
          doorbells.open(this::wakeOwn);
          open = true;
        }
        return open;
      });
    }
    for (int i = 0; i < Layout.SLOT_COUNT; i++) {
      heap.reserveSlot(i);
      if (Slot.claim(memory, i, heap.self())) {
        Words.raiseTo(memory, Layout.SLOTS_USED, i + 1L);
        var slot = new Slot(this, memory, i, key, sort);
        own.put(i, slot);
        return slot;
      }
    }
    throw new OSError(11, "more than " + Layout.SLOT_COUNT + " threads wait in this memory");
  }

  /** No thread of this process is woken by others any more: it ends. */
  void close() {
    doorbells.close();
  }

  void release(int index) {
    own.remove(index);
    Slot.free(memory, index);
  }

  long nextTicket() {
    return Words.add(memory, Layout.TICKETS, 1);
  }

  /**
   * Waits until an attempt succeeds. One has been made and failed.
   *
   * @param key who changes what the attempt depends on wakes those with this key
   * @param look tried a few times before the wait; it leaves no traces if it fails
   * @param attempt tried after each wake-up, by a thread that can be woken
   * @return false if the deadline passed first
   * @throws KeyboardInterrupt if the thread was interrupted first
   */
  boolean await(long key, BooleanSupplier look, BooleanSupplier attempt, Deadline deadline) {
    if (!deadline.isNever() && deadline.remainingNanos() <= 0) {
      return false;
    }
    return Spin.until(look) || park(key, attempt, deadline);
  }

  /** Waits as {@link #await} does, without a look before: for who has looked already. */
  boolean park(long key, BooleanSupplier attempt, Deadline deadline) {
    try (Slot slot = claim(key, Slot.LOOKS)) {
      while (true) {
        slot.arm();
        if (attempt.getAsBoolean()) {
          if (!slot.disarm()) {
            wake(key, 1); // the signal was for whoever can still use it
          }
          return true;
        }
        if (!slot.await(deadline)) {
          return false;
        }
      }
    }
  }

  /** As {@link #await}, without a limit and deaf to interrupts, whose flag stays set. */
  void awaitUninterruptibly(long key, BooleanSupplier look, BooleanSupplier attempt) {
    if (!Spin.until(look)) {
      parkUninterruptibly(key, attempt);
    }
  }

  /** As {@link #park}, without a limit and deaf to interrupts, whose flag stays set. */
  void parkUninterruptibly(long key, BooleanSupplier attempt) {
    boolean interrupted = false;
    while (true) {
      try {
        park(key, attempt, Deadline.NEVER);
        break;
      } catch (KeyboardInterrupt e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Wakes those that wait with a key, the oldest first. {@return how many were woken} */
  int wake(long key, int count) {
    int woken = 0;
    while (woken < count) {
      int oldest = oldest(key);
      if (oldest == NONE) {
        break;
      }
      if (signal(oldest)) {
        woken++;
      }
    }
    return woken;
  }

  /** Wakes all that wait with a key now, each once. */
  void wakeAll(long key) {
    forEachUsed(i -> {
      if (Slot.isWaiting(Slot.state(memory, i)) && Slot.key(memory, i) == key) {
        signal(i);
      }
      return false;
    });
  }

  /**
   * Has all threads look again at what they wait for; nobody takes it for a signal that counts. Threads that were
   * signalled by a process that died before it could wake them are woken, in all processes.
   */
  void wakeAllToLook() {
    wakeOwn();
    heap.members().forEach(member -> {
      if (member != heap.self()) {
        doorbells.ring(member);
      }
    });
    forEachUsed(i -> {
      if (Slot.isWaiting(Slot.state(memory, i)) && Slot.sort(memory, i) != Slot.COUNTS) {
        signal(i);
      }
      return false;
    });
  }

  /** {@return whether somebody waits with a key} */
  boolean isAwaited(long key) {
    return oldest(key) != NONE;
  }

  /** {@return how many threads that others count on are inside something, whether they wait at this moment or not} */
  int inside(long key) {
    return count(i -> Slot.owner(memory, i) >= 0 && Slot.key(memory, i) == key && Slot.sort(memory, i) == Slot.COUNTED_ON);
  }

  /** {@return how many threads wait with a key} */
  int waiting(long key) {
    return count(i -> Slot.isWaiting(Slot.state(memory, i)) && Slot.key(memory, i) == key);
  }

  private int count(IntPredicate slots) {
    int[] count = new int[1];
    forEachUsed(i -> {
      if (slots.test(i)) {
        count[0]++;
      }
      return false;
    });
    return count[0];
  }

  private int oldest(long key) {
    long[] first = {Long.MAX_VALUE, NONE};
    forEachUsed(i -> {
      long state = Slot.state(memory, i);
      if (Slot.isWaiting(state) && state < first[0] && Slot.key(memory, i) == key) {
        first[0] = state;
        first[1] = i;
      }
      return false;
    });
    return (int) first[1];
  }

  private void forEachUsed(IntPredicate stop) {
    long used = Words.get(memory, Layout.SLOTS_USED);
    for (int i = 0; i < used && !stop.test(i); i++) {}
  }

  private boolean signal(int index) {
    long waiting = Slot.state(memory, index);
    int owner = Slot.owner(memory, index);
    boolean byFutex = Slot.isByFutex(memory, index);
    if (!Slot.isWaiting(waiting) || !Slot.signal(memory, index, waiting)) {
      return false;
    }
    if (byFutex && Futex.isUsable()) {
      Futex.wake(memory, Slot.at(index) + Slot.STATE);
    } else if (owner == heap.self()) {
      Slot slot = own.get(index);
      if (slot != null) {
        slot.wake();
      }
    } else if (owner >= 0) {
      doorbells.ring(owner);
    }
    return true;
  }

  /** Wakes the threads of this process that others have signalled. */
  private void wakeOwn() {
    own.forEach((index, slot) -> {
      if (Slot.isSignalled(Slot.state(memory, index))) {
        slot.wake();
      }
    });
  }

  /** Frees the slots of a member that has died. */
  void forget(int member) {
    forEachUsed(i -> {
      if (Slot.owner(memory, i) == member) {
        long key = Slot.key(memory, i);
        int sort = Slot.sort(memory, i);
        boolean signalled = Slot.isSignalled(Slot.state(memory, i));
        Slot.free(memory, i);
        if (sort == Slot.COUNTS && signalled) {
          wake(key, 1); // it was notified and did not live to see it
        } else if (sort == Slot.COUNTED_ON) {
          SharedRounds.died(memory, key);
        }
      }
      return false;
    });
  }
}
