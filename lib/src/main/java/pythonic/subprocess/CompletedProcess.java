package pythonic.subprocess;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;

/**
 * A program that has ended: what {@link Subprocess#run} gives.
 *
 * @param <S> byte[] or String: what it wrote
 * @see <a href="https://docs.python.org/3/library/subprocess.html#subprocess.CompletedProcess">Python:
 *     subprocess.CompletedProcess</a>
 */
public final class CompletedProcess<S> {

  private final Object args;
  private final int returncode;
  private final @Nullable S stdout;
  private final @Nullable S stderr;

  /**
   * Says what is known of a program of which nothing was kept.
   *
   * @param args its arguments: a list or a string
   * @param returncode its exit code, -n if signal n ended it
   */
  public CompletedProcess(Object args, int returncode) {
    this(args, returncode, null, null);
  }

  /**
   * Says what is known of a program, and what it wrote.
   *
   * @param args its arguments: a list or a string
   * @param returncode its exit code, -n if signal n ended it
   * @param stdout what it wrote to standard output, null if that was not kept
   * @param stderr what it wrote to standard error, null if that was not kept
   */
  public CompletedProcess(Object args, int returncode, @Nullable S stdout, @Nullable S stderr) {
    this.args = args;
    this.returncode = returncode;
    this.stdout = stdout;
    this.stderr = stderr;
  }

  /** {@return the arguments: a list or a string} */
  public Object args() {
    return args;
  }

  /** {@return the exit code, -n if signal n ended the program} */
  public int returncode() {
    return returncode;
  }

  /** {@return what was written to standard output, null if it was not kept} */
  public @Nullable S stdout() {
    return stdout;
  }

  /** {@return what was written to standard error, null if it was not kept} */
  public @Nullable S stderr() {
    return stderr;
  }

  /**
   * Does nothing if the exit code is 0.
   *
   * @throws CalledProcessError if it is not
   */
  public void check_returncode() {
    if (returncode != 0) {
      throw new CalledProcessError(returncode, args, stdout, stderr);
    }
  }

  /** {@return Python's repr, such as {@code CompletedProcess(args=['true'], returncode=0)}} */
  @Override
  public String toString() {
    return "CompletedProcess(args=" + Builtins.repr(args) + ", returncode=" + returncode
        + (stdout == null ? "" : ", stdout=" + Builtins.repr(stdout))
        + (stderr == null ? "" : ", stderr=" + Builtins.repr(stderr)) + ")";
  }
}
