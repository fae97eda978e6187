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

  private Lines<T> in() {
    requireOpen();
    if (in == null) {
      throw new UnsupportedOperation("not readable");
    }
    return in;
  }

  private Output out() {
    requireOpen();
    if (out == null) {
      throw new UnsupportedOperation("not writable");
    }
    return out;
  }

  private void requireOpen() {
    if (isClosed) {
      throw new ValueError("I/O operation on closed file.");
    }
  }

  /** {@return all up to the end of the stream} */
  public T read() {
    return in().read(-1);
  }

  /** {@return so many characters, or bytes, fewer at the end of the stream} A negative number is all. */
  public T read(int size) {
    return in().read(size);
  }

  /** {@return the next line with its end; empty at the end of the stream} */
  public T readline() {
    return in().line(-1);
  }

  /** {@return the next line, or so many characters of it} */
  public T readline(int size) {
    return in().line(size);
  }

  /** {@return all lines up to the end of the stream} */
  public List<T> readlines() {
    var lines = new ArrayList<T>();
    forEach(lines::add);
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
   * @throws pythonic.builtins.BrokenPipeError if it has to be sent and the other end is gone
   */
  public int write(T data) {
    return form.write(out(), data);
  }

  /** Writes pieces, without ends of lines between them. */
  public void writelines(Iterable<T> lines) {
    lines.forEach(this::write);
  }

  /** Sends what was written. */
  public void flush() {
    requireOpen();
    if (out != null) {
      out.flush();
    }
  }

  /** {@return whether it was closed} */
  public boolean closed() {
    return isClosed;
  }

  /** {@return whether it can be read} */
  public boolean readable() {
    requireOpen();
    return in != null;
  }

  /** {@return whether it can be written} */
  public boolean writable() {
    requireOpen();
    return out != null;
  }

  /** {@return the mode that it was made with} */
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
    return form.repr(socket.fileno(), mode);
  }
}
