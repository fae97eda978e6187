package pythonic.multiprocessing.connection;

import java.io.IOException;
import java.lang.ref.Reference;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.OSError;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.channels.Fileno;
import pythonic.internal.channels.Waitable;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.wire.FrameTooLongException;
import pythonic.internal.wire.MessageChannel;
import pythonic.multiprocessing.BufferTooShort;

/**
 * What Python's {@code _ConnectionBase} has: an end that sends and receives, whatever is between it and the other end.
 */
abstract sealed class ConnectionBase implements AutoCloseable permits Connection {

  static {
    Waitable.offer(ConnectionBase.class, AsWaitable::new);
  }

  private final MessageChannel messages;
  private final Codec codec;
  private final boolean writable;

  /** Cleared when a message that was too long has made the rest unreadable. */
  private volatile boolean readable;

  private final AtomicBoolean closed = new AtomicBoolean();
  private final Fileno fileno = new Fileno();

  ConnectionBase(MessageChannel messages, Codec codec, boolean readable, boolean writable) {
    this.messages = messages;
    this.codec = codec;
    this.readable = readable;
    this.writable = writable;
  }

  /**
   * Sends a value, which the other end gets by {@link #recv}.
   *
   * @param value anything that can be serialised
   * @throws pythonic.builtins.TypeError if it cannot travel; it names what cannot
   * @throws pythonic.builtins.BrokenPipeError if the other end is closed
   * @throws OSError if this end is closed, or only receives
   */
  public void send(@Nullable Object value) {
    requireWritable();
    byte[] bytes = codec.dumps(value);
    transmit(bytes, 0, bytes.length);
  }

  /**
   * Waits for a value that the other end sent. Its type is the caller's to know: {@code (String) conn.recv()}.
   *
   * @return the value
   * @throws pythonic.builtins.EOFError if there is nothing left to receive and the other end is closed
   * @throws OSError if this end is closed, or only sends
   * @throws pythonic.multiprocessing.AuthenticationError if there is no authkey and it is more than plain data
   */
  public @Nullable Object recv() {
    return codec.loads(receive(Long.MAX_VALUE));
  }

  /** Sends bytes as one message. Raises what {@link #send_bytes(byte[], int, int)} does. */
  public void send_bytes(byte[] buffer) {
    send_bytes(buffer, 0);
  }

  /** Sends the bytes from an offset on as one message. Raises what {@link #send_bytes(byte[], int, int)} does. */
  public void send_bytes(byte[] buffer, int offset) {
    requireWritable();
    Slice.require(buffer, offset);
    transmit(buffer, offset, buffer.length - offset);
  }

  /**
   * Sends some bytes as one message.
   *
   * @param buffer the bytes
   * @param offset where they begin
   * @param size how many
   * @throws ValueError if the buffer has no such part
   * @throws pythonic.builtins.BrokenPipeError if the other end is closed
   * @throws OSError if this end is closed, or only receives
   */
  public void send_bytes(byte[] buffer, int offset, int size) {
    requireWritable();
    Slice.require(buffer, offset, size);
    transmit(buffer, offset, size);
  }

  /**
   * {@return the bytes of the next message, after waiting for it}
   *
   * @throws pythonic.builtins.EOFError if there is nothing left to receive and the other end is closed
   * @throws OSError if this end is closed, or only sends
   */
  public byte[] recv_bytes() {
    return receive(Long.MAX_VALUE);
  }

  /**
   * {@return the bytes of the next message, after waiting for it}
   *
   * @param maxlength the longest message that is accepted, in bytes
   * @throws OSError if it is longer, and then nothing more can be received; if this end is closed, or only sends
   * @throws pythonic.builtins.EOFError if there is nothing left to receive and the other end is closed
   * @throws ValueError if the number is negative
   */
  public byte[] recv_bytes(int maxlength) {
    requireReadable();
    if (maxlength < 0) {
      throw new ValueError("negative maxlength");
    }
    return receive(maxlength);
  }

  /** {@return the length of the next message, which is written to the begin of a buffer, after waiting for it} */
  public int recv_bytes_into(byte[] buffer) {
    return recv_bytes_into(buffer, 0);
  }

