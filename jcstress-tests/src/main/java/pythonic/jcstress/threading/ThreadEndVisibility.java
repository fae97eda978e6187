package pythonic.jcstress.threading;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import pythonic.builtins.Keywords;
import pythonic.threading.Thread;

/**
 * What a thread did is seen by whoever finds it ended, without a join.
 *
 * <p>Run: {@code java -jar jcstress.jar -t ThreadEndVisibility}
 */
@JCStressTest
@Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "The thread was not found ended.")
@Outcome(id = "8", expect = Expect.ACCEPTABLE, desc = "All that was written was seen.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Something that was written was not seen.")
@State
public class ThreadEndVisibility {

  private static final int LOOKS = 10_000;

  private int before;
  private int after;
  private final Thread thread = new Thread(Keywords.target(() -> {
    after = before + 1;
  }));

  /** Writes, then starts. */
  @Actor
  public void starter() {
    before = 7;
    thread.start();
  }

  /** Looks until the thread has ended, but not for ever, then reads. */
  @Actor
  public void looker(I_Result result) {
    result.r1 = -1;
    for (int i = 0; i < LOOKS && result.r1 < 0; i++) {
      if (thread.ident() != null && !thread.is_alive()) {
        result.r1 = after;
      }
    }
  }
}
