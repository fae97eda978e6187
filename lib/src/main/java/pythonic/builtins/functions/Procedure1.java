package pythonic.builtins.functions;

import org.jspecify.annotations.Nullable;

/**
 * A function of 1 argument that returns nothing. Any lambda or method reference of that shape is one; it may throw,
 * and can cross to another process when what it captures can.
 *
 * @param <A> the type of the first argument
 */
@FunctionalInterface
public interface Procedure1<A extends @Nullable Object> extends Callable {

  /**
   * Calls the function.
   *
   * @param a the first argument
   * @throws Exception whatever the function throws
   */
  void call(A a) throws Exception;

  @Override
  default int arity() {
    return 1;
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // types and None are checked by internal.calls, which raises a TypeError
  default @Nullable Object invoke(@Nullable Object... arguments) throws Exception {
    call((A) arguments[0]);
    return null;
  }
}
