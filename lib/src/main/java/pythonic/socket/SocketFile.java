package pythonic.socket;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.ValueError;
import pythonic.internal.waiting.Mutex;

/**
 * A socket as a file, by {@link Socket#makefile}. Iteration gives its lines. Reading and writing wait as the socket does: a
 * time-out is a {@link pythonic.builtins.TimeoutError}, after which nothing can be read any more, as in Python.
 *
 * <p>One thread may read while another writes.
 *
 * @param <T> String for text, byte[] for bytes
 * @see <a href="https://docs.python.org/3/library/socket.html#socket.socket.makefile">Python: makefile</a>
 */
public final class SocketFile<T> implements Iterable<T>, AutoCloseable {

  private final SocketState socket;
  private final String mode;
  private final Form<T> form;
  private final @Nullable Lines<T> in;
  private final @Nullable Output out;

  /** Guards {@link #isClosed}. */
  private final Mutex closing = new Mutex();

  private volatile boolean isClosed;

  SocketFile(SocketState socket, String mode, Form<T> form, @Nullable Input in, @Nullable Output out) {
    this.socket = socket;
    this.mode = mode;
    this.form = form;
    this.in = in == null ? null : form.lines(in);
    this.out = out;
    socket.addFile();
  }

  private Lines<T> in(String call) {
    requireOpen(call);
    if (in == null) {
      throw form.lacks(true);
    }
    return in;
  }

  private void requireOpen(String call) {
    if (isClosed) {
      throw form.closed(call);
    }
  }

  private void requireOpen() {
    if (isClosed) {
      throw new ValueError(Form.CLOSED);
    }
  }

  private void requireOpenSocket() {
    if (isClosed) {
      throw new ValueError("I/O operation on closed socket.");
    }
  }

  /** {@return all up to the end of the stream} Raises and gives what {@link #read(int)} does. */
  public T read() {
    return read(-1);
  }

  /**
   * {@return so many characters, or bytes, fewer at the end of the stream} A file of bytes whose socket does not wait gives those that are there, and
   * None if there are none; one without a buffer gives what one read of the socket gives.
   *
   * @param size how many at most; -1 for all
   * @throws pythonic.builtins.TimeoutError if the socket's time was over first
   * @throws UnsupportedOperation if the file is only written
   * @throws ValueError if it is closed
   */
  @SuppressWarnings("NullAway") // null only where the socket does not wait, and then it is Python's None
  public T read(int size) {
    return in("read of").read(size);
  }

  /** {@return bytes that were read ahead, or what one read of the socket gives} Raises what {@link #read1(int)} does. */
  public T read1() {
    return read1(-1);
  }

  /**
   * {@return bytes that were read ahead, or what one read of the socket gives; none at the end of the stream}
   *
   * @param size how many at most, -1 for as many as the buffer holds
   * @throws pythonic.builtins.AttributeError if this is no file of bytes with a buffer
   */
  public T read1(int size) {
    return in("read of").once(size);
  }

  /**
   * {@return the bytes that were read ahead, which stay there; if there are none, what one read of the socket gives}
   *
   * @throws pythonic.builtins.AttributeError if this is no file of bytes with a buffer
   */
  public T peek() {
    return in("peek of").peek();
  }

  /**
   * Reads bytes until an array is full, or the stream ends; a file without a buffer reads the socket once.
   *
   * @return how many bytes; None if there are none and the socket does not wait
   * @throws pythonic.builtins.AttributeError if this is no file of bytes
   */
  public @Nullable Integer readinto(byte[] buffer) {
    return in("readinto of").into(buffer, false);
  }

  /** {@return how many bytes, None if there are none and the socket does not wait} Reads bytes into an array, reading the socket at most once. */
  public @Nullable Integer readinto1(byte[] buffer) {
    return in("readinto of").into(buffer, true);
  }

  /** {@return the next line with its end; empty at the end of the stream} */
  public T readline() {
    return readline(-1);
  }

  /** {@return the next line, or so many characters of it} */
  public T readline(int size) {
    return in("readline of").line(size);
  }

  /** {@return all lines up to the end of the stream} */
  public List<T> readlines() {
    return readlines(-1);
  }

  /** {@return lines, until they have so many characters or bytes together} 0 and less is all. */
  public List<T> readlines(int hint) {
    requireOpen();
    var lines = new ArrayList<T>();
    int length = 0;
    for (T line = readline(); Builtins.len(line) > 0; line = readline()) {
      lines.add(line);
      length += Builtins.len(line);
      if (hint > 0 && length >= hint) {
        break;
      }
    }
    return lines;
  }

  /** {@return an iterator over the lines, each with its end} */
  @Override
  public Iterator<T> iterator() {
    return new Iterator<>() {
      private @Nullable T next;

      @Override
      public boolean hasNext() {
        if (next == null) {
          next = readline();
        }
        return Builtins.len(next) > 0;
      }

      @Override
      public T next() {
        if (!hasNext() || next == null) {
          throw new NoSuchElementException();
        }
        T line = next;
        next = null;
        return line;
      }
    };
  }

  /**
   * {@return how much} Writes text, or bytes.
   *
   * @throws pythonic.builtins.BlockingIOError if the socket does not wait, and the buffer has no room for the rest; it tells how many bytes were taken
   * @throws pythonic.builtins.BrokenPipeError if it has to be sent and the other end is gone
   */
  public int write(T data) {
    requireOpen("write to");
    if (out == null) {
      throw form.lacks(false);
    }
    return form.write(out, data);
  }

  /** Writes pieces, without ends of lines between them. */
  public void writelines(Iterable<T> lines) {
    requireOpen();
    lines.forEach(this::write);
  }

  /** Sends what was written. */
  public void flush() {
    if (out == null) {
      requireOpen();
      return;
    }
    requireOpen("flush of");
    out.flush();
  }

  /** {@return whether it was closed} */
  public boolean closed() {
    return isClosed;
  }

  /** {@return whether it can be read} */
  public boolean readable() {
    if (in != null) {
      requireOpenSocket();
    }
    return in != null;
  }

  /** {@return whether it can be written} */
  public boolean writable() {
    if (out != null) {
      requireOpenSocket();
    }
    return out != null;
  }

  /** {@return false: there is no going back in a stream} */
  public boolean seekable() {
    requireOpenSocket();
    return false;
  }

  /** {@return false} */
  public boolean isatty() {
    requireOpen();
    return false;
  }

  /** {@return the number of the socket, -1 when the file is closed} */
  public int name() {
    return isClosed ? -1 : socket.fileno();
  }

  /** {@return what can be done with it, such as {@code "r"}, {@code "rwb"}} */
  public String mode() {
    return mode;
  }

  /** {@return the number of the socket} */
  public int fileno() {
    requireOpen();
    return socket.fileno();
  }

  /** Sends what was written, and closes the socket if its own {@code close} was called. Closing twice is fine. */
  @Override
  public void close() {
    try (var _ = closing.hold()) {
      if (isClosed) {
        return;
      }
      isClosed = true;
    }
    try {
      if (out != null) {
        out.flush();
      }
    } finally {
      socket.removeFile();
    }
  }

  /** {@return Python's repr in kind, with mode and number} */
  @Override
  public String toString() {
    return form.repr(this);
  }
}
