package pythonic.jcstress.threading;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import pythonic.builtins.Keywords;
import pythonic.builtins.RuntimeError;
import pythonic.threading.Thread;

/**
 * What was done before start is seen by the virtual thread, and what that did is seen by whoever joined it.
 *
 * <p>Run: {@code java -jar jcstress.jar -t VirtualThreadStartAndJoinVisibility}
 */
@JCStressTest
@Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "The thread was not started yet.")
@Outcome(id = "8", expect = Expect.ACCEPTABLE, desc = "All that was written was seen.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Something that was written was not seen.")
@State
public class VirtualThreadStartAndJoinVisibility {

  private int before;
  private int after;
  private final Thread thread = new Thread(Keywords.virtual(true), Keywords.target(() -> {
    after = before + 1;
  }));

  /** Writes, then starts. */
  @Actor
  public void starter() {
    before = 7;
    thread.start();
  }

  /** Joins, then reads. */
  @Actor
  public void joiner(I_Result result) {
    try {
      thread.join();
      result.r1 = after;
    } catch (RuntimeError e) {
      result.r1 = -1;
    }
  }
}
