package pythonic.builtins.functions;

import org.jspecify.annotations.Nullable;

/**
 * A function without arguments that returns a value. Any lambda or method reference of that shape is one; it may throw,
 * and can cross to another process when what it captures can.
 *
 * @param <R> the type of the result
 */
@FunctionalInterface
public interface Function0<R extends @Nullable Object> extends Callable {

  /**
   * Calls the function.
   *
   * @return the result
   * @throws Exception whatever the function throws
   */
  R call() throws Exception;

  @Override
  default int arity() {
    return 0;
  }

  @Override
  default @Nullable Object invoke(@Nullable Object... arguments) throws Exception {
    return call();
  }
}
