package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * How text is written as bytes.
 *
 * @param name such as {@code utf-8}, null for the usual
 */
public record Encoding(@Nullable String name) implements MakefileKeyword, TextPopenKeyword<String>, RunTextKeyword, CallKeyword, OutputKeyword {

  @Override
  public String keyword() {
    return "encoding";
  }
}
