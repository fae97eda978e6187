package pythonic.jcstress.threading;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.builtins.Keywords;
import pythonic.builtins.RuntimeError;
import pythonic.threading.Thread;

/**
 * Two threads start the same thread: one of them is refused, and it runs once.
 *
 * <p>Run: {@code java -jar jcstress.jar -t ThreadStartOnce}
 */
@JCStressTest
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "One start was accepted and one refused, and the target ran once.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The thread was started twice, or not at all.")
@State
public class ThreadStartOnce {

  private final AtomicInteger runs = new AtomicInteger();
  private final AtomicInteger accepted = new AtomicInteger();
  private final Thread thread = new Thread(Keywords.target(() -> runs.incrementAndGet()));

  private void start() {
    try {
      thread.start();
      accepted.incrementAndGet();
    } catch (RuntimeError e) {
      return;
    }
  }

  /** Starts it. */
  @Actor
  public void first() {
    start();
  }

  /** Starts it. */
  @Actor
  public void second() {
    start();
  }

  /** Waits for its end. */
  @Arbiter
  public void end(II_Result result) {
    thread.join();
    result.r1 = accepted.get();
    result.r2 = runs.get();
  }
}
