package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of characters that cannot be encoded or decoded.
 *
 * @param name {@code strict}, {@code ignore} or {@code replace}, null for strict
 */
public record Errors(@Nullable String name) implements MakefileKeyword {

  @Override
  public String keyword() {
    return "errors";
  }
}
