package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * Where a process works.
 *
 * @param path a folder, null for where this process works
 */
public record Cwd(@Nullable Object path) implements PopenKeyword<byte[]>, RunKeyword, CallKeyword {

  @Override
  public String keyword() {
    return "cwd";
  }
}
