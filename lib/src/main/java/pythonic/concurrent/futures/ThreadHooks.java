package pythonic.concurrent.futures;

import org.jspecify.annotations.Nullable;
import pythonic.internal.calls.Call;
import pythonic.internal.pool.PoolExtras;
import pythonic.internal.pool.ThreadExtras;

/**
 * What each thread of an executor does before its calls and after them.
 *
 * @param initializer called first, null for none
 * @param extras what Python's executors have not
 */
record ThreadHooks(@Nullable Call initializer, PoolExtras extras) {

  /** {@return what the current thread has of them, which is the executor's thread of that number} */
  ThreadExtras of(int number) {
    return new ThreadExtras(extras, number);
  }

  void begin(ThreadExtras own) throws Exception {
    if (initializer != null) {
      initializer.run();
    }
    own.ready();
  }
}
