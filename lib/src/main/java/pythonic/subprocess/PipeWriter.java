package pythonic.subprocess;

import com.google.common.primitives.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.Arrays;
import pythonic.builtins.BrokenPipeError;
import pythonic.builtins.ValueError;
import pythonic.internal.channels.Fileno;
import pythonic.internal.channels.Waitable;
import pythonic.internal.errors.SystemError;
import pythonic.internal.pipes.WriteEnd;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;

/**
 * What a process reads, as a file: Python's {@code BufferedWriter}, or {@code TextIOWrapper} with {@code text(true)}. What is
 * written is held back until there are 8192 bytes of it (see {@code bufsize}), or {@link #flush} or {@link #close} is called.
 * Its calls wait while the pipe is full; an interrupt raises KeyboardInterrupt there, and what was not sent stays held back.
 *
 * @param <S> byte[] or String
 * @see <a href="https://docs.python.org/3/library/subprocess.html#subprocess.Popen.stdin">Python: Popen.stdin</a>
 */
public final class PipeWriter<S> implements AutoCloseable {

  private static final int USUAL = 8192;

  static {
    Waitable.offer(PipeWriter.class, AsWaitable::new);
  }

  private final WriteEnd end;
  private final Form<S> form;
  private final Fileno fileno = new Fileno();

  /** How many bytes may be held back. */
  private final int limit;

  private final boolean isByLine;

  /** Whoever holds it may use the one below. */
  private final Mutex turn = new Mutex();

  private byte[] held = new byte[0];

  private volatile boolean isClosed;

  PipeWriter(WriteEnd end, Form<S> form, int bufsize) {
    this.end = end;
    this.form = form;
    this.isByLine = form.isText() && bufsize == 1;
    this.limit = bufsize < 0 || bufsize == 1 ? USUAL : bufsize;
  }

  /**
   * Writes something.
   *
   * @param value bytes or a text
   * @return how many bytes or characters it has
   * @throws pythonic.builtins.BrokenPipeError if the process reads no more
   * @throws ValueError if this is closed
   */
  public int write(S value) {
    byte[] bytes = form.written(value);
    requireOpen("write");
    turn.acquire(Deadline.NEVER);
    try {
      held = Bytes.concat(held, bytes);
      if (held.length > limit || (isByLine && Bytes.contains(bytes, (byte) '\n'))) {
        send();
      }
    } catch (BrokenPipeError e) {
      // What is too much to be held back is lost, as in Python, so that close() does not fail once more.
      held = Arrays.copyOf(held, bytes.length > limit ? Math.max(0, held.length - bytes.length) : held.length);
      throw e;
    } finally {
      turn.tryRelease();
    }
    return form.length(value);
  }

  /**
   * Writes several things, without adding line breaks.
   *
   * @param values bytes or texts
   */
  public void writelines(Iterable<? extends S> values) {
    values.forEach(this::write);
  }

  /**
   * Sends what is held back.
   *
   * @throws pythonic.builtins.BrokenPipeError if the process reads no more
   * @throws ValueError if this is closed
   */
  public void flush() {
    requireOpen("flush");
    turn.acquire(Deadline.NEVER);
    try {
      send();
    } finally {
      turn.tryRelease();
    }
  }

  private void send() {
    ByteBuffer left = ByteBuffer.wrap(held);
    try {
      while (left.hasRemaining()) {
        if (end.write(left) == 0) {
          end.await(Deadline.NEVER);
        }
      }
    } catch (ClosedChannelException e) {
      throw (ValueError) new ValueError(form.closed("write")).initCause(e);
    } catch (IOException e) {
      throw SystemError.of(e);
    } finally {
      held = Arrays.copyOfRange(held, left.position(), held.length);
    }
  }

  WriteEnd end() {
    return end;
  }

  private void requireOpen(String call) {
    if (isClosed) {
      throw new ValueError(form.closed(call));
    }
  }

  /**
   * {@return a number that stands for it, as in {@code select}}
   *
   * @throws ValueError if it is closed
   */
  public int fileno() {
    if (isClosed) {
      throw new ValueError("I/O operation on closed file");
    }
    return fileno.of(this);
  }

  /** {@return whether it is closed} */
  public boolean closed() {
    return isClosed;
  }

  /** {@return false: it cannot be read} */
  public boolean readable() {
    return false;
  }

  /** {@return true: it can be written} */
  public boolean writable() {
    return true;
  }

  /**
   * Sends what is held back, and closes this end: the process reads the end of its input. Closing twice is fine.
   *
   * @throws pythonic.builtins.BrokenPipeError if something was held back and the process reads no more; it is closed then
   */
  @Override
  public void close() {
    if (isClosed) {
      return;
    }
    try {
      flush();
    } finally {
      isClosed = true;
      end.close();
      fileno.close();
    }
  }

  /** {@return Python's repr} */
  @Override
  public String toString() {
    String name = isClosed ? "-1" : Integer.toString(fileno());
    return form instanceof TextForm text
        ? "<_io.TextIOWrapper name=" + name + " encoding='" + text.encoding() + "'>"
        : "<_io.BufferedWriter name=" + name + ">";
  }

  /**
   * It is ready to be written when there is room in the pipe, or nobody reads any more.
   *
   * @param writer whose view it is
   */
  private record AsWaitable(PipeWriter<?> writer) implements Waitable {

    @Override
    public int ready(int uses) {
      if ((uses & WRITE) == 0) {
        return 0;
      }
      try {
        return writer.end.await(Deadline.after(0)) ? WRITE : 0;
      } catch (IOException e) {
        throw SystemError.of(e);
      }
    }

    @Override
    public Runnable whenReady(int uses, Runnable wake) {
      if ((uses & WRITE) == 0) {
        return () -> { };
      }
      return writer.end.watch(wake)::cancel;
    }
  }
}
