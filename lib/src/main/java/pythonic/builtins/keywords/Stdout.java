package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * Where a process writes.
 *
 * @param sink {@code PIPE}, {@code DEVNULL}, a number, a file or the end of a pipe; null for where this process writes
 */
public record Stdout(@Nullable Object sink) implements PopenKeyword<byte[]>, RunKeyword, CallKeyword {

  @Override
  public String keyword() {
    return "stdout";
  }
}
