package pythonic.internal.sharedmemory;

import java.lang.foreign.MemorySegment;
import java.util.function.BooleanSupplier;
import pythonic.internal.waiting.Deadline;

/**
 * Something that threads of several processes wait for, with a word that says whether any may do so: whoever brings it
 * about looks for them only then.
 *
 * <p>Who waits is in the table first, then sets the word, then looks once more. Who brings it about does that first,
 * then reads the word, then looks into the table. The word is cleared by one who found nobody there; who came between
 * is found by the look that follows. If a process dies between the two, recovery has all look again.
 */
final class Awaited {

  private final WaitTable waits;
  private final MemorySegment memory;
  private final long at;

  /** The word at an offset of a heap, which is also the key of those that wait. */
  Awaited(SharedHeap heap, long at) {
    this.waits = heap.waits();
    this.memory = heap.memory();
    this.at = at;
  }

  /** Waits as {@link WaitTable#await} does. */
  boolean await(BooleanSupplier look, BooleanSupplier attempt, Deadline deadline) {
    return waits.await(at, look, () -> {
      mark();
      return attempt.getAsBoolean();
    }, deadline);
  }

  /** Waits as {@link WaitTable#parkUninterruptibly} does. */
  void parkUninterruptibly(BooleanSupplier attempt) {
    waits.parkUninterruptibly(at, () -> {
      mark();
      return attempt.getAsBoolean();
    });
  }

  /** Takes a place among those that wait. {@return the place, to be closed} */
  Slot enter(Runnable signalled) {
    Slot slot = waits.claim(at, Slot.LOOKS);
    slot.arm(signalled);
    mark();
    return slot;
  }

  private void mark() {
    if (Words.get(memory, at) == 0) {
      Words.set(memory, at, 1);
    }
  }

  /** One of those that wait can go on. */
  void wakeOne() {
    if (Words.get(memory, at) != 0 && waits.wake(at, 1) == 0) {
      Words.set(memory, at, 0);
      if (waits.isAwaited(at)) {
        mark();
        waits.wakeAll(at);
      }
    }
  }

  /** All that wait can go on. */
  void wakeAll() {
    if (Words.get(memory, at) != 0) {
      Words.set(memory, at, 0); // first: who enters after the look below sets it again
      waits.wakeAll(at);
    }
  }
}
