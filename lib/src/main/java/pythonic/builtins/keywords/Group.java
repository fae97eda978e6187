package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * The reserved {@code group} of a thread or process.
 *
 * @param value must be None
 */
public record Group(@Nullable Object value) implements ThreadKeyword, ProcessKeyword, PopenKeyword<byte[]>, RunKeyword, CallKeyword {

  @Override
  public String keyword() {
    return "group";
  }
}
