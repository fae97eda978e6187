package pythonic.internal.sharedmemory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.BooleanSupplier;

/**
 * Bytes from one thread to another, perhaps of another process, in a circle. What was written is there for the reader
 * even if the writer's process is killed in the next moment.
 */
public final class ByteStream extends SharedObject {

  /** A power of 2. */
  private static final int SIZE = 1 << 16;

  private static final long WRITTEN = 64;
  private static final long READ = 128;
  private static final long CIRCLE = 192;

  /** The positions as the one writer, or the one reader, knows them. */
  private long written;

  private long read;

  ByteStream(Place place) {
    super(place);
  }

  /** An empty one, in this process's heap. */
  public static ByteStream make() {
    return SharedHeap.make(Kind.OTHER, CIRCLE - HEADER + SIZE, ByteStream::new);
  }

  /** {@return the stream that another process has sent} */
  public static ByteStream of(Handle handle) {
    return handle.resolve(ByteStream::new);
  }

  /** Makes the stream as new. Nobody else uses it. */
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
      if (!hasRoom.getAsBoolean()) {
        heap.waits().awaitUninterruptibly(offset + READ, hasRoom, hasRoom);
      }
      int room = (int) (SIZE - (written - word(READ)));
      if (room < length - done && length <= SIZE / 2) { // it will fit in one piece when the reader has gone on
        long wanted = written + length - SIZE;
        BooleanSupplier fits = () -> word(READ) >= wanted;
        heap.waits().awaitUninterruptibly(offset + READ, fits, fits);
        room = length;
      }
      int count = Math.min(room, length - done);
      int at = (int) (written & SIZE - 1);
      int first = Math.min(count, SIZE - at);
      MemorySegment.copy(bytes, done, memory, ValueLayout.JAVA_BYTE, offset + CIRCLE + at, first);
      MemorySegment.copy(bytes, done + first, memory, ValueLayout.JAVA_BYTE, offset + CIRCLE, count - first);
      done += count;
      written += count;
      word(WRITTEN, written);
      heap.waits().wake(offset + WRITTEN, 1);
    }
  }

  /** {@return how many bytes can be read without waiting} */
  public int available() {
    return (int) (word(WRITTEN) - read);
  }

  /** Has a reader that waits look again. */
  public void wakeReader() {
    heap.waits().wake(offset + WRITTEN, 1);
  }

  /** Waits until so many bytes can be read, at most the stream's size, or until something else has happened. */
  public void await(int bytes, BooleanSupplier otherwise) {
    BooleanSupplier enough = () -> available() >= bytes || otherwise.getAsBoolean();
    if (!enough.getAsBoolean()) {
      heap.waits().awaitUninterruptibly(offset + WRITTEN, enough, enough);
    }
  }

  /** Reads bytes that are there. */
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
    heap.waits().wake(offset + READ, 1);
  }
}
