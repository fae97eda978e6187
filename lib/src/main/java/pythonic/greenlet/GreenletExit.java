package pythonic.greenlet;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.BaseException;

/**
 * Ends a greenlet without an error: raised in it, it becomes what the greenlet returns. It is no {@link Exception}, so
 * {@code catch (Exception e)} lets it pass.
 *
 * @see <a href="https://greenlet.readthedocs.io/en/latest/api.html#greenlet.GreenletExit">greenlet: GreenletExit</a>
 */
public class GreenletExit extends BaseException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public GreenletExit(@Nullable Object... arguments) {
    super(arguments);
  }
}
