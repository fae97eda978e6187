package pythonic.internal.sharedmemory;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Deadline;

/**
 * Messages between processes: any thread of any of them puts and takes, and what was put first is taken first. It is a
 * ring in the heap, which goes on in files when it is full, and comes back when they are empty; messages too large for
 * it have files of their own. So without a bound a put never waits for a taker.
 *
 * <p>Whoever puts, and whoever takes, holds a lock, but a message is put or taken by the change of one word: at whatever
 * moment a process is killed, it is whole or not there, and a lock that died with its holder can be taken at once.
 */
public final class SharedMessages extends SharedObject {

  private static final AtomicLong IDS = new AtomicLong();
  private static final Cleaner CLEANER = Cleaner.create();

  private final RingWords words;
  private final RingFiles files;
  private final RingEnds ends;
  private final Awaited takers;
  private final Awaited putters;
  private final Awaited lookers;
  private final Awaited joiners;

  SharedMessages(Place place) {
    super(place);
    words = new RingWords(place);
    files = new RingFiles(heap.folder(), words);
    ends = new RingEnds(place, words, files);
    takers = new Awaited(heap, offset + RingWords.TAKERS);
    putters = new Awaited(heap, offset + RingWords.PUTTERS);
    lookers = new Awaited(heap, offset + RingWords.LOOKERS);
    joiners = new Awaited(heap, offset + RingWords.JOINERS);
  }

  /**
   * No messages yet, in this process's heap.
   *
   * @param capacity how many there are at most, 0 for no bound
   */
  public static SharedMessages make(int capacity) {
    long id = IDS.incrementAndGet();
    SharedMessages made = SharedHeap.make(Kind.MESSAGES, RingWords.RING - HEADER + RingWords.RING_BYTES, SharedMessages::new);
    made.words.set(RingWords.CAPACITY, capacity);
    made.words.set(RingWords.ID, id);
    Path folder = made.heap.folder();
    MemorySegment memory = made.memory;
    long used = made.offset + RingWords.FILES;
    CLEANER.register(made, () -> {
      if (Words.get(memory, used) != 0) {
        RingFiles.deleteAll(folder, id);
      }
    });
    return made;
  }

  /** {@return the messages that another process has sent} */
  public static SharedMessages of(Handle handle) {
    return handle.resolve(SharedMessages::new);
  }

  /**
   * Puts a message, after waiting until the deadline for room. It is then delivered, whatever becomes of this process.
   *
   * @param tag a number from 0 to 255, which the taker gets with the bytes
   * @return false if there was no room in time, or nothing may be put any more, which {@link #isClosed} tells
   * @throws pythonic.builtins.OSError if no memory is left
   * @throws pythonic.builtins.KeyboardInterrupt if the thread was interrupted while it waited; nothing was put
   */
  public boolean put(int tag, byte[] bytes, Deadline deadline) {
    var putting = new Putting(tag, bytes, bytes.length <= RingEnds.LARGE ? null : files.write(bytes));
    try {
      if (!putting.attempt()) {
        putters.await(() -> (isClosed() || hasRoom()) && putting.attempt(), putting::attempt, deadline);
      }
    } finally {
      putting.end();
    }
    return putting.done;
  }

  private final class Putting {

    private final int tag;
    private final byte[] bytes;
    private final @Nullable Path file;
    boolean done;

    Putting(int tag, byte[] bytes, @Nullable Path file) {
      this.tag = tag;
      this.bytes = bytes;
      this.file = file;
    }

    /** {@return whether there is nothing more to wait for} */
    boolean attempt() {
      RingEnds.Put put = ends.put(tag, bytes, file);
      if (put == RingEnds.Put.DONE) {
        done = true;
        takers.wakeOne();
        lookers.wakeAll();
      }
      return put != RingEnds.Put.NO_ROOM;
    }

    void end() {
      if (file != null && !done) {
        RingFiles.delete(file);
      }
    }
  }

  /**
   * Takes the message that was put first, after waiting for one until the deadline.
   *
   * @return null if there was none in time, or there will be none any more, which {@link #isDrained} tells
   * @throws pythonic.builtins.KeyboardInterrupt if the thread was interrupted while it waited; nothing was taken
   */
  public @Nullable Message take(Deadline deadline) {
    RingHead.Taken taken = tryTake();
    if (taken == null) {
      var taking = new Taking();
      takers.await(() -> isReady() && taking.attempt(), taking::attempt, deadline);
      taken = taking.taken;
    }
    return taken == null ? null : taken.message();
  }

  private final class Taking {

    RingHead.@Nullable Taken taken;

    /** {@return whether there is nothing more to wait for} */
    boolean attempt() {
      taken = tryTake();
      return taken != null || isDrained();
    }
  }

  private RingHead.@Nullable Taken tryTake() {
    RingHead.Taken taken = ends.take();
    if (taken != null && words.get(RingWords.CAPACITY) != 0) {
      putters.wakeOne();
    }
    return taken;
  }

  /** Waits until {@link #take} would not have to. {@return false if the deadline passed first} */
  public boolean await(Deadline deadline) {
    return isReady() || lookers.await(this::isReady, this::isReady, deadline);
  }

  /** Asks to be told when {@link #isReady} may have become true, once or more often. {@return how to ask no more} */
  public Runnable whenReady(Runnable told) {
    Slot slot = lookers.enter(told);
    if (isReady()) {
      told.run();
    }
    return slot::close;
  }

  /** {@return whether {@link #take} would return at once} */
  public boolean isReady() {
    return size() != 0 || isClosed();
  }

  /** {@return how many messages there are} */
  public int size() {
    return ends.size();
  }

  private boolean hasRoom() {
    long capacity = capacity();
    return capacity == 0 || size() < capacity;
  }

  /** {@return how many messages there are at most, 0 if there is no bound} */
  public int capacity() {
    return (int) words.get(RingWords.CAPACITY);
  }

  /**
   * Has nothing put any more. All that wait go on.
   *
   * @param drop whether what is there is dropped, and counted as done
   */
  public void close(boolean drop) {
    ends.close(drop);
    takers.wakeAll();
    putters.wakeAll();
    lookers.wakeAll();
    joiners.wakeAll();
  }

  /** {@return whether nothing can be put any more} */
  public boolean isClosed() {
    return ends.isClosed();
  }

  /** {@return whether nothing can be put any more, and nothing is there} */
  public boolean isDrained() {
    return ends.isDrained();
  }

  /** Counts a message as done with. {@return false if all are} */
  public boolean done() {
    while (true) {
      long done = words.get(RingWords.DONE);
      if (unfinished(done) <= 0) {
        return false;
      }
      if (words.swap(RingWords.DONE, done, done + 1)) {
        if (unfinished() == 0) {
          joiners.wakeAll();
        }
        return true;
      }
    }
  }

  private int unfinished(long done) {
    return RingWords.count(words.get(RingWords.TAIL)) - (int) done - (int) words.get(RingWords.DROPPED);
  }

  /** {@return how many messages were put that are not done with} */
  public int unfinished() {
    return unfinished(words.get(RingWords.DONE));
  }

  /**
   * Waits until all messages are done with. {@return false if the deadline passed first}
   *
   * @throws pythonic.builtins.KeyboardInterrupt if the thread was interrupted first
   */
  public boolean awaitDone(Deadline deadline) {
    return allDone() || joiners.await(this::allDone, this::allDone, deadline);
  }

  private boolean allDone() {
    ends.finishDrop();
    return unfinished() <= 0;
  }
}
