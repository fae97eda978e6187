package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * Whether a thread or process is daemonic.
 *
 * @param value null to inherit it from the creator
 */
public record Daemon(@Nullable Boolean value) implements ThreadKeyword, ProcessKeyword, ThreadPoolExecutorKeyword {

  @Override
  public String keyword() {
    return "daemon";
  }
}
