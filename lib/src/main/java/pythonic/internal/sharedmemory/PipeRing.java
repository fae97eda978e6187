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
 *    64 | tail: bytes ever sent            192 | somebody waits for data, room, slots    384 | the annex
 *   128 | head: bytes ever received        256 | who has the reading end open            448 | the circle
 *                                          320 | who has the writing end open
 *
 *   chunk:  first (1) | length of the message (31) | aside (1) | length of the chunk (31),
 *           then its bytes, up to a multiple of 8; or, if it lies aside, the number of its slot in the annex
 * </pre>
 */
final class PipeRing extends SharedObject {

  private static final long TAIL = 64;
  private static final long HEAD = 128;
  private static final long DATA_AWAITED = 192;
  private static final long ROOM_AWAITED = 200;
  private static final long SLOTS_AWAITED = 208;
  private static final long READERS = 256;
  private static final long WRITERS = 320;
  static final long ANNEX = 384;
  private static final long CIRCLE = 448;

  static final int CAPACITY = 1 << 16;

  /** A message up to this size goes in one chunk. Whoever waits for room is woken when there is room for one. */
  static final int SHORT = CAPACITY / 2 - Long.BYTES;

  /** The chunks of a longer one where there is no annex: the receiver takes one while the sender writes the next. */
  private static final int CHUNK = CAPACITY / 4 - Long.BYTES;

  private static final long FIRST = 1L << 63;
  private static final long ASIDE = 1L << 31;

  private final Awaited data = new Awaited(heap, offset + DATA_AWAITED);
  private final Awaited room = new Awaited(heap, offset + ROOM_AWAITED);
  private final Awaited slots = new Awaited(heap, offset + SLOTS_AWAITED);
  private final PipeAnnex annex = new PipeAnnex(heap, offset + ANNEX);
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
    PipeRing made = SharedHeap.make(Kind.PIPE, CIRCLE + CAPACITY - HEADER, PipeRing::new);
    made.annex.own(made);
    return made;
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

  /** Those that wait for room in the annex. */
  Awaited slots() {
    return slots;
  }

  /** {@return whether long messages can go through the annex} The caller holds the lock for sending. */
  boolean hasAnnex() {
    return annex.make();
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

  /** {@return whether a chunk can go through the annex} The caller holds the lock for sending. */
  boolean hasSlot() {
    return annex.free(word(HEAD), word(TAIL)) >= 0 && hasRoom(Long.BYTES);
  }

  /** {@return how long the next chunk is, of a message of which so much is left} */
  static int chunk(int total, int left) {
    return total <= SHORT ? left : Math.min(left, CHUNK);
  }

  /** Sends a chunk, for which there is room. The caller holds the lock for sending. */
  void put(byte[] bytes, int from, int length, int total, boolean first) {
    long tail = word(TAIL);
    long start = CIRCLE + (tail + Long.BYTES) % CAPACITY;
    int before = (int) Math.min(length, CIRCLE + CAPACITY - start);
    MemorySegment.copy(bytes, from, memory, ValueLayout.JAVA_BYTE, offset + start, before);
    MemorySegment.copy(bytes, from + before, memory, ValueLayout.JAVA_BYTE, offset + CIRCLE, length - before);
    sent(tail, (first ? FIRST : 0) | (long) total << Integer.SIZE | length, length);
  }

  /** Sends a chunk through the annex, which has a slot for it. The caller holds the lock for sending. */
  void putAside(byte[] bytes, int from, int length, int total, boolean first) {
    long tail = word(TAIL);
    int slot = annex.free(word(HEAD), tail);
    annex.use(slot, tail + size(Long.BYTES));
    MemorySegment.copy(bytes, from, annex.slots(), ValueLayout.JAVA_BYTE, PipeAnnex.start(slot), length);
    write(tail + Long.BYTES, slot);
    sent(tail, (first ? FIRST : 0) | (long) total << Integer.SIZE | ASIDE | length, Long.BYTES);
  }

  private void sent(long tail, long header, int bytes) {
    write(tail, header);
    word(TAIL, tail + size(bytes));
    data.wakeAll();
  }

  /**
   * Takes a chunk, which is there. The caller holds the lock for receiving.
   *
   * @return the message of which it was the last one, else null
   */
  byte @Nullable [] take(long longest) throws FrameTooLongException {
    long head = word(HEAD);
    long header = read(head);
    boolean aside = (header & ASIDE) != 0;
    int length = (int) (header & ASIDE - 1);
    long end = head + size(aside ? Long.BYTES : length);
    int total = (int) (header >>> Integer.SIZE & Integer.MAX_VALUE);
    if (header < 0) {
      if (total > longest) {
        passed(end, aside);
        throw new FrameTooLongException("a message of " + total + " bytes");
      }
      partial = new byte[total];
      partialLength = 0;
    } else if (head != partialHead) {
      partial = null;
    }
    byte[] message = partial;
    if (message != null) {
      if (aside) {
        int slot = (int) read(head + Long.BYTES);
        MemorySegment.copy(annex.slots(), ValueLayout.JAVA_BYTE, PipeAnnex.start(slot), message, partialLength, length);
      } else {
        copy(head + Long.BYTES, message, partialLength, length);
      }
      partialLength += length;
      partialHead = end;
    }
    boolean whole = message != null && partialLength == total;
    if (whole) {
      partial = null;
    }
    passed(end, aside);
    return whole ? message : null;
  }

  private void copy(long position, byte[] message, int to, int length) {
    long start = CIRCLE + position % CAPACITY;
    int before = (int) Math.min(length, CIRCLE + CAPACITY - start);
    MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, offset + start, message, to, before);
    MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, offset + CIRCLE, message, to + before, length - before);
  }

  private void passed(long head, boolean aside) {
    word(HEAD, head);
    if (hasRoom(SHORT)) { // not for each short message: whoever is woken finds room for many
      room.wakeAll();
      slots.wakeAll();
    } else if (aside) {
      slots.wakeAll();
    }
  }

  private long read(long position) {
    return memory.get(ValueLayout.JAVA_LONG, offset + CIRCLE + position % CAPACITY);
  }

  private void write(long position, long word) {
    memory.set(ValueLayout.JAVA_LONG, offset + CIRCLE + position % CAPACITY, word);
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
