package pythonic.internal.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Mutex;

/**
 * Frames over a connected socket, in the format of CPython's {@code multiprocessing.connection}: a length of 4 bytes,
 * big-endian, then the bytes; a length of -1 stands before one of 8 bytes, for frames above 2 GiB. Any thread may
 * write; one thread at a time may read. Virtual threads may do both.
 *
 * <p>The channel decides what an interrupt does. In NIO's own it closes the socket for all, and raises a
 * {@link java.nio.channels.ClosedByInterruptException}: such a channel, where several threads share it, is read and
 * written only by threads of the library, which nobody interrupts. A {@link pythonic.internal.channels.WaitingChannel}
 * raises KeyboardInterrupt and stays open: a frame that was read in part is read on by the next call; one that was
 * written in part breaks the stream, and closes the channel.
 */
public final class FrameChannel implements AutoCloseable {

  /** The longest frame that is read unless {@link #limit(long)} says otherwise: 1 GiB. */
  public static final long DEFAULT_LIMIT = 1L << 30;

  private static final int BUFFER_SIZE = 1 << 15;
  private static final int LONG_FORM = -1;

  private static final String CLOSED = "the other end closed the connection";

  /** The longest array that every JVM can make. */
  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final ByteChannel channel;

  /**
   * Whoever holds it may use {@link #outgoing} and write to the channel. When it is free the buffer is empty and the
   * stream stands between two frames, or the channel is closed.
   */
  private final Mutex writing = new Mutex();

  // Direct buffers of our own: with heap arrays NIO would keep a copy as large as the largest frame per thread.
  private final ByteBuffer outgoing = ByteBuffer.allocateDirect(BUFFER_SIZE);

  /** Whether a part of the frame that is being written has left; used by whoever holds {@link #writing}. */
  private boolean flushed;

  /** Whether a write failed, so that no frame can follow what it may have left; used by whoever holds {@link #writing}. */
  private boolean torn;

  /** What was received and is not yet read, between position and limit; used by the one reader only. */
  private final ByteBuffer incoming = ByteBuffer.allocateDirect(BUFFER_SIZE).flip();

  /** The frame that is being read, null between frames, and how much of it there is; used by the one reader only. */
  private byte @Nullable [] partial;

  private int filled;

  private volatile long limit = DEFAULT_LIMIT;

  /**
   * Frames over a connection.
   *
   * @param channel connected; a call writes or reads something before it returns; from now on used through this object only
   */
  public FrameChannel(ByteChannel channel) {
    this.channel = channel;
  }

  public ByteChannel channel() {
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
   * @throws IOException if it could not be written, and then none can be, as half a frame may be on its way; what the other end
   *     wrote before can still be read
   */
  public void write(byte[]... parts) throws IOException {
    long length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    long size = length;
    frame(size, () -> {
      for (byte[] part : parts) {
        append(part, 0, part.length);
      }
    });
  }

  /** Writes a part of an array as one frame, as {@link #write(byte[][])} does. */
  public void write(byte[] bytes, int offset, int size) throws IOException {
    frame(size, () -> append(bytes, offset, size));
  }

  private interface Body {
    void append() throws IOException;
  }

  private void frame(long length, Body body) throws IOException {
    writing.acquireUninterruptibly();
    flushed = false;
    var whole = false;
    try {
      if (torn && channel.isOpen()) {
        throw new IOException("Broken pipe"); // as the system says
      }
      if (length > Integer.MAX_VALUE) {
        outgoing.putInt(LONG_FORM).putLong(length);
      } else {
        outgoing.putInt((int) length);
      }
      body.append();
      flush();
      whole = true;
    } catch (IOException e) {
      torn = true; // nobody knows how much of it is on its way
      throw e;
    } finally {
      if (!whole && flushed && !torn) { // interrupted
        close();
      }
      outgoing.clear();
      writing.tryRelease();
    }
  }

  private void append(byte[] bytes, int offset, int size) throws IOException {
    for (int done = 0; done < size; ) {
      if (!outgoing.hasRemaining()) {
        flush();
      }
      int count = Math.min(outgoing.remaining(), size - done);
      outgoing.put(bytes, offset + done, count);
      done += count;
    }
  }

  private void flush() throws IOException {
    outgoing.flip();
    while (outgoing.hasRemaining()) {
      flushed |= channel.write(outgoing) > 0;
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
    try {
      return read(limit);
    } catch (FrameTooLongException e) {
      close();
      throw e;
    }
  }

  /**
   * {@return the next frame}
   *
   * @param longest the longest frame that is accepted, in bytes
   * @throws FrameTooLongException if it is longer; the channel stays open, though nothing more can be read
   * @throws EOFException if the other end closed the connection, between frames or within one, as the message says
   * @throws IOException if the connection broke
   */
  public byte[] read(long longest) throws IOException {
    if (partial == null) {
      if (!receive(1)) {
        throw new EOFException(CLOSED);
      }
      partial = new byte[length(longest)];
      filled = 0;
    }
    byte[] frame = partial;
    while (filled < frame.length) {
      if (!receive(1)) {
        throw cutOff();
      }
      int count = Math.min(incoming.remaining(), frame.length - filled);
      incoming.get(frame, filled, count);
      filled += count;
    }
    partial = null;
    return frame;
  }

  /** Reads a length whole or, if it is interrupted, not at all. */
  private int length(long longest) throws IOException {
    require(Integer.BYTES);
    long length = incoming.getInt(incoming.position());
    int size = Integer.BYTES;
    if (length == LONG_FORM) {
      size += Long.BYTES;
      require(size);
      length = incoming.getLong(incoming.position() + Integer.BYTES);
    }
    if (length < 0 || length > Math.min(longest, LONGEST_ARRAY)) {
      throw new FrameTooLongException("bad message length: " + length + " bytes, at most " + longest + " are accepted");
    }
    incoming.position(incoming.position() + size);
    return (int) length;
  }

  /** {@return whether {@link #read} has something to begin with that it need not wait for} Asked by the one reader only. */
  public boolean hasReceived() {
    return partial != null || incoming.hasRemaining();
  }

  private void require(int bytes) throws IOException {
    if (!receive(bytes)) {
      throw cutOff();
    }
  }

  private static FrameCutOffException cutOff() {
    return new FrameCutOffException(CLOSED + " in the middle of a message");
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
