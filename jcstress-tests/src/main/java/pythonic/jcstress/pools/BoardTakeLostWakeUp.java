package pythonic.jcstress.pools;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.internal.sharedmemory.TaskBoard;

/**
 * A worker looks for a task, ceases to look and goes to sleep, while one is put: the wake-up must not be lost, whenever it comes.
 *
 * <p>Run: {@code java -jar jcstress.jar -t BoardTakeLostWakeUp}
 */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "The worker got it.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The wake-up was lost, and the board closed to end the wait.")
@State
public class BoardTakeLostWakeUp {

  private final TaskBoard board = Boards.take();

  /** Waits for a task. */
  @Actor
  public void worker(II_Result result) {
    result.r1 = board.take(1) == null ? -1 : 1;
  }

  /** Puts one. */
  @Actor
  public void parent() {
    board.put((byte) 0, new byte[4]);
  }

  /** Nothing is left. */
  @Arbiter
  public void left(II_Result result) {
    result.r2 = board.takeBack(0) ? 1 : 0;
    Boards.giveBack(board);
  }
}
