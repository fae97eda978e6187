package pythonic.subprocess;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ValueError;
import pythonic.internal.channels.Fileno;
import pythonic.internal.channels.Waitable;
import pythonic.internal.channels.Watch;
import pythonic.internal.errors.SystemError;
import pythonic.internal.pipes.ReadEnd;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;

/**
 * What a process writes, as a file: Python's {@code BufferedReader}, or {@code TextIOWrapper} with {@code text(true)}. Iteration
 * gives its lines. Its calls wait; an interrupt raises KeyboardInterrupt there and nothing is lost. Several threads may use it, one after the other.
 *
 * @param <S> byte[] or String
 * @see <a href="https://docs.python.org/3/library/subprocess.html#subprocess.Popen.stdout">Python: Popen.stdout</a>
 */
public final class PipeReader<S> implements Iterable<S>, AutoCloseable {

  private static final int PIECE = 1 << 16;

  static {
    Waitable.offer(PipeReader.class, AsWaitable::new);
  }

  private final ReadEnd end;
  private final Form<S> form;
  private final Fileno fileno = new Fileno();

  /** Who wants to be told that there is something. Added to before it is looked whether there is; told after there is. */
  private final Set<Runnable> watching = ConcurrentHashMap.newKeySet();

  /** Whoever holds it may use the three below. */
  private final Mutex turn = new Mutex();

  private final Received<S> received;
  private boolean isEnded;
  private byte @Nullable [] piece;

  private volatile boolean isClosed;

  PipeReader(ReadEnd end, Form<S> form) {
    this.end = end;
    this.form = form;
    this.received = form.received();
  }

  /**
   * {@return all that is still to come, after waiting until the process and its children have closed the pipe}
   *
   * @throws ValueError if this is closed, as in all calls below
   */
  public S read() {
    return read("read", () -> -1);
  }

  /**
   * {@return so many bytes or characters, after waiting for them; fewer at the end}
   *
   * @param size how many, negative for all
   */
  public S read(int size) {
    return size < 0 ? read() : read("read", () -> received.position(size));
  }

  /**
   * {@return what there is, after waiting until there is something; empty at the end}
   *
   * @param size how many bytes or characters at most, negative for any number
   */
  public S read1(int size) {
    return read("read", () -> {
      int cut = size < 0 ? received.available() : received.position(size);
      return cut < 0 ? received.available() == 0 ? -1 : received.available() : cut == 0 && size != 0 ? -1 : cut;
    });
  }

  /** {@return the next line with its line break, after waiting for it; without one if the pipe ends so; empty at the end} */
  public S readline() {
    return read("readline", received::lineEnd);
  }

  /** {@return all lines that are still to come, with their line breaks} */
  public List<S> readlines() {
    return lines().toList();
  }

  /** {@return an iterator over the lines that are still to come, with their line breaks} */
  @Override
  public Iterator<S> iterator() {
    return lines().iterator();
  }

  private Stream<S> lines() {
    requireOpen("lines");
    return Stream.generate(this::readline).takeWhile(line -> form.length(line) > 0);
  }

  /** Reads until there is a place to cut. */
  private S read(String call, IntSupplier cut) {
    requireOpen(call);
    turn.acquire(Deadline.NEVER);
    try {
      for (int at = cut.getAsInt(); at < 0; at = cut.getAsInt()) {
        if (isEnded) {
          return received.take(received.available());
        }
        if (!fill()) {
          end.await(Deadline.NEVER);
        }
      }
      return received.take(cut.getAsInt());
    } catch (ClosedChannelException e) {
      throw (ValueError) new ValueError(form.closed(call)).initCause(e);
    } catch (IOException e) {
      throw SystemError.of(e);
    } finally {
      endTurn();
    }
  }

  /** What was read and not taken has left the pipe, so the pipe tells nobody of it. */
  private void endTurn() {
    boolean more = received.available() > 0 || isEnded;
    turn.tryRelease();
    if (more) {
      watching.forEach(Runnable::run);
    }
  }

  /** Takes what there is in the pipe. {@return false if there is nothing now} */
  private boolean fill() throws IOException {
    if (piece == null) {
      piece = new byte[PIECE];
    }
    int count = end.read(ByteBuffer.wrap(piece));
    if (count == ReadEnd.END) {
      isEnded = true;
      received.end();
    } else {
      received.add(piece, count);
    }
    return count != 0;
  }

  /** While a thread reads there is nothing for others. */
  private boolean isReady() {
    requireOpen("read");
    if (!turn.tryAcquire()) {
      return false;
    }
    try {
      return received.available() > 0 || isEnded || (fill() && (received.available() > 0 || isEnded));
    } catch (ClosedChannelException e) {
      throw SystemError.EBADF.raised();
    } catch (IOException e) {
      return true; // whoever reads is told of it
    } finally {
      turn.tryRelease();
    }
  }

  /** As poll has it: what can be read is told as long as there is something, the end as a hang-up. */
  private int told(int ready) {
    if (ready == 0 || !turn.tryAcquire()) {
      return ready;
    }
    try {
      boolean looksFurther = !isEnded && received.available() < PIECE && fill();
      boolean hasMore = received.available() > 0 || (looksFurther && !isEnded);
      return isEnded ? Waitable.HANG_UP | (hasMore ? ready : 0) : ready;
    } catch (IOException e) {
      return ready; // whoever reads is told of it
    } finally {
      turn.tryRelease();
    }
  }

  /**
   * It is ready to be read when it would not have to wait.
   *
   * @param reader whose view it is
   */
  private record AsWaitable(PipeReader<?> reader) implements Waitable {

    @Override
    public int ready(int uses) {
      return (uses & READ) != 0 && reader.isReady() ? READ : 0;
    }

    @Override
    public int told(int ready, boolean wantsEnd) {
      return reader.told(ready);
    }

    @Override
    public Runnable whenReady(int uses, Runnable wake) {
      if ((uses & READ) == 0) {
        return () -> { };
      }
      reader.watching.add(wake);
      if (reader.turn.tryAcquire()) {
        reader.endTurn();
      }
      Watch watch = reader.end.watch(wake);
      return () -> {
        reader.watching.remove(wake);
        watch.cancel();
      };
    }
  }

  ReadEnd end() {
    return end;
  }

  Received<S> received() {
    return received;
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

  /** {@return true: it can be read} */
  public boolean readable() {
    return true;
  }

  /** {@return false: it cannot be written} */
  public boolean writable() {
    return false;
  }

  /** Closes this end; a process that goes on writing is told so. Who waits in a call gets a ValueError. Closing twice is fine. */
  @Override
  public void close() {
    isClosed = true;
    end.close();
    fileno.close();
  }

  /** {@return Python's repr} */
  @Override
  public String toString() {
    String name = isClosed ? "-1" : Integer.toString(fileno());
    return form instanceof TextForm text
        ? "<_io.TextIOWrapper name=" + name + " encoding='" + text.encoding() + "'>"
        : "<_io.BufferedReader name=" + name + ">";
  }
}
