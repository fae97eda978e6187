package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * After how many tasks a worker process is replaced.
 *
 * @param count the number, null for never
 */
public record Maxtasksperchild(@Nullable Integer count) implements PoolKeyword {

  @Override
  public String keyword() {
    return "maxtasksperchild";
  }
}
