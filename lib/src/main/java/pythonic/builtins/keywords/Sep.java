package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * What {@code print} writes between values.
 *
 * @param value null for a blank
 */
public record Sep(@Nullable String value) implements PrintKeyword {

  @Override
  public String keyword() {
    return "sep";
  }
}
