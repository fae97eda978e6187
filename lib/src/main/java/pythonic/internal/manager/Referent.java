package pythonic.internal.manager;

import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Mutex;

/** An object that the server keeps for others. */
final class Referent<T> {

  final ReferentType<T> type;
  private final T object;

  /** Whoever holds it may read and change the object: so each call is atomic. */
  private final Mutex lock = new Mutex();

  Referent(ReferentType<T> type, T object) {
    this.type = type;
    this.object = object;
  }

  @Nullable Object call(String method, @Nullable Object[] args) {
    lock.acquireUninterruptibly();
    try {
      return type.call(object, method, args);
    } finally {
      lock.tryRelease();
    }
  }
}
