package pythonic.builtins.keywords;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keyword arguments for a call made later.
 *
 * @param values the arguments by parameter name
 */
public record Kwargs(Map<String, @Nullable Object> values) implements ThreadKeyword, ProcessKeyword, TimerKeyword {

  /** Takes a copy, which keeps the order and may hold None. */
  public Kwargs {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  @Override
  public String keyword() {
    return "kwargs";
  }
}
