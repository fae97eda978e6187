package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * How long a task of a pool may take before it is ended. Not in Python.
 *
 * @param seconds the limit, null for none
 */
public record TaskTimeout(@Nullable Double seconds) implements ApplyAsyncKeyword, ApplyKeyword, ImapKeyword, MapKeyword, PoolKeyword, PoolMapAsyncKeyword, PoolMapKeyword, ProcessPoolExecutorKeyword, ThreadPoolExecutorKeyword, ThreadPoolKeyword {

  @Override
  public String keyword() {
    return "task_timeout";
  }
}
