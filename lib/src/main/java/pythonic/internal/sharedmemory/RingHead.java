package pythonic.internal.sharedmemory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a ring, where messages are taken, as this process sees it. Used with the take lock held.
 *
 * <p>A message is copied, and then is taken by one write of the head. A file that the head has left is deleted.
 */
final class RingHead {

  private final RingWords words;
  private final RingFiles files;
  private RingPart part;

  /** The tail as it was seen last. As long as nobody else takes, it is right but for messages that were put since. */
  private long tail;

  /** The head as this process has written it last. */
  private long mine;

  RingHead(RingWords words, RingFiles files) {
    this.words = words;
    this.files = files;
    part = words.inHeap();
    look();
  }

  private void look() {
    tail = words.get(RingWords.TAIL);
    mine = words.get(RingWords.HEAD);
  }

  /** A message that was taken. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Taken(int tag, byte @Nullable [] bytes, @Nullable RandomAccessFile file, int length) {

    /** {@return the message} The bytes in a file are read now, when no lock is held any more. */
    Message message() {
      if (bytes != null) {
        return new Message(tag, bytes);
      }
      try (var in = file) {
        var read = new byte[length];
        if (in != null) {
          in.readFully(read);
        }
        return new Message(tag, read);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read shared memory", e);
      }
    }

    void drop() {
      try (var _ = file) {
        // Only to be closed.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** {@return the next message, null if there is none} */
  @Nullable Taken take() {
    long head = words.get(RingWords.HEAD);
    if (head != mine || head == tail) {
      look();
    }
    if (RingWords.count(head) == RingWords.count(tail)) {
      return null;
    }
    RingPart from = part(words.part(head));
    long header = from.header(RingWords.place(head));
    while (RingPart.kind(header) == RingPart.JUMP) {
      head = follow(from, head, RingPart.length(header));
      from = part;
      header = from.header(RingWords.place(head));
    }
    int place = RingWords.place(head);
    int count = RingWords.count(head);
    int length = RingPart.length(header);
    boolean inline = RingPart.kind(header) == RingPart.INLINE;
    byte[] bytes = inline ? from.read(place, length) : null;
    RandomAccessFile file = inline ? null : files.open(count);
    mine = RingWords.position(count + 1, from.number(), place + RingPart.units(inline ? length : 0));
    words.set(RingWords.HEAD, mine);
    if (!inline) {
      files.deleteLarge(count);
    }
    return new Taken(RingPart.tag(header), bytes, file, length);
  }

  /** Goes on in the part that a jump leads to. */
  private long follow(RingPart from, long head, int to) {
    long next = RingWords.position(RingWords.count(head), to, 0);
    words.set(RingWords.LEAVING, from.number());
    RingPart entered = open(words.part(next));
    words.set(RingWords.HEAD, next);
    mine = next;
    enter(entered);
    files.delete(from.number());
    words.set(RingWords.LEAVING, 0);
    return next;
  }

  private RingPart part(long number) {
    if (number != part.number()) {
      enter(open(number));
    }
    return part;
  }

  private RingPart open(long number) {
    return number == 0 ? words.inHeap() : files.find(number);
  }

  private void enter(RingPart next) {
    part.close();
    part = next;
  }

  /** {@return whether nothing is left, and the file in which the last message was could be given back} */
  boolean isAway() {
    return mine == tail && !RingWords.isInHeap(mine);
  }

  /** Follows the end back to the heap, if that is where it has gone. */
  void goHome() {
    long head = words.get(RingWords.HEAD);
    look();
    if (head != tail && RingWords.count(head) == RingWords.count(tail)) {
      follow(part(words.part(head)), head, 0);
    }
  }

  /** Deletes what a process that died while it took a message may have left. */
  void clean() {
    look();
    long leaving = words.get(RingWords.LEAVING);
    if (leaving != 0 && leaving != words.part(mine)) {
      files.delete(leaving);
    }
    files.deleteLarge(RingWords.count(mine) - 1);
  }
}
