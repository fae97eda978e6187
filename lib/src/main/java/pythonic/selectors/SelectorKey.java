package pythonic.selectors;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;

/**
 * An object that a selector knows.
 *
 * @param fileobj the object as it was registered
 * @param fd its number
 * @param events what is asked of it
 * @param data what the program gave with it
 * @see <a href="https://docs.python.org/3/library/selectors.html#selectors.SelectorKey">Python: selectors.SelectorKey</a>
 */
public record SelectorKey(Object fileobj, int fd, int events, @Nullable Object data) {

  /** {@return Python's repr} */
  @Override
  public String toString() {
    return "SelectorKey(fileobj=" + Builtins.repr(fileobj) + ", fd=" + fd + ", events=" + events + ", data=" + Builtins.repr(data) + ")";
  }
}
