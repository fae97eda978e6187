package pythonic.queue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A circle of slots in a {@link Lane}. Puts and gets are numbered through all segments of a lane; a number has its
 * slot in one of them.
 *
 * <p>The two positions, each the next number, only grow, but for a bit that closes them for ever. A thread gets a
 * number by compare-and-set and then has its slot for itself. Beside each position lies the last reading of the other
 * one: a number below it is known to be past, and the other side's cache line need not be asked. The first segment is
 * small; in the others the positions lie apart, as two processors write them.
 */
final class Segment {

  /** The bit of a position at which no more numbers are given. */
  static final long CLOSED = Long.MIN_VALUE;

  /** What follows the last segment of a lane that is closed. */
  static final Segment END = new Segment(0, 1);

  private static final int SMALL = 8;
  private static final int LINE = 16; // two cache lines of 8 longs, which processors fetch together

  private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(Object[].class);
  private static final VarHandle POSITIONS = MethodHandles.arrayElementVarHandle(long[].class);
  private static final VarHandle NEXT;

  static {
    try {
      NEXT = MethodHandles.lookup().findVarHandle(Segment.class, "next", Segment.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** The first number that has its slot here. */
  final long first;

  private final @Nullable Object[] slots;
  private final long[] positions;
  private final int tailAt;
  private final int headAt;
  private volatile @Nullable Segment next;

  Segment(long first, int capacity) {
    this.first = first;
    slots = new @Nullable Object[capacity];
    tailAt = capacity > SMALL ? LINE : 0;
    headAt = capacity > SMALL ? 2 * LINE : 2;
    positions = new long[capacity > SMALL ? 3 * LINE : 4];
    positions[tailAt] = first; // the gets may not have come as far: what is seen of them begins with 0
    positions[headAt] = first;
    positions[headAt + 1] = first;
  }

  static Segment small() {
    return new Segment(0, SMALL);
  }

  int capacity() {
    return slots.length;
  }

  /** {@return the number of the next put, with the bit if it is closed} */
  long tail() {
    return (long) POSITIONS.getVolatile(positions, tailAt);
  }

  /** {@return the number of the next get, with the bit if it is closed} */
  long head() {
    return (long) POSITIONS.getVolatile(positions, headAt);
  }

  boolean moveTail(long from, long to) {
    return POSITIONS.compareAndSet(positions, tailAt, from, to);
  }

  boolean moveHead(long from) {
    return POSITIONS.compareAndSet(positions, headAt, from, from + 1);
  }

  /** {@return the number of the next put that nobody will make any more here} */
  long closeTail() {
    return (long) POSITIONS.getAndBitwiseOr(positions, tailAt, CLOSED) & ~CLOSED;
  }

  /** {@return the number of the next get that nobody will make any more here} */
  long closeHead() {
    return (long) POSITIONS.getAndBitwiseOr(positions, headAt, CLOSED) & ~CLOSED;
  }

  /** {@return a number that the gets of the lane have reached} */
  long headSeen() {
    return (long) POSITIONS.getAcquire(positions, tailAt + 1);
  }

  void headSeen(long head) {
    POSITIONS.setRelease(positions, tailAt + 1, head);
  }

  /** {@return a number that the puts of this segment have reached} */
  long tailSeen() {
    return (long) POSITIONS.getAcquire(positions, headAt + 1);
  }

  void tailSeen(long tail) {
    POSITIONS.setRelease(positions, headAt + 1, tail);
  }

  @Nullable Object item(long number) {
    return SLOTS.getAcquire(slots, slot(number));
  }

  void item(long number, @Nullable Object item) {
    SLOTS.setRelease(slots, slot(number), item);
  }

  private int slot(long number) {
    return (int) number & (slots.length - 1);
  }

  /** {@return the segment that follows, null if there is none yet} */
  @Nullable Segment next() {
    return next;
  }

  /** Lets a segment follow, if none does yet. */
  void append(Segment follower) {
    NEXT.compareAndSet(this, null, follower);
  }
}
