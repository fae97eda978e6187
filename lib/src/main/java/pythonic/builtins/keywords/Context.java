package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Runner;

/**
 * The context that a thread runs in. New in Python 3.14.
 *
 * @param value null for an empty one
 */
public record Context(@Nullable Runner value) implements ThreadKeyword {

  @Override
  public String keyword() {
    return "context";
  }
}
