package pythonic.builtins.keywords;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Positional arguments for a call made later: Python's tuple. It is a value as well, which is compared, printed and sent to
 * other processes as Python's tuples are.
 *
 * @param values the arguments in order
 */
public record Args(List<@Nullable Object> values) implements ThreadKeyword, ProcessKeyword, TimerKeyword, ApplyKeyword, ApplyAsyncKeyword, Serializable {

  /** Takes a copy, which may hold None. */
  public Args {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  @Override
  public String keyword() {
    return "args";
  }
}
