package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * The name of a thread, a process or a block of shared memory.
 *
 * @param value the name, null for the default
 */
public record Name(@Nullable Object value) implements ThreadKeyword, ProcessKeyword, SharedMemoryKeyword {

  @Override
  public String keyword() {
    return "name";
  }
}
