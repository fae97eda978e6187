package pythonic.multiprocessing;

import java.io.Serial;
import pythonic.builtins.PythonException;

/**
 * The traceback of an error in the process where it was raised. It comes along with the error, as its cause.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#module-multiprocessing.pool">Python:
 *     multiprocessing.pool</a>
 */
public final class RemoteTraceback extends PythonException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * A traceback of another process.
   *
   * @param traceback the text that Python prints for the error there
   */
  public RemoteTraceback(String traceback) {
    super("\n\"\"\"\n" + traceback + "\"\"\"");
    setStackTrace(new StackTraceElement[0]);
  }

  /**
   * Tells an error of another process where it comes from: the traceback becomes the last of its causes.
   *
   * @param <E> the type of the error
   * @param error the error
   * @param traceback the text that Python prints for the error there
   * @return the error
   */
  public static <E extends Throwable> E attach(E error, String traceback) {
    var remote = new RemoteTraceback(traceback);
    try {
      Throwable last = error;
      for (Throwable cause = last.getCause(); cause != null; cause = last.getCause()) {
        last = cause;
      }
      last.initCause(remote);
    } catch (IllegalStateException e) {
      error.addSuppressed(remote); // it was made with no cause on purpose, and takes none
    }
    return error;
  }
}
