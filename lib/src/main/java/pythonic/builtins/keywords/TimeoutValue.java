package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * What a call gives when the time is over, instead of raising.
 *
 * @param <T> the type of the value
 * @param value the value
 */
public record TimeoutValue<T extends @Nullable Object>(T value) implements Keyword {

  @Override
  public String keyword() {
    return "timeout_value";
  }
}
