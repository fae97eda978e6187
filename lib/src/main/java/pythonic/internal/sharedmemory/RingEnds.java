package pythonic.internal.sharedmemory;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The two ends of a ring of messages, each under its lock. Nothing here waits but for a lock. */
final class RingEnds {

  /** What is longer is a file of its own. */
  static final int LARGE = 1 << 14;

  private static final int OPEN = 0;
  private static final int CLOSED = 1;
  private static final int DROPPING = 2;

  /** What became of a put. */
  enum Put {
    DONE,
    NO_ROOM,
    CLOSED
  }

  private final RingWords words;
  private final RingFiles files;
  private final SharedMutex putLock;
  private final SharedMutex takeLock;
  private final RingTail tail;
  private final RingHead head;

  RingEnds(Place place, RingWords words, RingFiles files) {
    this.words = words;
    this.files = files;
    putLock = new SharedMutex(new Place(place.heap(), place.offset() + RingWords.PUT_LOCK));
    takeLock = new SharedMutex(new Place(place.heap(), place.offset() + RingWords.TAKE_LOCK));
    tail = new RingTail(words, files);
    head = new RingHead(words, files);
  }

  static void abandon(MemorySegment memory, long offset, long pid) {
    SharedMutex.abandon(memory, offset + RingWords.PUT_LOCK, pid);
    SharedMutex.abandon(memory, offset + RingWords.TAKE_LOCK, pid);
  }

  /** Puts a message, whose bytes are in a file if one is given. */
  Put put(int tag, byte[] bytes, @Nullable Path file) {
    lockPut();
    try {
      return isClosed() ? Put.CLOSED : tail.put(tag, bytes, file) ? Put.DONE : Put.NO_ROOM;
    } finally {
      putLock.release();
    }
  }

  private void lockPut() {
    long taken = putLock.tryAcquire();
    if (taken == SharedMutex.NOT_TAKEN) {
      taken = putLock.acquireUninterruptibly();
    }
    if (taken != SharedMutex.TAKEN) {
      files.deleteLarge(RingWords.count(words.get(RingWords.TAIL))); // of a put that its process did not live to end
    }
  }

  /** {@return the message that was put first, null if there is none} */
  RingHead.@Nullable Taken take() {
    lockTake();
    try {
      if (words.get(RingWords.CLOSED) == DROPPING) {
        drop();
      }
      RingHead.Taken taken = head.take();
      if (taken != null && taken.length() <= LARGE) {
        goHome();
      }
      return taken;
    } finally {
      takeLock.release();
    }
  }

  private void lockTake() {
    long taken = takeLock.tryAcquire();
    if (taken == SharedMutex.NOT_TAKEN) {
      taken = takeLock.acquireUninterruptibly();
    }
    if (taken != SharedMutex.TAKEN) {
      head.clean();
    }
  }

  /** Gives back the file in which the ring is, if it is empty and nobody just puts. */
  private void goHome() {
    if (head.isAway() && putLock.tryAcquire() != SharedMutex.NOT_TAKEN) {
      try {
        tail.goHome();
      } finally {
        putLock.release();
      }
      head.goHome();
    }
  }

  /** Has nothing put any more, and drops what is there if that is wanted. */
  void close(boolean drop) {
    lockPut();
    try {
      words.set(RingWords.CLOSED, Math.max(words.get(RingWords.CLOSED), drop ? DROPPING : CLOSED));
    } finally {
      putLock.release();
    }
    finishDrop();
  }

  /** Drops what is there, if that was begun: whoever began it may have died. */
  void finishDrop() {
    if (words.get(RingWords.CLOSED) == DROPPING && size() != 0) {
      lockTake();
      try {
        drop();
      } finally {
        takeLock.release();
      }
    }
  }

  private void drop() {
    if (size() != 0 && words.get(RingWords.DROPPED) == 0) {
      words.set(RingWords.DROPPED, size());
    }
    for (RingHead.Taken next = head.take(); next != null; next = head.take()) {
      next.drop();
    }
    goHome();
  }

  boolean isClosed() {
    return words.get(RingWords.CLOSED) != OPEN;
  }

  /** {@return whether nothing can be taken any more} */
  boolean isDrained() {
    return isClosed() && (size() == 0 || words.get(RingWords.CLOSED) == DROPPING);
  }

  /** {@return how many messages there are} */
  int size() {
    int taken = RingWords.count(words.get(RingWords.HEAD)); // first: so it is never less than none
    return RingWords.count(words.get(RingWords.TAIL)) - taken;
  }
}
