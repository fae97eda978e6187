package pythonic.builtins.keywords;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keyword arguments of a pool's task.
 *
 * @param values the arguments by parameter name
 */
public record Kwds(Map<String, @Nullable Object> values) implements ApplyKeyword, ApplyAsyncKeyword {

  /** Takes a copy, which keeps the order and may hold None. */
  public Kwds {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  @Override
  public String keyword() {
    return "kwds";
  }
}
