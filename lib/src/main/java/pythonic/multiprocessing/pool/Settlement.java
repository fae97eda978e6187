package pythonic.multiprocessing.pool;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Procedure1;
import pythonic.builtins.keywords.Callback;
import pythonic.builtins.keywords.ErrorCallback;
import pythonic.internal.calls.Raise;
import pythonic.internal.pool.Engine;
import pythonic.internal.pool.Task;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.OneShot;
import pythonic.multiprocessing.CancelledError;

/** How what was submitted ends: once, with a value or an error. The callback comes first, as in Python. */
final class Settlement {

  private final Engine engine;
  private final @Nullable Procedure1<@Nullable Object> callback;
  private final @Nullable Procedure1<Throwable> errorCallback;
  private final OneShot settled = new OneShot();

  /** What this waits for, so that a pool's own thread can help. */
  private volatile List<? extends Task> tasks = List.of();

  /** Both are written once, before {@link #settled} happens, and read after it. */
  private @Nullable Object value;

  private @Nullable Throwable error;

  @SuppressWarnings("unchecked") // the callback takes what the function returns, or fails as in Python
  Settlement(Engine engine, @Nullable Callback<?> callback, @Nullable ErrorCallback errorCallback) {
    this.engine = engine;
    this.callback = callback == null ? null : (Procedure1<@Nullable Object>) callback.function();
    this.errorCallback = errorCallback == null ? null : (Procedure1<Throwable>) errorCallback.function();
  }

  void tasks(List<? extends Task> submitted) {
    tasks = submitted;
  }

  /** Whoever has the result may rely on the callback's effects. The result is there even when the callback fails. */
  void settle(@Nullable Object result, @Nullable Throwable failure) {
    if ((failure == null ? callback : errorCallback) == null) {
      happen(result, failure);
    } else {
      engine.callbacks().run(() -> {
        try {
          call(result, failure);
        } finally {
          happen(result, failure);
        }
      });
    }
  }

  private void call(@Nullable Object result, @Nullable Throwable failure) {
    try {
      if (failure == null && callback != null) {
        callback.call(result);
      } else if (failure != null && errorCallback != null) {
        errorCallback.call(failure);
      }
    } catch (Exception e) {
      throw Raise.unchecked(e);
    }
  }

  /** The end, without a callback. */
  void happen(@Nullable Object result, @Nullable Throwable failure) {
    value = result;
    error = failure;
    tasks = List.of(); // what was submitted is of no more use: many results are kept for long
    settled.happen();
    engine.poke();
  }

  /** Gives up all that has not ended. {@return whether there was something, so that this ends with the error} */
  boolean cancel() {
    boolean any = false;
    for (Task task : tasks) {
      any |= task.cancel(engine, new CancelledError(task.work().description() + " was cancelled"));
    }
    return any;
  }

  boolean isSettled() {
    return settled.hasHappened();
  }

  boolean await(Deadline deadline) {
    if (!settled.hasHappened() && deadline.isNever()) {
      engine.help(tasks, settled::hasHappened);
    }
    return engine.look(settled::hasHappened, deadline) || settled.await(deadline);
  }

  @Nullable Object value() {
    return value;
  }

  @Nullable Throwable error() {
    return error;
  }
}
