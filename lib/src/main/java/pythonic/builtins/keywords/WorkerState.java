package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Function0;

/**
 * What makes the object that each worker of a pool has for its tasks. Not in Python.
 *
 * @param factory called once by each worker, null for no such object
 */
public record WorkerState(@Nullable Function0<?> factory) implements PoolKeyword, ThreadPoolKeyword, ProcessPoolExecutorKeyword, ThreadPoolExecutorKeyword {

  @Override
  public String keyword() {
    return "worker_state";
  }
}
