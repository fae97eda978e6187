package pythonic.internal.pool;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Callable;
import pythonic.internal.calls.LambdaForm;
import pythonic.internal.wire.Pickler;

/**
 * A function as bytes. A lambda or method reference that captures nothing is the same each time, so it is pickled once
 * and has a number, by which a worker knows it again.
 *
 * @param number its number, 0 for none
 * @param bytes the function, pickled
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares these
record FunctionBytes(int number, byte[] bytes) {

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private static final ClassValue<Holder> CACHE =
      new ClassValue<>() {
        @Override
        protected Holder computeValue(Class<?> type) {
          return new Holder();
        }
      };

  /** Two threads that race make two numbers for one function, which does no harm. */
  private static final class Holder {
    private volatile @Nullable FunctionBytes constant;
    private volatile boolean varies;
  }

  static FunctionBytes of(Callable function) {
    Holder holder = CACHE.get(function.getClass());
    FunctionBytes known = holder.constant;
    if (known != null) {
      return known;
    }
    if (!holder.varies) {
      var form = LambdaForm.of(function);
      if (form != null && form.getCapturedArgCount() == 0) {
        var made = new FunctionBytes(NUMBERS.incrementAndGet(), Pickler.dumps(function, "func"));
        holder.constant = made;
        return made;
      }
      holder.varies = true;
    }
    return new FunctionBytes(0, Pickler.dumps(function, "func"));
  }
}
