package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Callable;

/**
 * What one of a barrier's threads calls before all are released.
 *
 * @param function a function without arguments, null for none
 */
public record Action(@Nullable Callable function) implements BarrierKeyword {

  @Override
  public String keyword() {
    return "action";
  }
}
