package pythonic.gevent.exceptions;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.PythonException;

/**
 * Nobody can go on: all greenlets of a thread wait for each other. It is raised in the main one. Its third argument, and
 * its text, tell who waits for what.
 *
 * @see <a href="https://www.gevent.org/api/gevent.hub.html#gevent.exceptions.LoopExit">gevent: LoopExit</a>
 */
public class LoopExit extends PythonException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments.
   *
   * @param arguments a message, the hub, and who waits for what
   */
  public LoopExit(@Nullable Object... arguments) {
    super(arguments);
  }

  /** {@return the message, the hub, and a line for each greenlet that waits} */
  @Override
  public String getMessage() {
    if (args().size() != 3) {
      return String.valueOf(super.getMessage());
    }
    var text = new StringBuilder().append(args().get(0)).append("\n\tHub: ").append(args().get(1)).append("\n\tHandles:\n[");
    String separator = "";
    for (Object line : args().get(2) instanceof List<?> lines ? lines : List.of()) {
      text.append(separator).append(line);
      separator = ",\n ";
    }
    return text.append(']').toString();
  }

  /** {@return the same, as gevent's} */
  @Override
  public String toString() {
    return getMessage();
  }
}
