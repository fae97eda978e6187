package pythonic.multiprocessing;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.AttributeError;
import pythonic.builtins.Builtins;
import pythonic.builtins.keywords.LockArgument;

/** The argument {@code lock=} of {@link Value} and {@link Array}. */
final class SharedLock {

  private SharedLock() {}

  /** {@return the lock, a new RLock for True and None, null for False} */
  static @Nullable SemLock of(LockArgument<?> argument) {
    Object lock = argument.lock();
    return switch (lock) {
      case null -> new RLock();
      case Boolean wanted -> wanted ? new RLock() : null;
      case SemLock given -> given;
      default -> throw new AttributeError(Builtins.repr(lock) + " has no method 'acquire'");
    };
  }

  /** {@return the lock, a new RLock for True, False and None} */
  static SemLock orNew(LockArgument<?> argument) {
    return switch (argument.lock()) {
      case null -> new RLock();
      case Boolean _ -> new RLock();
      case SemLock given -> given;
      case Object other -> throw new AttributeError("'" + Builtins.type_name(other) + "' object has no attribute 'acquire'");
    };
  }

  /** {@return the lock, which there must be} */
  static SemLock require(@Nullable SemLock lock, String type, String attribute) {
    if (lock == null) {
      throw new AttributeError("'" + type + "' object has no attribute '" + attribute + "'");
    }
    return lock;
  }
}
