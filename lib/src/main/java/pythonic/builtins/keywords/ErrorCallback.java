package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Procedure1;

/**
 * What is called with the error of a task.
 *
 * @param function the function, null for none
 */
public record ErrorCallback(@Nullable Procedure1<? super Throwable> function) implements ApplyAsyncKeyword, PoolMapAsyncKeyword {

  @Override
  public String keyword() {
    return "error_callback";
  }
}
