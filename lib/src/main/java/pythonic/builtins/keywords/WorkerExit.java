package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Procedure0;

/**
 * What each worker of a pool calls at its orderly end. Not in Python.
 *
 * @param function the function, null for none
 */
public record WorkerExit(@Nullable Procedure0 function) implements PoolKeyword, ThreadPoolKeyword, ProcessPoolExecutorKeyword, ThreadPoolExecutorKeyword {

  @Override
  public String keyword() {
    return "worker_exit";
  }
}
