package pythonic.internal.sharedmemory;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import pythonic.internal.errors.SystemError;

/**
 * The end of a ring, where messages are put, as this process sees it. Used with the put lock held.
 *
 * <p>A message is written behind the last, and then counts by one write of the tail. Where a part has no room, a jump
 * leads to the next: to the heap if that is free, which it is when beginning and end are in one file; else to a new file.
 */
final class RingTail {

  private final RingWords words;
  private final RingFiles files;
  private RingPart part;

  /** The head as it was seen last. As long as nobody else puts, it is right but for messages that were taken since. */
  private long head;

  /** The tail as this process has written it last. */
  private long mine;

  RingTail(RingWords words, RingFiles files) {
    this.words = words;
    this.files = files;
    part = words.inHeap();
    look();
  }

  private void look() {
    head = words.get(RingWords.HEAD);
    mine = words.get(RingWords.TAIL);
  }

  /** {@return whether there is no room for one more message, by their number} */
  private boolean isFull(long tail) {
    long capacity = words.get(RingWords.CAPACITY);
    return capacity > 0 && RingWords.count(tail) - RingWords.count(head) >= capacity;
  }

  /**
   * Puts a message. {@return false if there is no room}
   *
   * @param file where its bytes are, null if they are to be put into the ring
   * @throws pythonic.builtins.OSError if no memory is left
   */
  boolean put(int tag, byte[] bytes, @Nullable Path file) {
    long tail = words.get(RingWords.TAIL);
    if (tail != mine) {
      look();
    }
    if (isFull(tail)) {
      look();
      if (isFull(tail)) {
        return false;
      }
    }
    int units = RingPart.units(file == null ? bytes.length : 0);
    RingPart from = part(words.part(tail));
    if (room(from, tail) < units) {
      look();
    }
    boolean fits = room(from, tail) >= units;
    RingPart to = fits ? from : next(from, tail);
    int place = fits ? RingWords.place(tail) : 0;
    if (file == null) {
      to.write(place, tag, bytes);
    } else {
      files.name(file, RingWords.count(tail));
      to.write(place, RingPart.IN_FILE, tag, bytes.length);
    }
    if (!fits) {
      jump(from, RingWords.place(tail), to.number());
      enter(to);
    }
    mine = RingWords.position(RingWords.count(tail) + 1, to.number(), place + units);
    words.set(RingWords.TAIL, mine);
    return true;
  }

  /** {@return the units that are free, less one for a jump} */
  private int room(RingPart in, long tail) {
    int used = RingWords.isSamePart(head, tail) ? RingWords.distance(head, tail) : RingWords.place(tail);
    return in.units() - used - 1;
  }

  private RingPart next(RingPart from, long tail) {
    boolean inHeap = RingWords.isInHeap(tail);
    if (!inHeap && RingWords.isSamePart(head, tail)) {
      return words.inHeap();
    }
    long newest = words.get(RingWords.NEWEST);
    long next = RingWords.next(inHeap ? newest : from.number());
    if (inHeap) {
      words.set(RingWords.OLDEST, RingWords.isInHeap(head) ? next : words.part(head));
    }
    long oldest = RingWords.isInHeap(head) ? words.get(RingWords.OLDEST) : words.part(head);
    if (RingWords.isTooMany(oldest, next)) {
      throw SystemError.ENOSPC.raised();
    }
    RingPart made = files.make(next);
    words.set(RingWords.NEWEST, next);
    return made;
  }

  private static void jump(RingPart from, int place, long to) {
    from.write(place, RingPart.JUMP, 0, (int) to);
  }

  private RingPart part(long number) {
    if (number != part.number()) {
      enter(number == 0 ? words.inHeap() : files.find(number));
    }
    return part;
  }

  private void enter(RingPart next) {
    part.close();
    part = next;
  }

  /** Leads the end back to the heap, if it is in a file that the beginning has reached the end of. */
  void goHome() {
    long tail = words.get(RingWords.TAIL);
    long now = words.get(RingWords.HEAD);
    if (!RingWords.isInHeap(tail) && tail == now) {
      jump(part(words.part(tail)), RingWords.place(tail), 0);
      enter(words.inHeap());
      look();
      words.set(RingWords.TAIL, RingWords.position(RingWords.count(tail), 0, 0));
    }
  }
}
