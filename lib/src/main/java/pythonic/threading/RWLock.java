package pythonic.threading;

import pythonic.builtins.RuntimeError;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.SharedMutex;

/**
 * A lock that many readers hold together, or one writer alone. Not in Python. {@link #reader()} and {@link #writer()} are
 * locks like others: {@code try (var _ = with(lock.reader())) { ... }}.
 *
 * <p>It is fair: threads are served in the order in which they came, readers that follow one another together. So a
 * reader that comes while a writer waits lets the writer go first, and neither waits for ever. A call that does not block
 * overtakes nobody either.
 *
 * <p>Both sides are reentrant. A writer may read too, and goes on reading when it has released the writer's side. A reader
 * cannot become a writer: two that tried would wait for each other, so it is a RuntimeError.
 *
 * @see <a href="https://docs.python.org/3/library/threading.html#lock-objects">Python: lock objects</a>
 */
public final class RWLock {

  private final SharedMutex mutex = new SharedMutex();
  private final Reader reader = new Reader(this);
  private final Writer writer = new Writer(this);

  /** A lock that is free. */
  public RWLock() {}

  /** {@return the side that many threads hold together, always the same object} */
  public Reader reader() {
    return reader;
  }

  /** {@return the side that one thread holds alone, always the same object} */
  public Writer writer() {
    return writer;
  }

  /** {@return whether a thread reads or writes at this moment} */
  public boolean locked() {
    return reader.locked() || writer.locked();
  }

  /** {@return {@code <locked RWLock object readers=2 writer=0 at 0x...>}, a racy reading} */
  @Override
  public String toString() {
    java.lang.Thread owner = mutex.writer();
    int readers = mutex.readers();
    return "<" + (readers > 0 || owner != null ? "locked" : "unlocked") + " RWLock object readers=" + readers + " writer="
        + (owner == null ? 0 : owner.threadId()) + " at " + Addresses.of(this) + ">";
  }

  private static RuntimeError unheld() {
    return new RuntimeError("cannot release un-acquired lock");
  }

  /** The side of an {@link RWLock} that many threads hold together. Not in Python. */
  public static final class Reader extends BasicLock {

    private final RWLock whole;
    private final SharedMutex mutex;

    private Reader(RWLock whole) {
      this.whole = whole;
      mutex = whole.mutex;
    }

    /**
     * Ends one of this thread's reads; with the last one a writer that waits goes on.
     *
     * @throws RuntimeError if this thread does not read
     */
    @Override
    public void release() {
      if (mutex.readDepth() == 0) {
        throw unheld();
      }
      mutex.endRead(1);
    }

    @Override
    public boolean locked() {
      return mutex.readers() > 0;
    }

    @Override
    boolean poll() {
      return mutex.tryRead();
    }

    @Override
    boolean await(Deadline deadline) {
      return mutex.read(deadline);
    }

    @Override
    boolean isOwned() {
      return mutex.readDepth() > 0;
    }

    @Override
    int releaseSave() {
      int depth = mutex.readDepth();
      mutex.endRead(depth);
      return depth;
    }

    @Override
    void acquireRestore(int depth) {
      mutex.readUninterruptibly(depth);
    }

    /** {@return {@code <reader of <locked RWLock object readers=1 writer=0 at 0x...>>}} */
    @Override
    public String toString() {
      return "<reader of " + whole + ">";
    }
  }

  /**
   * The side of an {@link RWLock} that one thread holds alone. Not in Python. To acquire it in whatever way is a
   * RuntimeError for a thread that reads and does not write.
   */
  public static final class Writer extends BasicLock {

    private final RWLock whole;
    private final SharedMutex mutex;

    private Writer(RWLock whole) {
      this.whole = whole;
      mutex = whole.mutex;
    }

    /**
     * Ends one of this thread's writes; with the last one those that wait go on.
     *
     * @throws RuntimeError if this thread does not write
     */
    @Override
    public void release() {
      if (mutex.writeDepth() == 0) {
        throw unheld();
      }
      mutex.endWrite(1);
    }

    @Override
    public boolean locked() {
      return mutex.isWritten();
    }

    @Override
    boolean poll() {
      refuseReader();
      return mutex.tryWrite();
    }

    @Override
    boolean await(Deadline deadline) {
      refuseReader();
      return mutex.write(deadline);
    }

    private void refuseReader() {
      if (mutex.readDepth() > 0 && mutex.writeDepth() == 0) {
        throw new RuntimeError("cannot acquire the writer of an RWLock while holding its reader");
      }
    }

    @Override
    boolean isOwned() {
      return mutex.writeDepth() > 0;
    }

    /** A thread that reads too could never write again, as its own read is in the way. */
    @Override
    int releaseSave() {
      if (mutex.readDepth() > 0) {
        throw new RuntimeError("cannot wait on the writer of an RWLock while holding its reader");
      }
      int depth = mutex.writeDepth();
      mutex.endWrite(depth);
      return depth;
    }

    @Override
    void acquireRestore(int depth) {
      refuseReader(); // of Java's lock(), which has no other way to say so
      mutex.writeUninterruptibly(depth);
    }

    /** {@return {@code <writer of <locked RWLock object readers=0 writer=33 at 0x...>>}} */
    @Override
    public String toString() {
      return "<writer of " + whole + ">";
    }
  }
}
