package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * The level of {@code log_to_stderr}.
 *
 * @param number messages below it are dropped; None leaves it as it is
 */
public record Level(@Nullable Integer number) implements Keyword {

  @Override
  public String keyword() {
    return "level";
  }
}
