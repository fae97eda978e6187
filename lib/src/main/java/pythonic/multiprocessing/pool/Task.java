package pythonic.multiprocessing.pool;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Procedure1;
import pythonic.builtins.keywords.Callback;
import pythonic.builtins.keywords.ErrorCallback;
import pythonic.internal.calls.Call;
import pythonic.internal.wire.Pickler;

/** A task on its way through the pool. */
final class Task {

  private final byte[] pickled;
  private final String description;
  private final ClassLoader loader;
  private final AsyncResult<?> result;
  private final @Nullable Procedure1<@Nullable Object> callback;
  private final @Nullable Procedure1<Throwable> errorCallback;

  /** Pickles the call, so that what cannot travel is refused in the thread that submits it. */
  @SuppressWarnings("unchecked") // the callback takes what the function returns, or fails as in Python
  Task(Call call, AsyncResult<?> result, @Nullable Callback<?> callback, @Nullable ErrorCallback errorCallback) {
    this.pickled = Pickler.dumps(call, "");
    this.description = describe(call);
    ClassLoader own = call.function().getClass().getClassLoader();
    this.loader = own == null ? ClassLoader.getSystemClassLoader() : own;
    this.result = result;
    this.callback = callback == null ? null : (Procedure1<@Nullable Object>) callback.function();
    this.errorCallback = errorCallback == null ? null : (Procedure1<Throwable>) errorCallback.function();
  }

  private static String describe(Call call) {
    String name = call.functionName();
    return (name == null ? call.function().getClass().getSimpleName() : name) + "()";
  }

  byte[] pickled() {
    return pickled;
  }

  /** {@return the task in the text of an error} */
  String description() {
    return description;
  }

  ClassLoader loader() {
    return loader;
  }

  /**
   * Calls the callback, then lets {@code get()} return, as in Python: whoever has the result may rely on the
   * callback's effects. The result is there even when the callback fails.
   */
  void settle(Outcome outcome) throws Exception {
    try {
      switch (outcome) {
        case Outcome.Value value when callback != null -> callback.call(value.value());
        case Outcome.Failure failure when errorCallback != null -> errorCallback.call(failure.error());
        default -> {}
      }
    } finally {
      result.settle(outcome);
    }
  }
}
