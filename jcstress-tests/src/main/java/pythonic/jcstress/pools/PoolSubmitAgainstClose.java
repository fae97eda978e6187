package pythonic.jcstress.pools;

import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.builtins.ValueError;
import pythonic.multiprocessing.pool.AsyncResult;
import pythonic.multiprocessing.pool.ThreadPool;

/**
 * A thread submits a task while another closes the pool: either the task is done, or it is refused.
 *
 * <p>Run: {@code java -jar jcstress.jar -t PoolSubmitAgainstClose}
 */
@JCStressTest
@Outcome(id = "1, 7", expect = Expect.ACCEPTABLE, desc = "The task came before the end, and was done.")
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "The end came before the task.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A task that was taken was lost.")
@State
public class PoolSubmitAgainstClose {

  private final ThreadPool pool = new ThreadPool(1);
  private @Nullable AsyncResult<Integer> taken;

  /** Submits. */
  @Actor
  public void submitter(II_Result result) {
    try {
      taken = pool.apply_async(() -> 7);
      result.r1 = 1;
    } catch (ValueError e) {
      result.r1 = 0;
    }
  }

  /** Closes the pool. */
  @Actor
  public void closer() {
    pool.close();
  }

  /** Waits for the thread, and sees what was taken. */
  @Arbiter
  public void left(II_Result result) {
    pool.close();
    pool.join();
    AsyncResult<Integer> left = taken;
    result.r2 = left == null ? 0 : left.ready() ? left.get() : -1;
  }
}
