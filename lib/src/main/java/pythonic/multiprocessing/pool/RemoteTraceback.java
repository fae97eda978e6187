package pythonic.multiprocessing.pool;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.PythonException;

/** The cause of an exception that a worker process raised: its text is the traceback that the worker would print. */
public class RemoteTraceback extends PythonException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with the traceback between three quotes.
   *
   * @param arguments one, the text
   */
  public RemoteTraceback(@Nullable Object... arguments) {
    super(arguments);
  }

  /** Does nothing: the stack that matters is in the text. */
  @Override
  public Throwable fillInStackTrace() {
    return this;
  }
}
