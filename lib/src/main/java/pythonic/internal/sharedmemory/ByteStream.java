package pythonic.internal.sharedmemory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.BooleanSupplier;
import pythonic.internal.waiting.Spin;

/**
 * Bytes from one thread to another, perhaps of another process, in a circle. What was written is there for the reader
 * even if the writer's process is killed in the next moment.
 *
 * <p>Of several threads that may read, one at a time watches the stream, and reads. As long as somebody does the writer wakes
 * nobody: so who ceases to watch does so first, and second looks for what came last.
 */
public final class ByteStream extends SharedObject {

  /** A power of 2. */
  private static final int SIZE = 1 << 16;

  private static final long WRITTEN = 64;
  private static final long READ = 128;
  /** 1 while somebody watches. */
  private static final long WATCHED = 192;

  /** The writer waits for room. */
  private static final long FULL = 256;

  private static final long CIRCLE = 320;

  private final Awaited room;

  /** The positions as the one writer, or the one who watches, knows them. */
  private long written;

  private long read;

  ByteStream(Place place) {
    super(place);
    room = new Awaited(heap, offset + FULL);
  }

  /** An empty one, in this process's heap. */
  public static ByteStream make() {
    return SharedHeap.make(Kind.OTHER, CIRCLE - HEADER + SIZE, ByteStream::new);
  }

  /** {@return the stream that another process has sent} */
  public static ByteStream of(Handle handle) {
    return handle.resolve(ByteStream::new);
  }

  /** Makes the stream as new. Nobody else uses it, and it stays watched if it is. */
  public void reset() {
    word(WRITTEN, 0);
    word(READ, 0);
    written = 0;
    read = 0;
  }

  /**
   * Writes bytes, which the reader sees as a whole if there is room for them. Waits for room, deaf to interrupts, whose
   * flag stays set.
   */
  public void write(byte[] bytes, int length) {
    int done = 0;
    while (done < length) {
      BooleanSupplier hasRoom = () -> written - word(READ) < SIZE;
      awaitRoom(hasRoom);
      int there = (int) (SIZE - (written - word(READ)));
      if (there < length - done && length <= SIZE / 2) { // it will fit in one piece when the reader has gone on
        long wanted = written + length - SIZE;
        awaitRoom(() -> word(READ) >= wanted);
        there = length;
      }
      int count = Math.min(there, length - done);
      int at = (int) (written & SIZE - 1);
      int first = Math.min(count, SIZE - at);
      MemorySegment.copy(bytes, done, memory, ValueLayout.JAVA_BYTE, offset + CIRCLE + at, first);
      MemorySegment.copy(bytes, done + first, memory, ValueLayout.JAVA_BYTE, offset + CIRCLE, count - first);
      done += count;
      written += count;
      word(WRITTEN, written);
      if (word(WATCHED) == 0) {
        wakeReader();
      }
    }
  }

  private void awaitRoom(BooleanSupplier enough) {
    if (!enough.getAsBoolean() && !Spin.until(enough)) {
      room.parkUninterruptibly(enough);
    }
  }

  /** {@return how many bytes can be read without waiting} */
  public int available() {
    return (int) (word(WRITTEN) - word(READ));
  }

  /** Has a reader that waits look again. */
  public void wakeReader() {
    heap.waits().wake(offset + WRITTEN, 1);
  }

  /** Begins to watch, unless another does. {@return whether the caller watches now} */
  public boolean tryWatch() {
    return word(WATCHED) == 0 && swap(WATCHED, 0, 1);
  }

  /** Ceases to watch. The caller then looks for what has come meanwhile, and wakes a reader for it. */
  public void unwatch() {
    word(WATCHED, 0);
  }

  /** Waits until there is something to read, or something else has happened, and nobody watches; and begins to watch. */
  public void awaitWatch(BooleanSupplier otherwise) {
    BooleanSupplier mine = () -> (available() > 0 || otherwise.getAsBoolean()) && tryWatch();
    if (!mine.getAsBoolean()) {
      heap.waits().parkUninterruptibly(offset + WRITTEN, mine);
    }
  }

  /** Reads bytes that are there. For who watches, as what follows. */
  public void read(byte[] bytes, int from, int count) {
    int at = (int) (read & SIZE - 1);
    int first = Math.min(count, SIZE - at);
    MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, offset + CIRCLE + at, bytes, from, first);
    MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, offset + CIRCLE, bytes, from + first, count - first);
    read += count;
    word(READ, read);
  }

  /** Lets a writer that waits for room go on: after what was read. */
  public void wakeWriter() {
    room.wakeOne();
  }
}
