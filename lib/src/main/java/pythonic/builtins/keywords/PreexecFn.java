package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * What a process is to do before it begins, which Java cannot.
 *
 * @param function must be null
 */
public record PreexecFn(@Nullable Object function) implements PopenKeyword<byte[]>, RunKeyword, CallKeyword {

  @Override
  public String keyword() {
    return "preexec_fn";
  }
}
