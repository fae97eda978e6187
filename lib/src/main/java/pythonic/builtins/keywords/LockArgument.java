package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * The lock that a condition uses.
 *
 * @param <L> the type of the lock
 * @param lock the lock, null for a new RLock
 */
public record LockArgument<L>(@Nullable L lock) implements Keyword {

  @Override
  public String keyword() {
    return "lock";
  }
}
