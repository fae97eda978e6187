package pythonic.socket;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * Room outside the heap for what is received, kept for the next call: the JDK copies to such room anyway, and keeps as much as
 * was ever asked for, per thread.
 */
final class Room implements AutoCloseable {

  /** As much as the system hands over at once, usually. */
  static final int SIZE = 131_072;

  private static final int KEPT = 8;
  private static final ArrayBlockingQueue<ByteBuffer> FREE = new ArrayBlockingQueue<>(KEPT);

  private final ByteBuffer buffer;

  private Room(ByteBuffer buffer) {
    this.buffer = buffer;
  }

  /** {@return room for so many bytes, or for as many as there is room for} */
  static Room take(int size) {
    ByteBuffer free = FREE.poll();
    ByteBuffer buffer = free == null ? ByteBuffer.allocateDirect(SIZE) : free.clear();
    return new Room(buffer.limit(Math.min(size, SIZE)));
  }

  ByteBuffer buffer() {
    return buffer;
  }

  @Override
  public void close() {
    FREE.offer(buffer);
  }
}
