package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * What {@code print} writes after the last value.
 *
 * @param value null for a line break
 */
public record End(@Nullable String value) implements PrintKeyword {

  @Override
  public String keyword() {
    return "end";
  }
}
