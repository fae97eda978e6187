package pythonic.builtins.functions;

import org.jspecify.annotations.Nullable;

/**
 * A function of 6 arguments that returns nothing. Any lambda or method reference of that shape is one; it may throw,
 * and can cross to another process when what it captures can.
 *
 * @param <A> the type of the first argument
 * @param <B> the type of the second argument
 * @param <C> the type of the third argument
 * @param <D> the type of the fourth argument
 * @param <E> the type of the fifth argument
 * @param <F> the type of the sixth argument
 */
@FunctionalInterface
public interface Procedure6<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object> extends Callable {

  /**
   * Calls the function.
   *
   * @param a the first argument
   * @param b the second argument
   * @param c the third argument
   * @param d the fourth argument
   * @param e the fifth argument
   * @param f the sixth argument
   * @throws Exception whatever the function throws
   */
  void call(A a, B b, C c, D d, E e, F f) throws Exception;

  @Override
  default int arity() {
    return 6;
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // types and None are checked by internal.calls, which raises a TypeError
  default @Nullable Object invoke(@Nullable Object... arguments) throws Exception {
    call((A) arguments[0], (B) arguments[1], (C) arguments[2], (D) arguments[3], (E) arguments[4], (F) arguments[5]);
    return null;
  }
}
