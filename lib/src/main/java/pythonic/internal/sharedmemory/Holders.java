package pythonic.internal.sharedmemory;

import java.lang.foreign.MemorySegment;
import pythonic.internal.waiting.Mutex;

/**
 * The processes that have an end of a pipe open: a bit for each member, in one line of the processor's cache. A process
 * that has it open several times counts here how often, and sets the bit with the first and clears it with the last; of one
 * that has died, recovery clears it.
 */
final class Holders {

  static final long SIZE = Layout.MEMBER_COUNT / Byte.SIZE;

  private final MemorySegment memory;
  private final long at;
  private final int self;

  /** Held while the count and the bit change together. Nothing under it waits. */
  private final Mutex counting = new Mutex();

  private int count;

  Holders(SharedHeap heap, long at) {
    this.memory = heap.memory();
    this.at = at;
    this.self = heap.self();
  }

  void add() {
    try (var _ = counting.hold()) {
      if (count++ == 0) {
        set(memory, at, self, true);
      }
    }
  }

  /** {@return whether this process has it open no more} */
  boolean remove() {
    try (var _ = counting.hold()) {
      if (--count > 0) {
        return false;
      }
      set(memory, at, self, false);
      return true;
    }
  }

  boolean any() {
    for (long word = at; word < at + SIZE; word += Long.BYTES) {
      if (Words.get(memory, word) != 0) {
        return true;
      }
    }
    return false;
  }

  static void set(MemorySegment memory, long at, int member, boolean holds) {
    long word = at + member / Long.SIZE * (long) Long.BYTES;
    long bit = 1L << member % Long.SIZE;
    long now = Words.get(memory, word);
    while (!Words.compareAndSet(memory, word, now, holds ? now | bit : now & ~bit)) {
      now = Words.get(memory, word);
    }
  }
}
