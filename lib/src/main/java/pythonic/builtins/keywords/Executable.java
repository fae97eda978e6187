package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * The program that is run in place of the first argument.
 *
 * @param path its path, null for the first argument
 */
public record Executable(@Nullable Object path) implements PopenKeyword<byte[]>, RunKeyword, CallKeyword {

  @Override
  public String keyword() {
    return "executable";
  }
}
