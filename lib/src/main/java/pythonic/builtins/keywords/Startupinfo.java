package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * How Windows shows a process, which Java cannot say.
 *
 * @param value must be null
 */
public record Startupinfo(@Nullable Object value) implements PopenKeyword<byte[]>, RunKeyword, CallKeyword {

  @Override
  public String keyword() {
    return "startupinfo";
  }
}
