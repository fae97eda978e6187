package pythonic.jcstress.pools;

import static pythonic.builtins.Keywords.callback;
import static pythonic.builtins.Keywords.error_callback;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Procedure1;
import pythonic.multiprocessing.pool.ThreadPool;

/**
 * A task ends while its pool is terminated: it has one outcome, and one callback is called once.
 *
 * <p>Run: {@code java -jar jcstress.jar -t PoolCallbackAgainstTerminate}
 */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "It was done.")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "The pool was terminated first.")
@Outcome(expect = Expect.FORBIDDEN, desc = "No callback was called, or more than one.")
@State
public class PoolCallbackAgainstTerminate {

  private final AtomicInteger values = new AtomicInteger();
  private final AtomicInteger errors = new AtomicInteger();
  private final ThreadPool pool = new ThreadPool(1);

  /** Submits, and waits for what comes of it. */
  @Actor
  public void submitter() {
    Procedure1<Integer> value = _ -> values.incrementAndGet();
    Procedure1<Throwable> error = _ -> errors.incrementAndGet();
    try {
      pool.apply_async(() -> 7, callback(value), error_callback(error)).wait_(20);
    } catch (ValueError e) {
      errors.incrementAndGet(); // it came too late, and was refused
    }
  }

  /** Ends the pool. */
  @Actor
  public void terminator() {
    pool.terminate();
  }

  /** Waits for the threads, and counts. */
  @Arbiter
  public void left(II_Result result) {
    pool.join();
    result.r1 = values.get();
    result.r2 = errors.get();
  }
}
