package pythonic.builtins.functions;

import org.jspecify.annotations.Nullable;

/**
 * A function without arguments that returns nothing. Any lambda or method reference of that shape is one; it may throw,
 * and can cross to another process when what it captures can.
 */
@FunctionalInterface
public interface Procedure0 extends Callable {

  /**
   * Calls the function.
   *
   * @throws Exception whatever the function throws
   */
  void call() throws Exception;

  @Override
  default int arity() {
    return 0;
  }

  @Override
  default @Nullable Object invoke(@Nullable Object... arguments) throws Exception {
    call();
    return null;
  }
}
