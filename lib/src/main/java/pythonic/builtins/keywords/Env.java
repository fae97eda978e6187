package pythonic.builtins.keywords;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The environment of a process.
 *
 * @param variables all its variables, null for those of this process
 */
public record Env(@Nullable Map<String, ? extends @Nullable Object> variables) implements PopenKeyword<byte[]>, RunKeyword, CallKeyword {

  @Override
  public String keyword() {
    return "env";
  }
}
