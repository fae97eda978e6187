package pythonic.concurrent.futures;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.TimeoutError;
import pythonic.builtins.functions.Function0;
import pythonic.internal.calls.Call;
import pythonic.internal.pool.TimeLimit;

/** A call that is given up when it takes too long: its thread is interrupted. */
@SuppressWarnings("serial") // it stays in this process
final class LimitedCall implements Function0<@Nullable Object> {

  @Serial private static final long serialVersionUID = 1L;

  private final Call call;
  private final double seconds;

  LimitedCall(Call call, double seconds) {
    this.call = call;
    this.seconds = seconds;
  }

  @Override
  public @Nullable Object call() throws Exception {
    PoolWorker worker = PoolWorker.current();
    PoolTask<?> task = worker == null ? null : worker.task();
    if (worker == null || task == null) {
      return call.run(); // on no thread of an executor, which there is none to interrupt
    }
    Runnable overdue = () -> {
      String name = call.functionName();
      String text = (name == null ? "call" : name + "()") + " took longer than its limit of " + seconds + " seconds in thread ";
      task.expire(worker, new TimeoutError(text + worker.thread().getName()));
    };
    try (var clock = new TimeLimit(overdue)) {
      clock.begin(seconds);
      try {
        return call.run();
      } finally {
        clock.end();
      }
    }
  }
}
