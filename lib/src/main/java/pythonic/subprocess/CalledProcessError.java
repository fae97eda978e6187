package pythonic.subprocess;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.internal.text.SignalNames;

/**
 * A program has ended with an exit code that is not 0, and was to be checked.
 *
 * @see <a href="https://docs.python.org/3/library/subprocess.html#subprocess.CalledProcessError">Python:
 *     subprocess.CalledProcessError</a>
 */
public class CalledProcessError extends SubprocessError {

  @Serial private static final long serialVersionUID = 1L;

  private final int returncode;

  @SuppressWarnings("serial") // what cannot be serialised is refused by name when the exception travels
  private final Object cmd;

  @SuppressWarnings("serial") // a string or bytes
  private final @Nullable Object output;

  @SuppressWarnings("serial") // a string or bytes
  private final @Nullable Object stderr;

  /**
   * Raised with what is known of the program.
   *
   * @param returncode its exit code, -n if signal n ended it
   * @param cmd its arguments
   */
  public CalledProcessError(int returncode, Object cmd) {
    super(returncode, cmd);
    this.returncode = returncode;
    this.cmd = cmd;
    this.output = null;
    this.stderr = null;
  }

  /**
   * Raised with what is known of the program, and what it wrote.
   *
   * @param returncode its exit code, -n if signal n ended it
   * @param cmd its arguments
   * @param output what it wrote to standard output, null if that was not kept
   * @param stderr what it wrote to standard error, null if that was not kept
   */
  public CalledProcessError(int returncode, Object cmd, @Nullable Object output, @Nullable Object stderr) {
    this(new @Nullable Object[] {returncode, cmd, output, stderr}, returncode, cmd, output, stderr);
  }

  private CalledProcessError(@Nullable Object[] args, int returncode, Object cmd, @Nullable Object output, @Nullable Object stderr) {
    super(args);
    this.returncode = returncode;
    this.cmd = cmd;
    this.output = output;
    this.stderr = stderr;
  }

  /** As Python's functions raise it: with output and stderr by name, which are not among its args. */
  static CalledProcessError of(CompletedProcess<?> process) {
    var args = new @Nullable Object[] {process.returncode(), process.args()};
    return new CalledProcessError(args, process.returncode(), process.args(), process.stdout(), process.stderr());
  }

  /** {@return the exit code, -n if signal n ended the program} */
  public int returncode() {
    return returncode;
  }

  /** {@return the arguments: a list or a string} */
  public Object cmd() {
    return cmd;
  }

  /** {@return what was written to standard output, bytes or a string, null if it was not kept} */
  public @Nullable Object output() {
    return output;
  }

  /** {@return what was written to standard output: another name of {@link #output}} */
  public @Nullable Object stdout() {
    return output;
  }

  /** {@return what was written to standard error, bytes or a string, null if it was not kept} */
  public @Nullable Object stderr() {
    return stderr;
  }

  /** {@return a text that names the arguments, and the exit code or the signal} */
  @Override
  public String getMessage() {
    String command = "Command '" + Builtins.str(cmd) + "' ";
    return returncode < 0
        ? command + "died with " + SignalNames.describe(-returncode) + "."
        : command + "returned non-zero exit status " + returncode + ".";
  }
}
