package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * What ends a line of text.
 *
 * @param value an end of line, empty for all untranslated, null for all
 */
public record Newline(@Nullable String value) implements MakefileKeyword {

  @Override
  public String keyword() {
    return "newline";
  }
}
