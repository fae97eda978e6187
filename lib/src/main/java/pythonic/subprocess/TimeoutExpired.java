package pythonic.subprocess;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;

/**
 * A program has not ended in time. It is no {@link pythonic.builtins.TimeoutError}, as in Python.
 *
 * @see <a href="https://docs.python.org/3/library/subprocess.html#subprocess.TimeoutExpired">Python:
 *     subprocess.TimeoutExpired</a>
 */
public class TimeoutExpired extends SubprocessError {

  @Serial private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // what cannot be serialised is refused by name when the exception travels
  private final Object cmd;

  private final double timeout;

  @SuppressWarnings("serial") // bytes
  private final @Nullable Object output;

  @SuppressWarnings("serial") // bytes
  private final @Nullable Object stderr;

  /**
   * Raised with what is known of the program.
   *
   * @param cmd its arguments
   * @param timeout the time limit in seconds
   */
  public TimeoutExpired(Object cmd, double timeout) {
    this(cmd, timeout, null, null);
  }

  /**
   * Raised with what is known of the program, and what it has written so far.
   *
   * @param cmd its arguments
   * @param timeout the time limit in seconds
   * @param output what it wrote to standard output, null for nothing
   * @param stderr what it wrote to standard error, null for nothing
   */
  public TimeoutExpired(Object cmd, double timeout, @Nullable Object output, @Nullable Object stderr) {
    super(cmd, number(timeout));
    this.cmd = cmd;
    this.timeout = timeout;
    this.output = output;
    this.stderr = stderr;
  }

  /** A time limit is a double here even where a program says 5, for which Python writes 5. */
  private static Object number(double timeout) {
    return timeout == Math.rint(timeout) && Math.abs(timeout) < Integer.MAX_VALUE ? (Object) (int) timeout : (Object) timeout;
  }

  /** {@return the arguments: a list or a string} */
  public Object cmd() {
    return cmd;
  }

  /** {@return the time limit in seconds} */
  public double timeout() {
    return timeout;
  }

  /** {@return what was written to standard output so far, as bytes, null for nothing} */
  public @Nullable Object output() {
    return output;
  }

  /** {@return what was written to standard output so far: another name of {@link #output}} */
  public @Nullable Object stdout() {
    return output;
  }

  /** {@return what was written to standard error so far, as bytes, null for nothing} */
  public @Nullable Object stderr() {
    return stderr;
  }

  /** {@return a text that names the arguments and the time limit} */
  @Override
  public String getMessage() {
    return "Command '" + Builtins.str(cmd) + "' timed out after " + Builtins.str(number(timeout)) + " seconds";
  }
}
