package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * The old name of {@link Text}.
 *
 * @param value true for text
 */
public record UniversalNewlines(@Nullable Boolean value) implements TextPopenKeyword<String>, RunTextKeyword, CallKeyword {

  @Override
  public String keyword() {
    return "universal_newlines";
  }
}
