package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * The number of a pool's worker processes.
 *
 * @param count the number, null for one a core
 */
public record Processes(@Nullable Integer count) implements PoolKeyword, ThreadPoolKeyword {

  @Override
  public String keyword() {
    return "processes";
  }
}
