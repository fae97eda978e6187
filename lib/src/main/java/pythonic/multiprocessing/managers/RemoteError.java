package pythonic.multiprocessing.managers;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.PythonException;

/**
 * The process of a manager could not make a call at all: the object has no such method, or has gone. What a method
 * itself raises keeps its type.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#proxy-objects">Python: proxy objects</a>
 */
public class RemoteError extends PythonException {

  @Serial private static final long serialVersionUID = 1L;

  private static final String RULE = "-".repeat(75);

  /**
   * Raised with the traceback of the manager's process.
   *
   * @param arguments usually one, the traceback
   */
  public RemoteError(@Nullable Object... arguments) {
    super(arguments);
  }

  /** {@return the traceback of the manager's process, between two lines} */
  @Override
  public String getMessage() {
    return args().isEmpty() ? "" : "\n" + RULE + "\n" + Builtins.str(args().getFirst()) + RULE;
  }
}
