package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * The largest number of an executor's workers.
 *
 * @param count the number, null for the default
 */
public record MaxWorkers(@Nullable Integer count) implements ThreadPoolExecutorKeyword, ProcessPoolExecutorKeyword {

  @Override
  public String keyword() {
    return "max_workers";
  }
}
