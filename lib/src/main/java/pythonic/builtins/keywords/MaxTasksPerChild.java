package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * After how many tasks an executor replaces a worker process.
 *
 * @param count the number, null for never
 */
public record MaxTasksPerChild(@Nullable Integer count) implements ProcessPoolExecutorKeyword {

  @Override
  public String keyword() {
    return "max_tasks_per_child";
  }
}
