package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * How much memory a worker process of a pool may use. Not in Python.
 *
 * @param bytes the limit, null for that of the JVM
 */
public record WorkerMemory(@Nullable Long bytes) implements PoolKeyword, ProcessPoolExecutorKeyword {

  @Override
  public String keyword() {
    return "worker_memory";
  }
}
