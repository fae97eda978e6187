package pythonic.multiprocessing.pool;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.PythonException;

/** A task's result cannot travel back from its worker. */
public class MaybeEncodingError extends PythonException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with the repr of the reason and of the value.
   *
   * @param arguments the two texts
   */
  public MaybeEncodingError(@Nullable Object... arguments) {
    super(arguments);
  }

  @Override
  public String getMessage() {
    return args().size() == 2
        ? "Error sending result: '" + Builtins.str(args().get(1)) + "'. Reason: '" + Builtins.str(args().get(0)) + "'"
        : super.getMessage();
  }
}
