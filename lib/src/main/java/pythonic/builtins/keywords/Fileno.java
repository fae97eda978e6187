package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * The number of an open socket that is taken over.
 *
 * @param number the number, null for a new socket
 */
public record Fileno(@Nullable Integer number) implements SocketKeyword {

  @Override
  public String keyword() {
    return "fileno";
  }
}
