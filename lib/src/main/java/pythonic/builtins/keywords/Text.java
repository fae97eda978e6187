package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * Whether the pipes of a process carry text.
 *
 * @param value true for text
 */
public record Text(@Nullable Boolean value) implements TextPopenKeyword<String>, RunTextKeyword, CallKeyword {

  @Override
  public String keyword() {
    return "text";
  }
}
