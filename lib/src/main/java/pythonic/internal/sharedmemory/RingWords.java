package pythonic.internal.sharedmemory;

import java.lang.foreign.MemorySegment;

/**
 * The words of a ring of messages. Two of them say where it ends and where it begins, and each changes at once, as the
 * one thing that puts a message or takes it:
 *
 * <pre>
 *   tail, head:  how many messages were put, or taken (32 bits) | number of the part (15) | place in it, in units (17)
 * </pre>
 */
final class RingWords {

  /** At most so many messages at once, 0 for no bound. */
  static final long CAPACITY = 8;

  static final long PUT_LOCK = 64;
  static final long TAIL = 128;
  static final long TAKE_LOCK = 192;
  static final long HEAD = 256;

  /** How many messages are done with, as who took them says. */
  static final long DONE = 320;

  /** Rarely written, often read. */
  static final long CLOSED = 384;
  static final long TAKERS = 392;
  static final long PUTTERS = 400;
  static final long LOOKERS = 408;
  static final long JOINERS = 416;

  /** How many messages were dropped by the closing. */
  static final long DROPPED = 424;

  /** Tells this ring's files from others'. */
  static final long ID = 448;

  /** The number of the file that was made last; 0 when there never was one. */
  static final long NEWEST = 456;

  /** The first number that was not used yet when the ring's end left the heap last. */
  static final long OLDEST = 464;

  /** The number of the file that the ring's beginning is just leaving. */
  static final long LEAVING = 472;

  /** Not 0 once there may be files. */
  static final long FILES = 480;

  static final long RING = 512;
  static final int RING_BYTES = 1 << 16;

  private static final int PART_BITS = 15;
  private static final int PLACE_BITS = 17;
  private static final int PART_MASK = (1 << PART_BITS) - 1;
  private static final int PLACE_MASK = (1 << PLACE_BITS) - 1;

  private final MemorySegment memory;
  private final long offset;

  RingWords(Place place) {
    memory = place.heap().memory();
    offset = place.offset();
  }

  long get(long at) {
    return Words.get(memory, offset + at);
  }

  void set(long at, long value) {
    Words.set(memory, offset + at, value);
  }

  boolean swap(long at, long expected, long value) {
    return Words.compareAndSet(memory, offset + at, expected, value);
  }

  RingPart inHeap() {
    return RingPart.inHeap(memory, offset + RING, RING_BYTES);
  }

  static long position(int count, long part, int place) {
    return (long) count << Integer.SIZE | (part & PART_MASK) << PLACE_BITS | (place & PLACE_MASK);
  }

  static int count(long position) {
    return (int) (position >>> Integer.SIZE);
  }

  static int place(long position) {
    return (int) position & PLACE_MASK;
  }

  /** {@return the units from one place to another of the same part} */
  static int distance(long from, long to) {
    return (place(to) - place(from)) & PLACE_MASK;
  }

  static boolean isInHeap(long position) {
    return ((int) position >>> PLACE_BITS) == 0;
  }

  static boolean isSamePart(long one, long other) {
    return (int) one >>> PLACE_BITS == (int) other >>> PLACE_BITS;
  }

  /** {@return the full number of a position's part, of which the position has the last bits} */
  long part(long position) {
    int bits = (int) position >>> PLACE_BITS;
    long newest = get(NEWEST);
    return bits == 0 ? 0 : newest - ((newest - bits) & PART_MASK);
  }

  /** {@return the number of the next file; none looks like the heap's} */
  static long next(long number) {
    return ((number + 1) & PART_MASK) == 0 ? number + 2 : number + 1;
  }

  /** {@return whether so many files would be used at once that their numbers could be mistaken} */
  static boolean isTooMany(long oldest, long newest) {
    return newest - oldest >= PART_MASK - 1;
  }
}
