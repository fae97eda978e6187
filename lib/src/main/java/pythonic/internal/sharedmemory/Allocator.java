package pythonic.internal.sharedmemory;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Gives out the memory of a heap, one object after the other, and again what was freed a while ago. Each object begins
 * with a word that says its kind and size, so that another process can walk over all. Used by the process that made
 * the heap, by one thread at a time; any thread may free.
 */
final class Allocator {

  private static final long TOP = 8;

  /** An object fills whole lines of the processor's cache, so that two locks do not get into each other's way. */
  private static final long UNIT = 64;

  /** What is freed may still be touched by the grandchildren of a child that was killed; they end in that time. */
  private static final long REST_NANOS = 5_000_000_000L;

  private record Freed(long offset, long size, long since) {}

  /** What has the file system find the memory of a part of the heap, which nobody has used yet. */
  interface Reserving {
    void reserve(long from, long to) throws IOException;
  }

  private final MemorySegment memory;
  private final long end;
  private final Reserving reserving;

  /** Up to here there is memory. */
  private long reserved = Layout.OBJECTS;

  private final ConcurrentLinkedQueue<Freed> freed = new ConcurrentLinkedQueue<>();
  private final Map<Long, ArrayDeque<Long>> rested = new HashMap<>();

  Allocator(MemorySegment memory, long end, Reserving reserving) {
    this.memory = memory;
    this.end = end;
    this.reserving = reserving;
    Words.set(memory, TOP, Layout.OBJECTS);
  }

  /**
   * {@return the offset of a new object, 0 if there is no room}
   *
   * @throws IOException if the system has no memory left
   */
  long allocate(Kind kind, long bytes) throws IOException {
    long size = (SharedObject.HEADER + bytes + UNIT - 1) / UNIT * UNIT;
    sortRested();
    ArrayDeque<Long> again = rested.get(size);
    Long offset = again == null ? null : again.poll();
    if (offset != null) {
      memory.asSlice(offset + SharedObject.HEADER, size - SharedObject.HEADER).fill((byte) 0);
      Words.set(memory, offset, header(kind, size));
      return offset;
    }
    long top = Words.get(memory, TOP);
    if (top + size > end) {
      return 0;
    }
    if (top + size > reserved) {
      long to = (top + size + Reserve.PAGE - 1) / Reserve.PAGE * Reserve.PAGE;
      reserving.reserve(reserved, to);
      reserved = to;
    }
    Words.set(memory, top, header(kind, size));
    Words.set(memory, TOP, top + size); // last: who walks up to it finds a header
    return top;
  }

  void free(long offset) {
    long size = size(Words.get(memory, offset));
    Words.set(memory, offset, header(Kind.FREE, size));
    freed.add(new Freed(offset, size, System.nanoTime()));
  }

  private void sortRested() {
    for (Freed first = freed.peek(); isRested(first); first = freed.peek()) {
      Freed next = freed.remove();
      rested.computeIfAbsent(next.size(), _ -> new ArrayDeque<>()).add(next.offset());
    }
  }

  private static boolean isRested(@Nullable Freed first) {
    return first != null && System.nanoTime() - first.since() > REST_NANOS;
  }

  /** What is done with each object. */
  interface Visitor {
    void visit(Kind kind, long offset);
  }

  /** Walks over all objects of a heap, in any process. */
  static void visit(MemorySegment memory, Visitor visitor) {
    long top = Words.get(memory, TOP);
    for (long offset = Layout.OBJECTS; offset < top;) {
      long header = Words.get(memory, offset);
      visitor.visit(Kind.of((int) (header >>> Integer.SIZE)), offset);
      offset += size(header);
    }
  }

  private static long header(Kind kind, long size) {
    return (long) kind.code() << Integer.SIZE | size;
  }

  private static long size(long header) {
    return header & 0xffff_ffffL;
  }
}