  /**
   * {@return the length in bytes of the next message, which is written into a buffer, after waiting for it}
   *
   * @param buffer what is written to
   * @param offset where in it
   * @throws BufferTooShort if there is no room for it; its argument is the message
   * @throws pythonic.builtins.EOFError if there is nothing left to receive and the other end is closed
   * @throws ValueError if the offset is not within the buffer
   * @throws OSError if this end is closed, or only sends
   */
  public int recv_bytes_into(byte[] buffer, int offset) {
    requireReadable();
    Slice.requireRoom(buffer, offset);
    byte[] message = receive(Long.MAX_VALUE);
    if (message.length > buffer.length - offset) {
      throw new BufferTooShort((Object) message);
    }
    System.arraycopy(message, 0, buffer, offset, message.length);
    return message.length;
  }

  /** {@return whether there is something to receive now, the end included} */
  public boolean poll() {
    return poll(Deadline.after(0));
  }

  /** {@return whether there is something to receive, the end included, after waiting for it so many seconds} ValueError for what is no number. */
  public boolean poll(double timeout) {
    return poll(Deadline.ofSelector(timeout));
  }

  /** Waits as {@link #poll(double)} does, without a limit for None. */
  public boolean poll(Timeout timeout) {
    return poll(Deadline.ofSelector(timeout.seconds()));
  }

  private boolean poll(Deadline deadline) {
    requireReadable();
    try {
      return messages.poll(deadline);
    } catch (IOException e) {
      throw error(e);
    } finally {
      Reference.reachabilityFence(this); // one that is forgotten is closed: not while it is in use
    }
  }

  /** Closes this end. What was sent can still be received. Closing twice is fine. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      fileno.close();
      messages.close();
    }
  }

  /** {@return whether this end was closed} */
  public boolean closed() {
    return closed.get();
  }

  /** {@return whether this end can receive} */
  public boolean readable() {
    return readable;
  }

  /** {@return whether this end can send} */
  public boolean writable() {
    return writable;
  }

  /**
   * {@return a number that no other open object of this process has, as long as this end is open} It is not the system's, which Java does
   * not tell, but what takes Python's file descriptors takes it.
   *
   * @throws OSError if this end is closed
   */
  public int fileno() {
    requireOpen();
    return fileno.of(this);
  }

  /** {@return Python's repr, such as {@code <multiprocessing.connection.Connection object at 0x1b2c>}} */
  @Override
  public String toString() {
    return "<multiprocessing.connection.Connection object at 0x" + Integer.toHexString(System.identityHashCode(this)) + ">";
  }

  /** This end as something to wait for. */
  private record AsWaitable(ConnectionBase connection) implements Waitable {

    @Override
    public int ready(int uses) {
      connection.requireOpen();
      return connection.messages.ready(uses);
    }

    @Override
    public Runnable whenReady(int uses, Runnable wake) {
      return connection.messages.whenReady(uses, wake);
    }
  }

  final Codec codec() {
    return codec;
  }

  final MessageChannel messages() {
    return messages;
  }

  private void transmit(byte[] bytes, int offset, int size) {
    try {
      messages.send(bytes, offset, size);
    } catch (KeyboardInterrupt e) {
      if (!messages.isOpen()) {
        close();
      }
      throw e;
    } catch (IOException e) {
      throw error(e);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  private byte[] receive(long longest) {
    requireReadable();
    try {
      return messages.receive(longest);
    } catch (FrameTooLongException e) {
      if (writable) {
        readable = false;
      } else {
        close();
      }
      throw BrokenChannel.error(e);
    } catch (IOException e) {
      throw error(e);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  private RuntimeException error(IOException failure) {
    if (closed.get()) {
      return (OSError) new OSError("handle is closed").initCause(failure);
    }
    return BrokenChannel.error(failure);
  }

  private void requireReadable() {
    requireOpen();
    if (!readable) {
      throw new OSError("connection is write-only");
    }
  }

  private void requireWritable() {
    requireOpen();
    if (!writable) {
      throw new OSError("connection is read-only");
    }
  }

  final void requireOpen() {
    if (closed.get()) {
      throw new OSError("handle is closed");
    }
  }
}
