package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Procedure1;

/**
 * What is called with the result of a task.
 *
 * @param <T> the type of the result
 * @param function the function, null for none
 */
public record Callback<T extends @Nullable Object>(@Nullable Procedure1<? super T> function) implements ApplyAsyncKeyword, PoolMapAsyncKeyword {

  @Override
  public String keyword() {
    return "callback";
  }
}
