package pythonic.internal.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import pythonic.internal.waiting.Mutex;

/**
 * Frames over a connected socket, in the format of CPython's {@code multiprocessing.connection}: a length of 4 bytes,
 * big-endian, then the bytes; a length of -1 stands before one of 8 bytes, for frames above 2 GiB. Any thread may
 * write; one thread at a time may read. Virtual threads may do both.
 *
 * <p>The socket is an NIO channel: a thread that is interrupted in {@link #read} or {@link #write} closes it for all,
 * and gets a {@link java.nio.channels.ClosedByInterruptException}. So a channel that several threads share is read and
 * written only by threads of the library, which nobody interrupts; a thread of the program that may be interrupted
 * uses a channel of its own, and drops it with the call.
 */
public final class FrameChannel implements AutoCloseable {

  /** The longest frame that is read unless {@link #limit(long)} says otherwise: 1 GiB. */
  public static final long DEFAULT_LIMIT = 1L << 30;

  private static final int BUFFER_SIZE = 1 << 15;
  private static final int LONG_FORM = -1;

  /** The longest array that every JVM can make. */
  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final SocketChannel channel;

  /**
   * Whoever holds it may use {@link #outgoing} and write to the channel. When it is free the buffer is empty and the
   * stream stands between two frames, or the channel is closed.
   */
  private final Mutex writing = new Mutex();

  // Direct buffers of our own: with heap arrays NIO would keep a copy as large as the largest frame per thread.
  private final ByteBuffer outgoing = ByteBuffer.allocateDirect(BUFFER_SIZE);

  /** What was received and is not yet read, between position and limit; used by the one reader only. */
  private final ByteBuffer incoming = ByteBuffer.allocateDirect(BUFFER_SIZE).flip();

  private volatile long limit = DEFAULT_LIMIT;

  /**
   * Frames over a connection.
   *
   * @param channel connected, in blocking mode; from now on used through this object only
   */
  public FrameChannel(SocketChannel channel) {
    this.channel = channel;
  }

  public SocketChannel channel() {
    return channel;
  }

  /** {@return the longest frame that {@link #read} accepts, in bytes} */
  public long limit() {
    return limit;
  }

  /** Sets the longest frame that {@link #read} accepts, in bytes: a stranger must not make us allocate at will. */
  public void limit(long bytes) {
    limit = bytes;
  }

  /**
   * Writes one frame made of the parts, whole: frames of several threads do not mix.
   *
   * @throws IOException if it could not be written, and then the channel is closed, as half a frame may be on its way
   */
  public void write(byte[]... parts) throws IOException {
    long length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    writing.acquireUninterruptibly();
    var whole = false;
    try {
      if (length > Integer.MAX_VALUE) {
        outgoing.putInt(LONG_FORM).putLong(length);
      } else {
        outgoing.putInt((int) length);
      }
      for (byte[] part : parts) {
        append(part);
      }
      flush();
      whole = true;
    } finally {
      if (!whole) {
        close();
      }
      outgoing.clear();
      writing.tryRelease();
    }
  }

  private void append(byte[] part) throws IOException {
    for (int done = 0; done < part.length; ) {
      if (!outgoing.hasRemaining()) {
        flush();
      }
      int count = Math.min(outgoing.remaining(), part.length - done);
      outgoing.put(part, done, count);
      done += count;
    }
  }

  private void flush() throws IOException {
    outgoing.flip();
    while (outgoing.hasRemaining()) {
      channel.write(outgoing);
    }
    outgoing.clear();
  }

  /**
   * {@return the next frame}
   *
   * @throws EOFException if the other end closed the connection, between frames or within one, as the message says
   * @throws IOException if the connection broke, or a frame is longer than {@link #limit()}; the channel is then
   *     closed, as nothing after that could be understood
   */
  public byte[] read() throws IOException {
    if (!receive(1)) {
      throw new EOFException("the other end closed the connection");
    }
    require(Integer.BYTES);
    long length = incoming.getInt();
    if (length == LONG_FORM) {
      require(Long.BYTES);
      length = incoming.getLong();
    }
    if (length < 0 || length > Math.min(limit, LONGEST_ARRAY)) {
      close();
      throw new IOException("bad message length: " + length + " bytes, at most " + limit + " are accepted");
    }
    return body((int) length);
  }

  private byte[] body(int length) throws IOException {
    var frame = new byte[length];
    for (int done = 0; done < length; ) {
      if (!receive(1)) {
        throw cutOff();
      }
      int count = Math.min(incoming.remaining(), length - done);
      incoming.get(frame, done, count);
      done += count;
    }
    return frame;
  }

  private void require(int bytes) throws IOException {
    if (!receive(bytes)) {
      throw cutOff();
    }
  }

  private static EOFException cutOff() {
    return new EOFException("the other end closed the connection in the middle of a message");
  }

  /** Waits until so many bytes are there. {@return false if the stream ended first} */
  private boolean receive(int bytes) throws IOException {
    while (incoming.remaining() < bytes) {
      incoming.compact();
      int count;
      try {
        count = channel.read(incoming);
      } finally {
        incoming.flip();
      }
      if (count < 0) {
        return false;
      }
    }
    return true;
  }

  /** Closes the connection; a thread that waits in it gets an AsynchronousCloseException. Closing twice is fine. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
