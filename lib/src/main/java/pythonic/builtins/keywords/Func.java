package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Callable;

/**
 * The task of a pool, given by keyword.
 *
 * @param <R> the type of the result
 * @param function the function
 */
@SuppressWarnings("UnusedTypeParameter") // it carries the result's type from the function to the call
public record Func<R extends @Nullable Object>(Callable function) implements Keyword {

  @Override
  public String keyword() {
    return "func";
  }
}
