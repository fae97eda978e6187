package pythonic.builtins.functions;

import org.jspecify.annotations.Nullable;

/**
 * A function of 2 arguments that returns a value. Any lambda or method reference of that shape is one; it may throw,
 * and can cross to another process when what it captures can.
 *
 * @param <A> the type of the first argument
 * @param <B> the type of the second argument
 * @param <R> the type of the result
 */
@FunctionalInterface
public interface Function2<A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> extends Callable {

  /**
   * Calls the function.
   *
   * @param a the first argument
   * @param b the second argument
   * @return the result
   * @throws Exception whatever the function throws
   */
  R call(A a, B b) throws Exception;

  @Override
  default int arity() {
    return 2;
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // types and None are checked by internal.calls, which raises a TypeError
  default @Nullable Object invoke(@Nullable Object... arguments) throws Exception {
    return call((A) arguments[0], (B) arguments[1]);
  }
}
