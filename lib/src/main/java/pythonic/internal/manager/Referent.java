package pythonic.internal.manager;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.AttributeError;
import pythonic.builtins.Builtins;
import pythonic.internal.waiting.Mutex;

/** An object that the server keeps for others. */
public final class Referent {

  final long id;
  final Kind kind;
  final Object object;

  /** Whoever holds it may read and change the object, so each call is atomic; null where the object sees to that itself. */
  private final @Nullable Mutex lock;

  private volatile boolean keptInside;

  Referent(long id, Kind kind, Object object) {
    this.id = id;
    this.kind = kind;
    this.object = object;
    this.lock = kind.takesTurns() ? new Mutex() : null;
  }

  /** {@return the name of its type} */
  public String typeid() {
    return kind.typeid();
  }

  /** Another object of the server may refer to it from now on, which nobody counts. */
  void keptInside() {
    keptInside = true;
  }

  /** No process refers to it any longer. What it has to end is ended on a thread of its own, for the caller serves others. */
  void dispose() {
    if (!keptInside && object instanceof Disposable disposable) {
      Thread.ofVirtual().name("pythonic-manager-disposal").start(disposable::dispose);
    }
  }

  /** Refuses what is not for others. */
  void require(String method) {
    if (!kind.exposes(object, method) && !isCommon(method)) {
      throw new AttributeError(
          "method '" + method + "' of <class '" + kind.typeName(object) + "'> object is not in exposed=" + kind.exposed(object));
    }
  }

  private static boolean isCommon(String method) {
    return method.equals("__str__") || method.equals("__repr__") || method.equals("#GETVALUE");
  }

  /**
   * Calls a method, in the server's process.
   *
   * @throws Exception whatever the method raises
   */
  public @Nullable Object call(String method, @Nullable Object[] args) throws Exception {
    if (lock == null) {
      return perform(method, args);
    }
    lock.acquireUninterruptibly();
    try {
      return perform(method, args);
    } finally {
      lock.tryRelease();
    }
  }

  private @Nullable Object perform(String method, @Nullable Object[] args) throws Exception {
    if (isCommon(method) && !kind.exposes(object, method)) {
      return method.equals("#GETVALUE") ? object : Builtins.repr(object);
    }
    return kind.call(object, method, args);
  }
}
