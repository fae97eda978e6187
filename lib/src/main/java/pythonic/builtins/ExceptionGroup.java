package pythonic.builtins;

import java.io.Serial;
import java.util.List;

/**
 * Several exceptions at once. They are its suppressed ones, too, so Java's traces show them.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#ExceptionGroup">Python: ExceptionGroup</a>
 */
public final class ExceptionGroup extends PythonException {

  @Serial private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // made by List.copyOf
  private final List<? extends Throwable> exceptions;

  /**
   * Raised with a message and the exceptions.
   *
   * @param message what has failed
   * @param exceptions why, at least one
   */
  public ExceptionGroup(String message, List<? extends Throwable> exceptions) {
    super(message, exceptions);
    this.exceptions = List.copyOf(exceptions);
    this.exceptions.forEach(this::addSuppressed);
  }

  /** {@return the exceptions} */
  public List<? extends Throwable> exceptions() {
    return exceptions;
  }

  /** {@return the message with the number of exceptions, as Python writes it} */
  @Override
  public String getMessage() {
    int count = exceptions.size();
    return args().getFirst() + " (" + count + (count == 1 ? " sub-exception)" : " sub-exceptions)");
  }
}
