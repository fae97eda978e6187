package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * The name of a thread or process.
 *
 * @param value the name, null for the default
 */
public record Name(@Nullable Object value) implements ThreadKeyword, ProcessKeyword {

  @Override
  public String keyword() {
    return "name";
  }
}
