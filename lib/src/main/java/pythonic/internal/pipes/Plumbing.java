package pythonic.internal.pipes;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.Pipe;
import org.jspecify.annotations.Nullable;

/**
 * A pipe between this process and one that is about to be started. First {@link #redirect} goes into the ProcessBuilder; then,
 * when the process has started, {@link #connect}, or {@link #close} if it has not.
 */
public abstract sealed class Plumbing implements AutoCloseable permits Plumbing.In, Plumbing.Out {

  /** Set to true to do without the names under {@code /proc}, as on other systems. */
  public static final String PORTABLE = "pythonic.pipes.portable";

  final Pipe pipe;

  /** Null where the system's numbers are not to be had. */
  final @Nullable PipeNumbers numbers;

  Plumbing() throws IOException {
    pipe = Pipe.open();
    numbers = Boolean.getBoolean(PORTABLE) ? null : PipeNumbers.of(pipe);
  }

  /** {@return what the process is started with} */
  public abstract Redirect redirect();

  /** Connects the process, which has started. */
  public abstract void connect(Process process) throws IOException;

  @Override
  public void close() throws IOException {
    try (var _ = pipe.source(); var _ = pipe.sink()) {
      return;
    }
  }

  static File file(int number) {
    return new File("/proc/self/fd/" + number);
  }

  /** What this process writes and the other one reads. */
  public static final class In extends Plumbing {

    private final WriteEnd end;

    /** Makes the pipe. */
    public In() throws IOException {
      end = new WriteEnd(pipe.sink(), numbers);
    }

    /** {@return this process's end} */
    public WriteEnd end() {
      return end;
    }

    @Override
    public Redirect redirect() {
      return numbers == null ? Redirect.PIPE : Redirect.from(file(numbers.source()));
    }

    @Override
    public void connect(Process process) throws IOException {
      if (numbers == null) {
        Pump.start(pipe.source(), process.getOutputStream());
      } else {
        pipe.source().close();
      }
    }
  }

  /** What the other process writes and this one reads. */
  public static final class Out extends Plumbing {

    private final ReadEnd end;
    private final boolean isError;

    /**
     * Makes the pipe.
     *
     * @param isError whether it is for what the process writes to standard error
     */
    public Out(boolean isError) throws IOException {
      this.isError = isError;
      end = new ReadEnd(pipe.source(), numbers);
    }

    /** {@return this process's end} */
    public ReadEnd end() {
      return end;
    }

    @Override
    public Redirect redirect() {
      return numbers == null ? Redirect.PIPE : Redirect.to(file(numbers.sink()));
    }

    @Override
    public void connect(Process process) throws IOException {
      if (numbers == null) {
        Pump.start(isError ? process.getErrorStream() : process.getInputStream(), pipe.sink());
      } else {
        pipe.sink().close();
      }
    }
  }
}
