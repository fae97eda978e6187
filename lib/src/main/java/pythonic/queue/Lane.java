package pythonic.queue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Items on their way from threads that put to threads that get, in the order of the puts, with or without a bound, and
 * without a lock.
 *
 * <p>A put takes the next number, then stores its item in the slot of that number; a get takes the next number below,
 * then clears the slot. Safe are the slots because a put takes a number only when the get before in the same slot has
 * taken its number and cleared the slot, and a get takes a number only when its put has stored. Whoever meets another
 * between the two steps, a few instructions apart, looks again until it is through.
 *
 * <p>When a segment is full and the bound is not reached, it is closed for puts and a larger one follows. A lane can be
 * closed as a whole: first for puts, then for gets. None travels as a stand-in, as an empty slot holds null.
 */
class Lane extends LaneEnds {

  /** What {@link #poll} gives when no item will ever come. */
  static final Object ENDED = new Object();

  private static final Object NONE = new Object();

  /** Larger segments follow one another instead of growing further. */
  private static final int LARGEST = 4096;

  private static final int LOOKS = 100;

  private static final VarHandle PUTS;
  private static final VarHandle GETS;

  static {
    try {
      var lookup = MethodHandles.lookup();
      PUTS = lookup.findVarHandle(Lane.class, "puts", Segment.class);
      GETS = lookup.findVarHandle(Lane.class, "gets", Segment.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** What became of an item. */
  enum Outcome {
    PUT, FULL, CLOSED
  }

  private final long bound;
  private volatile Segment puts; // the last segment, or one before it
  private volatile Segment gets; // the first segment that may have items

  /** An empty lane for so many items, {@code Long.MAX_VALUE} for no bound. */
  Lane(long bound) {
    this.bound = bound;
    puts = Segment.small();
    gets = puts;
  }

  /** Puts an item if there is room. */
  Outcome offer(@Nullable Object item) {
    for (int looks = 0; ; looks = pause(looks)) {
      Segment segment = puts;
      long tail = segment.tail();
      if (tail < 0) {
        if (!follow(segment)) {
          return Outcome.CLOSED;
        }
        continue;
      }
      long head = segment.headSeen();
      if (tail - head >= bound || tail - Math.max(head, segment.first) >= segment.capacity()) {
        head = taken();
        segment.headSeen(head);
        if (tail - head >= bound) {
          return Outcome.FULL; // it was so when head was read
        }
        if (tail - Math.max(head, segment.first) >= segment.capacity()) {
          segment.moveTail(tail, tail | Segment.CLOSED);
          continue;
        }
      }
      if (segment.item(tail) == null && segment.moveTail(tail, tail + 1)) {
        segment.item(tail, item == null ? NONE : item);
        wakeGetter();
        return Outcome.PUT;
      }
    }
  }

  /** Goes on to the segment after one that is closed. {@return false if there will be none} */
  private boolean follow(Segment segment) {
    Segment next = segment.next();
    if (next == null) {
      int larger = (int) Math.min(segment.capacity() * 4L, LARGEST);
      segment.append(new Segment(segment.tail() & ~Segment.CLOSED, larger));
      next = segment.next();
    }
    if (next == Segment.END) {
      return false;
    }
    PUTS.compareAndSet(this, segment, next);
    return true;
  }

  /** Takes an item. {@return null if there is none, {@link #ENDED} if there will be none any more} */
  @Nullable Object poll() {
    for (int looks = 0; ; looks = pause(looks)) {
      Segment segment = gets;
      long head = segment.head();
      if (head < 0) {
        return ENDED;
      }
      if (head >= segment.tailSeen()) {
        long tail = segment.tail();
        if (head >= (tail & ~Segment.CLOSED)) {
          if (tail >= 0) {
            return null;
          }
          Segment next = segment.next();
          if (next == null || next == Segment.END) {
            return next == null ? null : ENDED;
          }
          GETS.compareAndSet(this, segment, next);
          continue;
        }
        segment.tailSeen(tail & ~Segment.CLOSED);
      }
      Object item = segment.item(head);
      if (item != null && segment.moveHead(head)) {
        segment.item(head, null);
        wakePutter();
        return item;
      }
    }
  }

  /** {@return the item that a get gave} */
  @SuppressWarnings("ReferenceEquality") // there is one NONE
  static @Nullable Object unwrap(Object item) {
    return item == NONE ? null : item;
  }

  @SuppressWarnings("ThreadPriorityCheck") // nothing depends on it but time: without it a lost time slice would be spun away
  private static int pause(int looks) {
    if (looks < LOOKS) {
      Thread.onSpinWait();
    } else {
      Thread.yield(); // the other thread lost its processor between its two steps
    }
    return looks + 1;
  }

  /** {@return how many items were ever taken} */
  long taken() {
    while (true) {
      Segment segment = gets;
      long head = segment.head();
      if (gets == segment) {
        return head & ~Segment.CLOSED;
      }
    }
  }

  /** {@return how many items were ever put} */
  long put() {
    while (true) {
      Segment segment = puts;
      long tail = segment.tail();
      if (tail >= 0 || segment.next() == null || segment.next() == Segment.END) {
        return tail & ~Segment.CLOSED;
      }
      follow(segment);
    }
  }

  int size() {
    long taken = taken(); // first: the difference is never negative
    return (int) Math.min(put() - taken, Math.min(bound, Integer.MAX_VALUE));
  }

  /**
   * Puts an item when there is room. {@return false if no more items are taken in}
   *
   * @throws Full if the call may not wait, or no longer
   */
  boolean put(@Nullable Object item, Patience patience) {
    Outcome outcome = offer(item);
    if (outcome == Outcome.FULL) {
      do {
        if (!patience.await(putters(), this::hasMuchRoom, this::isReadyForPut)) {
          throw new Full();
        }
        outcome = offer(item);
      } while (outcome == Outcome.FULL);
      if (outcome == Outcome.PUT && isReadyForPut()) {
        wakePutter(); // only one thread is woken at a time
      }
    }
    return outcome == Outcome.PUT;
  }

  /**
   * Takes an item when there is one. {@return it, or {@link #ENDED}}
   *
   * @throws Empty if the call may not wait, or no longer
   */
  @SuppressWarnings("ReferenceEquality") // there is one ENDED
  Object get(Patience patience) {
    Object item = poll();
    if (item == null) {
      do {
        if (!patience.await(getters(), this::isReadyForGet, this::isReadyForGet)) {
          throw new Empty();
        }
        item = poll();
      } while (item == null);
      if (item != ENDED && isReadyForGet()) {
        wakeGetter(); // only one thread is woken at a time
      }
    }
    return item;
  }

  private boolean isReadyForGet() {
    Segment segment = gets;
    while (true) {
      long head = segment.head();
      long tail = segment.tail();
      if (head != (tail & ~Segment.CLOSED)) {
        return true; // also if gets are closed
      }
      Segment next = segment.next();
      if (tail >= 0 || next == null) {
        return false;
      }
      if (next == Segment.END) {
        return true;
      }
      segment = next;
    }
  }

  /** A thread that met a full lane had better put several items at one go than one after each get. */
  private boolean hasMuchRoom() {
    return put() - taken() <= bound - Math.max(1, bound / 4);
  }

  private boolean isReadyForPut() {
    long taken = taken();
    return puts.tail() < 0 || put() - taken < bound;
  }

  /** {@return whether no more items are taken in} */
  boolean isClosed() {
    Segment segment = puts;
    while (true) {
      Segment next = segment.next();
      if (next == null || next == Segment.END) {
        return next == Segment.END;
      }
      segment = next;
    }
  }

  /** Takes in no more items. The threads that wait are still to be woken. */
  void closePuts() {
    Segment segment = puts;
    while (segment != Segment.END) {
      segment.closeTail();
      segment.append(Segment.END);
      segment = Objects.requireNonNull(segment.next());
    }
  }

  /** Takes in no more items and gives no more. Threads that wait sleep on. {@return the items that are left} */
  List<@Nullable Object> closeAll() {
    closePuts();
    var left = new ArrayList<@Nullable Object>();
    for (Segment segment = gets; segment != Segment.END; segment = Objects.requireNonNull(segment.next())) {
      long head = segment.closeHead(); // none is taken out of its turn: a get goes on only from an open segment without items
      long tail = segment.closeTail();
      for (int looks = 0; head < tail; ) {
        Object item = segment.item(head);
        if (item == null) {
          looks = pause(looks);
        } else {
          left.add(unwrap(item));
          head++;
        }
      }
    }
    return left;
  }
}
