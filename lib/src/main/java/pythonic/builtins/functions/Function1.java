package pythonic.builtins.functions;

import org.jspecify.annotations.Nullable;

/**
 * A function of 1 argument that returns a value. Any lambda or method reference of that shape is one; it may throw,
 * and can cross to another process when what it captures can.
 *
 * @param <A> the type of the first argument
 * @param <R> the type of the result
 */
@FunctionalInterface
public interface Function1<A extends @Nullable Object, R extends @Nullable Object> extends Callable {

  /**
   * Calls the function.
   *
   * @param a the first argument
   * @return the result
   * @throws Exception whatever the function throws
   */
  R call(A a) throws Exception;

  @Override
  default int arity() {
    return 1;
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // types and None are checked by internal.calls, which raises a TypeError
  default @Nullable Object invoke(@Nullable Object... arguments) throws Exception {
    return call((A) arguments[0]);
  }
}
