package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * As which user a process runs.
 *
 * @param who a name or a number, null for the same
 */
public record User(@Nullable Object who) implements PopenKeyword<byte[]>, RunKeyword, CallKeyword {

  @Override
  public String keyword() {
    return "user";
  }
}
