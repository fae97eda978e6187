package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * The group of a process, which Java cannot set.
 *
 * @param number must be null
 */
public record ProcessGroup(@Nullable Integer number) implements PopenKeyword<byte[]>, RunKeyword, CallKeyword {

  @Override
  public String keyword() {
    return "process_group";
  }
}
