package pythonic.internal.sharedmemory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;
import pythonic.internal.wire.FrameTooLongException;

/**
 * One direction of a pipe: a circle of bytes, with a lock for those that send and one for those that receive. A message goes
 * through it in chunks, one if it is short. A chunk is written first and seen second, when the tail passes it; so a
 * process that is killed while it sends leaves whole chunks only. Each says whether it is the first of its message, and so the
 * rest of a message whose sender or receiver died in the middle is passed over.
 *
 * <pre>
 *    64 | tail: bytes ever sent            192 | somebody waits for data, for room    448 | the circle
 *   128 | head: bytes ever received        256 | who has the reading end open
 *                                          320 | who has the writing end open
 *
 *   chunk:  first (1) | length of the message (31) | length of the chunk (32), then its bytes, up to a multiple of 8
 * </pre>
 */
final class PipeRing extends SharedObject {

  private static final long TAIL = 64;
  private static final long HEAD = 128;
  private static final long DATA_AWAITED = 192;
  private static final long ROOM_AWAITED = 200;
  private static final long READERS = 256;
  private static final long WRITERS = 320;
  private static final long CIRCLE = 448;

  static final int CAPACITY = 1 << 16;

  /** A message up to this size goes in one chunk. Whoever waits for room is woken when there is room for one. */
  static final int SHORT = CAPACITY / 2 - Long.BYTES;

  /** The chunks of a longer one: the receiver takes one while the sender writes the next. */
  private static final int CHUNK = CAPACITY / 4 - Long.BYTES;

  private static final long FIRST = 1L << 63;

  private final Awaited data = new Awaited(heap, offset + DATA_AWAITED);
  private final Awaited room = new Awaited(heap, offset + ROOM_AWAITED);
  private final Holders readers = new Holders(heap, offset + READERS);
  private final Holders writers = new Holders(heap, offset + WRITERS);

  /** What has come of a message that is not whole yet: of whoever holds the lock for receiving. */
  private byte @Nullable [] partial;

  private int partialLength;

  /** Where the rest is, unless another process has gone on from there. */
  private long partialHead;

  private PipeRing(Place place) {
    super(place);
  }

  static PipeRing make() {
    return SharedHeap.make(Kind.PIPE, CIRCLE + CAPACITY - HEADER, PipeRing::new);
  }

  static PipeRing of(Handle handle) {
    return handle.resolve(PipeRing::new);
  }

  Holders readers() {
    return readers;
  }

  Holders writers() {
    return writers;
  }

  /** Those that wait for data. */
  Awaited data() {
    return data;
  }

  /** Those that wait for room. */
  Awaited room() {
    return room;
  }

  /** {@return whether there is something to receive} */
  boolean hasData() {
    return word(TAIL) != word(HEAD);
  }

  /** {@return whether there is something to receive or never will be} */
  boolean isReadable() {
    return hasData() || !writers.any();
  }

  boolean hasRoom(int bytes) {
    return CAPACITY - (word(TAIL) - word(HEAD)) >= bytes + Long.BYTES;
  }

  /** {@return how long the next chunk is, of a message of which so much is left} */
  static int chunk(int total, int left) {
    return total <= SHORT ? left : Math.min(left, CHUNK);
  }

  /** Sends a chunk, for which there is room. The caller holds the lock for sending. */
  void put(byte[] bytes, int from, int length, int total, boolean first) {
    long tail = word(TAIL);
    write(tail, (first ? FIRST : 0) | (long) total << Integer.SIZE | length);
    long start = CIRCLE + (tail + Long.BYTES) % CAPACITY;
    int before = (int) Math.min(length, CIRCLE + CAPACITY - start);
    MemorySegment.copy(bytes, from, memory, ValueLayout.JAVA_BYTE, offset + start, before);
    MemorySegment.copy(bytes, from + before, memory, ValueLayout.JAVA_BYTE, offset + CIRCLE, length - before);
    word(TAIL, tail + size(length));
    data.wakeAll();
  }

  /**
   * Takes a chunk, which is there. The caller holds the lock for receiving.
   *
   * @return the message of which it was the last one, else null
   */
  byte @Nullable [] take(long longest) throws FrameTooLongException {
    long head = word(HEAD);
    long header = memory.get(ValueLayout.JAVA_LONG, offset + CIRCLE + head % CAPACITY);
    int length = (int) header;
    int total = (int) (header >>> Integer.SIZE & Integer.MAX_VALUE);
    if (header < 0) {
      if (total > longest) {
        passed(head + size(length));
        throw new FrameTooLongException("a message of " + total + " bytes");
      }
      partial = new byte[total];
      partialLength = 0;
    } else if (head != partialHead) {
      partial = null;
    }
    byte[] message = partial;
    if (message != null) {
      long start = CIRCLE + (head + Long.BYTES) % CAPACITY;
      int before = (int) Math.min(length, CIRCLE + CAPACITY - start);
      MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, offset + start, message, partialLength, before);
      MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, offset + CIRCLE, message, partialLength + before, length - before);
      partialLength += length;
      partialHead = head + size(length);
    }
    boolean whole = message != null && partialLength == total;
    if (whole) {
      partial = null;
    }
    passed(head + size(length));
    return whole ? message : null;
  }

  private void passed(long head) {
    word(HEAD, head);
    if (hasRoom(SHORT)) { // not for each short message: whoever is woken finds room for many
      room.wakeAll();
    }
  }

  private void write(long position, long header) {
    memory.set(ValueLayout.JAVA_LONG, offset + CIRCLE + position % CAPACITY, header);
  }

  private static long size(int length) {
    return Long.BYTES + (length + Long.BYTES - 1L) / Long.BYTES * Long.BYTES;
  }

  /** Takes the end of a pipe from a member that has died. */
  static void died(MemorySegment memory, long offset, int member) {
    Holders.set(memory, offset + READERS, member, false);
    Holders.set(memory, offset + WRITERS, member, false);
  }
}
