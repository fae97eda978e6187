package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * Where a process writes its errors.
 *
 * @param sink {@code PIPE}, {@code DEVNULL}, {@code STDOUT}, a number, a file or the end of a pipe; null for where this process does
 */
public record Stderr(@Nullable Object sink) implements PopenKeyword<byte[]>, RunKeyword, CallKeyword {

  @Override
  public String keyword() {
    return "stderr";
  }
}
