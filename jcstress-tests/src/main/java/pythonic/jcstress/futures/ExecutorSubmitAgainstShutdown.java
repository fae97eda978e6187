package pythonic.jcstress.futures;

import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.builtins.RuntimeError;
import pythonic.concurrent.futures.Future;
import pythonic.concurrent.futures.ThreadPoolExecutor;

/**
 * A thread submits a call while another shuts the executor down: either the call is run, or it is refused.
 *
 * <p>Run: {@code java -jar jcstress.jar -t ExecutorSubmitAgainstShutdown}
 */
@JCStressTest
@Outcome(id = "1, 7", expect = Expect.ACCEPTABLE, desc = "The call came before the end, and was run.")
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "The end came before the call.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A call that was taken was lost.")
@State
public class ExecutorSubmitAgainstShutdown {

  private final ThreadPoolExecutor executor = new ThreadPoolExecutor(1);
  private @Nullable Future<Integer> future;

  /** Submits. */
  @Actor
  public void submitter(II_Result result) {
    try {
      future = executor.submit(() -> 7);
      result.r1 = 1;
    } catch (RuntimeError e) {
      result.r1 = 0;
    }
  }

  /** Shuts down. */
  @Actor
  public void closer() {
    executor.shutdown(false);
  }

  /** Waits for what was taken, and for the thread. */
  @Arbiter
  public void left(II_Result result) {
    executor.shutdown();
    Future<Integer> taken = future;
    result.r2 = taken == null ? 0 : taken.done() ? taken.result() : -1;
  }
}
