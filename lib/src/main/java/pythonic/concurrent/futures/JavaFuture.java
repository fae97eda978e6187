package pythonic.concurrent.futures;

import com.google.common.util.concurrent.ListenableFuture;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.TimeoutError;
import pythonic.builtins.functions.Procedure1;
import pythonic.internal.calls.Call;
import pythonic.internal.waiting.Deadline;

/** The shape that Java and Guava give a future, on top of Python's. */
abstract sealed class JavaFuture<T extends @Nullable Object> extends PoolTask<T> implements ListenableFuture<T>
    permits Future {

  JavaFuture(@Nullable Call call, @Nullable ThreadWorkers pool) {
    super(call, pool);
  }

  /** Python's {@code cancel}. */
  public abstract boolean cancel();

  /** Python's {@code cancelled}. */
  public abstract boolean cancelled();

  /** Python's {@code done}. */
  public abstract boolean done();

  /** Python's {@code add_done_callback}. */
  public abstract void add_done_callback(Procedure1<? super Future<T>> fn);

  /** Waits for the end. {@return what the call raised, null if nothing} */
  abstract @Nullable Throwable exception(Deadline deadline);

  /** {@return what the call returned; after {@link #exception} has returned null} */
  abstract T value();

  @Override
  public T get() throws InterruptedException, ExecutionException {
    return javaResult(Deadline.NEVER);
  }

  @Override
  public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
    try {
      return javaResult(Deadline.after(timeout, unit));
    } catch (TimeoutError e) {
      throw (TimeoutException) new TimeoutException().initCause(e);
    }
  }

  private T javaResult(Deadline deadline) throws InterruptedException, ExecutionException {
    Throwable raised;
    try {
      raised = exception(deadline);
    } catch (CancelledError e) {
      throw (CancellationException) new CancellationException().initCause(e);
    } catch (KeyboardInterrupt e) {
      throw (InterruptedException) new InterruptedException().initCause(e);
    }
    if (raised != null) {
      throw new ExecutionException(raised);
    }
    return value();
  }

  /**
   * Java's form of {@link #cancel()}, with what Python lacks: a call that runs can be cancelled too. Its thread is then
   * interrupted, so that a wait in it raises KeyboardInterrupt (or Java's InterruptedException), and whatever the call
   * does after that is of no account.
   *
   * @param mayInterruptIfRunning whether to cancel a call that an executor runs, too
   * @return whether this has cancelled it; the second time it says false
   */
  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    return cancelRunning(mayInterruptIfRunning);
  }

  /** {@return whether this has cancelled the call} */
  boolean cancelRunning(boolean mayInterrupt) {
    return tryCancel() || (mayInterrupt && interruptRunning());
  }

  @Override
  public boolean isCancelled() {
    return cancelled();
  }

  @Override
  public boolean isDone() {
    return done();
  }

  @Override
  public void addListener(Runnable listener, java.util.concurrent.Executor executor) {
    Objects.requireNonNull(listener);
    Objects.requireNonNull(executor);
    add_done_callback(future -> executor.execute(listener));
  }
}
