package pythonic.internal.greenlets;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Callable;

/** Who is told when something is ready. */
public interface Link {

  /**
   * Tells it, in a callback of the hub. {@return who goes on before anything else: a strand or a body; null for nobody}
   *
   * @throws Exception whatever a callback of the user's throws
   */
  @Nullable Object fire(Object source) throws Exception;

  /** {@return whether it was made of this callback} */
  default boolean isOf(Callable callback) {
    return false;
  }
}
