package pythonic.internal.greenlets;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Callable;
import pythonic.internal.waiting.Hub;

/** Who is told when something is ready. */
public interface Link {

  /** {@return the hub it belongs to, null for none} */
  @Nullable Hub home();

  /**
   * Tells it, in a callback of its hub. {@return who goes on before anything else: a strand or a body; null for nobody}
   *
   * @throws Exception whatever a callback of the user's throws
   */
  @Nullable Object fire(Object source) throws Exception;

  /**
   * Tells it on the spot, by any thread.
   *
   * @throws Exception whatever a callback of the user's throws
   */
  void fireFromAnywhere(Object source) throws Exception;

  /** {@return what people are told has failed, if telling it does} */
  default Object described(Object source) {
    return source;
  }

  /** {@return whether it was made of this callback} */
  default boolean isOf(Callable callback) {
    return false;
  }
}
