package pythonic.concurrent.futures;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.functions.Procedure0;
import pythonic.internal.calls.Call;
import pythonic.internal.waiting.Deadline;

/** The threads of an executor in the shape that Java gives them. */
final class ExecutorServiceView extends AbstractExecutorService {

  private final ThreadPoolExecutor executor; // held, so that its threads live as long as the view is in use
  private final ThreadWorkers workers;

  ExecutorServiceView(ThreadPoolExecutor executor, ThreadWorkers workers) {
    this.executor = executor;
    this.workers = workers;
  }

  @Override
  public void execute(Runnable command) {
    Objects.requireNonNull(command);
    try {
      var _ = workers.submit(Call.of(new Command(command)));
    } catch (RuntimeError e) {
      throw new RejectedExecutionException(e.getMessage(), e);
    }
  }

  /** A command as a function, so that it is found again when it is not run. */
  @SuppressWarnings("serial") // never travels
  private record Command(Runnable command) implements Procedure0 {
    @Override
    public void call() {
      command.run();
    }
  }

  @Override
  public void shutdown() {
    workers.shutdown(false);
  }

  @Override
  public List<Runnable> shutdownNow() {
    return workers.shutdownNow().stream().map(ExecutorServiceView::runnable).toList();
  }

  /** What came through this view is given back as it came; another call as one that can still be run. */
  private static Runnable runnable(Future<?> future) {
    Call call = future.call();
    return call != null && call.function() instanceof Command command
        ? command.command()
        : () -> new PoolWorker(null).run(future);
  }

  @Override
  public boolean isShutdown() {
    return workers.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return workers.isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    try {
      return workers.awaitTermination(Deadline.after(timeout, unit));
    } catch (KeyboardInterrupt e) {
      throw (InterruptedException) new InterruptedException().initCause(e);
    }
  }

  @Override
  public String toString() {
    return "ExecutorService view of " + executor;
  }
}
