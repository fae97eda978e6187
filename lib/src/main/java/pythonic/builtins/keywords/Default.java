package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * The default of a context variable.
 *
 * @param <T> the type of the variable's values
 * @param value the default
 */
public record Default<T extends @Nullable Object>(T value) implements Keyword {

  @Override
  public String keyword() {
    return "default";
  }
}
