package pythonic.builtins.keywords;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of the initializer.
 *
 * @param values the arguments in order
 */
public record Initargs(List<@Nullable Object> values) implements PoolKeyword, StartKeyword, ThreadPoolKeyword, ThreadPoolExecutorKeyword, ProcessPoolExecutorKeyword {

  /** Takes a copy, which may hold None. */
  public Initargs {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  @Override
  public String keyword() {
    return "initargs";
  }
}
