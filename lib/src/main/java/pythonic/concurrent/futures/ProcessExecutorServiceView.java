package pythonic.concurrent.futures;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.functions.Procedure0;
import pythonic.internal.calls.Call;
import pythonic.internal.waiting.Deadline;

/** An executor of processes in the shape that Java gives them. Commands must be serializable. */
final class ProcessExecutorServiceView extends AbstractExecutorService {

  private final ProcessPoolExecutor executor;

  ProcessExecutorServiceView(ProcessPoolExecutor executor) {
    this.executor = executor;
  }

  /** A command on its way. */
  private record Command(Runnable command) implements Procedure0 {
    @Override
    public void call() {
      command.run();
    }
  }

  /** A function on its way. */
  private record Function<T extends @Nullable Object>(Callable<T> callable) implements Function0<T> {
    @Override
    public T call() throws Exception {
      return callable.call();
    }
  }

  /** Java's future of what is done elsewhere. */
  private static final class Remote<T extends @Nullable Object> extends FutureTask<T> {

    private final Call call;
    private volatile @Nullable Future<T> future;

    Remote(Call call) {
      super(() -> {
        throw new IllegalStateException("is run elsewhere");
      });
      this.call = call;
    }

    void submit(ProcessPoolExecutor executor) {
      Future<T> submitted = executor.submit(call);
      future = submitted;
      submitted.add_done_callback(this::complete);
    }

    private void complete(Future<T> done) {
      if (done.cancelled()) {
        super.cancel(false);
      } else {
        Throwable raised = done.exception();
        if (raised != null) {
          setException(raised);
        } else {
          set(done.value());
        }
      }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      Future<T> own = future;
      return own != null && own.cancel(mayInterruptIfRunning);
    }
  }

  @Override
  protected <T extends @Nullable Object> RunnableFuture<T> newTaskFor(Runnable command, T value) {
    return new Remote<>(Call.of(new Function<>(() -> value(command, value))));
  }

  private static <T extends @Nullable Object> T value(Runnable command, T value) {
    command.run();
    return value;
  }

  @Override
  protected <T extends @Nullable Object> RunnableFuture<T> newTaskFor(Callable<T> callable) {
    return new Remote<>(Call.of(new Function<>(callable)));
  }

  @Override
  public void execute(Runnable command) {
    Objects.requireNonNull(command);
    try {
      if (command instanceof Remote<?> remote) {
        remote.submit(executor);
      } else {
        var _ = executor.submit(Call.of(new Command(command)));
      }
    } catch (RuntimeError e) {
      throw new RejectedExecutionException(e.getMessage(), e);
    }
  }

  @Override
  public void shutdown() {
    executor.shutdown(false, false);
  }

  /** Ends the processes. What had not begun is cancelled, and none of it is given back. */
  @Override
  public List<Runnable> shutdownNow() {
    executor.terminate_workers();
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return executor.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return executor.isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    try {
      return executor.awaitTermination(Deadline.after(timeout, unit));
    } catch (KeyboardInterrupt e) {
      throw (InterruptedException) new InterruptedException().initCause(e);
    }
  }

  @Override
  public String toString() {
    return "ExecutorService view of " + executor;
  }
}
