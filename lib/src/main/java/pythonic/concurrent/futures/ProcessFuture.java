package pythonic.concurrent.futures;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import pythonic.internal.pool.ProcessEngine;
import pythonic.internal.pool.Stacks;
import pythonic.internal.pool.Task;
import pythonic.internal.pool.Work;

/** The result of a call in another process. Whether that has begun is asked for, as nobody tells. */
final class ProcessFuture<T extends @Nullable Object> extends Future<T> {

  private static final Set<Class<?>> OWN =
      Set.of(ProcessFuture.class, ProcessPoolExecutor.class, Executor.class, MapCalls.class, SubmitCalls.class, MappedResults.class, MappedCalls.class);

  private final ProcessEngine engine;
  private final Order order;

  ProcessFuture(ProcessEngine engine, Work work) {
    this.engine = engine;
    this.order = new Order(work);
  }

  /** {@return the future of a task of an executor} */
  static ProcessFuture<?> of(Task task) {
    return ((ProcessFuture<?>.Order) task).future();
  }

  Task order() {
    return order;
  }

  private void refresh() {
    if (status() == FutureStatus.PENDING && engine.hasBegun(order)) {
      markRunning();
    }
  }

  /** Cancels the call if no process has begun it. */
  @Override
  public boolean cancel() {
    return takeBack() || super.cancelled();
  }

  private boolean takeBack() {
    if (status() != FutureStatus.PENDING || !engine.withdraw(order)) {
      refresh();
      return false;
    }
    return cancelNow();
  }

  /** No process will come to it. */
  boolean cancelNow() {
    boolean first = tryCancel();
    var _ = notice();
    return first;
  }

  @Override
  boolean cancelRunning(boolean mayInterrupt) {
    if (takeBack()) {
      return true;
    }
    if (!mayInterrupt || done() || !engine.abort(order)) {
      return false;
    }
    markRunning();
    return abandon();
  }

  @Override
  public boolean running() {
    refresh();
    return super.running();
  }

  @Override
  public String toString() {
    refresh();
    return super.toString();
  }

  /** The call on its way. */
  private final class Order extends Task {

    private final Throwable place = new Throwable();

    Order(Work work) {
      super(work);
    }

    ProcessFuture<T> future() {
      return ProcessFuture.this;
    }

    @Override
    protected StackTraceElement @Nullable [] submitted() {
      return Stacks.outside(place.getStackTrace(), OWN);
    }

    @Override
    @SuppressWarnings("unchecked") // the function returns such values
    protected void succeed(@Nullable Object value) {
      finish((T) value, null);
    }

    @Override
    protected void fail(Throwable error) {
      finish(null, error);
    }

    /** The callbacks are not called by the thread that reads the replies: they may wait for other futures. */
    private void finish(@Nullable T value, @Nullable Throwable raised) {
      if (change(value, raised)) {
        var callbacks = told(true, true);
        if (!callbacks.isEmpty()) {
          engine.callbacks().run(() -> callAll(callbacks));
        }
      }
    }
  }
}
