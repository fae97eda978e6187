package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * What a process reads.
 *
 * @param source {@code PIPE}, {@code DEVNULL}, a number, a file or the end of a pipe; null for what this process reads
 */
public record Stdin(@Nullable Object source) implements PopenKeyword<byte[]>, RunKeyword, CallKeyword {

  @Override
  public String keyword() {
    return "stdin";
  }
}
