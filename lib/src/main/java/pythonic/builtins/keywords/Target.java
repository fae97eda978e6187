package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Callable;

/**
 * What a thread or process runs.
 *
 * @param function the function, null for none
 */
public record Target(@Nullable Callable function) implements ThreadKeyword, ProcessKeyword {

  @Override
  public String keyword() {
    return "target";
  }
}
