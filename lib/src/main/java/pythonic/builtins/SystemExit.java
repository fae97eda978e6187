package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Raised by {@code sys.exit}. It ends the thread that does not catch it: in the main thread the program, in any
 * other thread silently that thread alone.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#SystemExit">Python: SystemExit</a>
 */
public class SystemExit extends BaseException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with the exit status, or a message for standard error, or nothing.
   *
   * @param arguments none or one: the {@link #code()}
   */
  public SystemExit(@Nullable Object... arguments) {
    super(arguments);
  }

  /** {@return the exit status or message given, null when none was} */
  public @Nullable Object code() {
    return switch (args().size()) {
      case 0 -> null;
      case 1 -> args().getFirst();
      default -> args();
    };
  }
}
