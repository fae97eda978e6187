package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of characters that cannot be encoded or decoded.
 *
 * @param name such as {@code strict}, {@code ignore} or {@code replace}, null for strict
 */
public record Errors(@Nullable String name) implements MakefileKeyword, TextPopenKeyword<String>, RunTextKeyword, CallKeyword, OutputKeyword {

  @Override
  public String keyword() {
    return "errors";
  }
}
