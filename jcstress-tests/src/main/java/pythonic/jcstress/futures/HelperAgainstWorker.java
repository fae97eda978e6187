package pythonic.jcstress.futures;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
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
 * A call waits for another, which is in the queue of the same executor, and so would run it itself, while the other
 * worker becomes free and takes it from the queue: it is run once.
 *
 * <p>Run: {@code java -jar jcstress.jar -t HelperAgainstWorker}
 */
@JCStressTest
@Outcome(id = "1, 7", expect = Expect.ACCEPTABLE, desc = "One of the two ran the call.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The call was run twice or not at all, or its result was lost.")
@State
public class HelperAgainstWorker {

  private final ThreadPoolExecutor executor = new ThreadPoolExecutor(2);
  private final CountDownLatch begun = new CountDownLatch(2);
  private final AtomicInteger runs = new AtomicInteger();
  private volatile boolean free;
  private volatile boolean help;
  private final Future<?> busy = executor.submit(() -> {
    begun.countDown();
    while (!free) {
      Thread.onSpinWait();
    }
  });
  private final Future<Integer> waiting = executor.submit(this::waitForTheOther);
  private final Future<Integer> other;

  /** Puts the call into the queue when both workers are busy. */
  public HelperAgainstWorker() {
    while (begun.getCount() > 0) {
      Thread.onSpinWait();
    }
    other = executor.submit(() -> {
      runs.incrementAndGet();
      return 7;
    });
  }

  private int waitForTheOther() {
    begun.countDown();
    while (!help) {
      Thread.onSpinWait();
    }
    return other.result();
  }

  /** Lets the one worker go to the queue. */
  @Actor
  public void worker() {
    free = true;
  }

  /** Lets the other begin to wait. */
  @Actor
  public void helper() {
    help = true;
  }

  /** Counts. */
  @Arbiter
  public void runs(II_Result result) {
    result.r2 = waiting.result();
    executor.shutdown();
    result.r1 = busy.done() ? runs.get() : -1;
  }
}
