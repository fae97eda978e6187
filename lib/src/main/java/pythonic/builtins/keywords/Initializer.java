package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Callable;

/**
 * What each worker calls first.
 *
 * @param function the function, null for none
 */
public record Initializer(@Nullable Callable function) implements PoolKeyword, StartKeyword, ThreadPoolKeyword, ThreadPoolExecutorKeyword, ProcessPoolExecutorKeyword {

  @Override
  public String keyword() {
    return "initializer";
  }
}
