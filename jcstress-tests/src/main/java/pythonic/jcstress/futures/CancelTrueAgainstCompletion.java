package pythonic.jcstress.futures;

import java.util.concurrent.CountDownLatch;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.concurrent.futures.Future;
import pythonic.concurrent.futures.ThreadPoolExecutor;

/**
 * A call that runs is cancelled, and its thread interrupted, while it comes to its end: the interrupt never reaches the
 * next call of that thread.
 *
 * <p>Run: {@code java -jar jcstress.jar -t CancelTrueAgainstCompletion}
 */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "The call was over first.")
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "The call was cancelled.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The next call was interrupted.")
@State
public class CancelTrueAgainstCompletion {

  private final ThreadPoolExecutor executor = new ThreadPoolExecutor(1);
  private final CountDownLatch begun = new CountDownLatch(1);
  private volatile boolean go;
  private final Future<?> running = executor.submit(() -> {
    begun.countDown();
    while (!go) {
      Thread.onSpinWait();
    }
  });
  private final Future<Integer> next = executor.submit(() -> Thread.currentThread().isInterrupted() ? 1 : 0);

  /** Waits until the first call runs. */
  public CancelTrueAgainstCompletion() {
    while (begun.getCount() > 0) {
      Thread.onSpinWait();
    }
  }

  /** Lets the call end. */
  @Actor
  public void completer() {
    go = true;
  }

  /** Cancels it. */
  @Actor
  public void canceller(II_Result result) {
    result.r1 = running.cancel(true) ? 1 : 0;
  }

  /** Asks the next call what it has seen. */
  @Arbiter
  public void next(II_Result result) {
    result.r2 = next.result();
    executor.shutdown();
  }
}
