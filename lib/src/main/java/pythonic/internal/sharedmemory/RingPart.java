package pythonic.internal.sharedmemory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Cleaner;
import org.jspecify.annotations.Nullable;

/**
 * A part of a ring of messages: the one in the heap, or a file. A message begins at a multiple of 16 bytes with a word
 * that says its kind, its tag and its length, and may go on at the part's beginning.
 */
final class RingPart implements AutoCloseable {

  static final int UNIT = 16;

  static final int INLINE = 1;

  /** The bytes lie in a file of their own; the message has none. */
  static final int IN_FILE = 2;

  /** Not a message: the ring goes on in another part, at its beginning. */
  static final int JUMP = 3;

  private static final int HEADER = Long.BYTES;
  private static final int TAG_SHIFT = 32;
  private static final int KIND_SHIFT = 40;

  private static final Cleaner CLEANER = Cleaner.create();

  private final long number;
  private final MemorySegment memory;
  private final long start;
  private final int units;
  private final @Nullable Arena arena;

  private RingPart(long number, MemorySegment memory, long start, int units, @Nullable Arena arena) {
    this.number = number;
    this.memory = memory;
    this.start = start;
    this.units = units;
    this.arena = arena;
  }

  /** The part in the heap. Sizes are powers of 2. */
  static RingPart inHeap(MemorySegment memory, long start, int bytes) {
    return new RingPart(0, memory, start, bytes / UNIT, null);
  }

  /** A part in a mapped file, which is unmapped when the part is closed. */
  static RingPart inFile(long number, MemorySegment mapped, Arena arena) {
    var part = new RingPart(number, mapped, 0, (int) (mapped.byteSize() / UNIT), arena);
    CLEANER.register(part, () -> close(arena));
    return part;
  }

  /** {@return its number, 0 for the one in the heap} */
  long number() {
    return number;
  }

  int units() {
    return units;
  }

  /** {@return how many units a message of so many bytes takes} */
  static int units(int length) {
    return (HEADER + length + UNIT - 1) / UNIT;
  }

  private long at(int place) {
    return start + (long) (place & units - 1) * UNIT;
  }

  void write(int place, int kind, int tag, int length) {
    Words.set(memory, at(place), (long) kind << KIND_SHIFT | (long) tag << TAG_SHIFT | length);
  }

  void write(int place, int tag, byte[] bytes) {
    write(place, INLINE, tag, bytes.length);
    long from = at(place) + HEADER;
    int first = (int) Math.min(bytes.length, start + (long) units * UNIT - from);
    MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, from, first);
    if (first < bytes.length) {
      MemorySegment.copy(bytes, first, memory, ValueLayout.JAVA_BYTE, start, bytes.length - first);
    }
  }

  long header(int place) {
    return Words.get(memory, at(place));
  }

  static int kind(long header) {
    return (int) (header >>> KIND_SHIFT);
  }

  static int tag(long header) {
    return (int) (header >>> TAG_SHIFT) & 0xff;
  }

  static int length(long header) {
    return (int) header;
  }

  byte[] read(int place, int length) {
    var bytes = new byte[length];
    long from = at(place) + HEADER;
    int first = (int) Math.min(length, start + (long) units * UNIT - from);
    MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, from, bytes, 0, first);
    if (first < length) {
      MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, start, bytes, first, length - first);
    }
    return bytes;
  }

  @Override
  public void close() {
    close(arena);
  }

  private static void close(@Nullable Arena arena) {
    if (arena != null && arena.scope().isAlive()) {
      arena.close();
    }
  }
}
