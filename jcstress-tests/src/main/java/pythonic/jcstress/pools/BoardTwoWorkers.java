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
 * Two workers find one task: one of them gets it.
 *
 * <p>Run: {@code java -jar jcstress.jar -t BoardTwoWorkers}
 */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "The first got it.")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "The second got it.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Both got it, or none.")
@State
public class BoardTwoWorkers {

  private final TaskBoard board = Boards.take();

  /** A board with one task, to which no more come. */
  public BoardTwoWorkers() {
    board.put((byte) 0, new byte[4]);
    board.close();
  }

  /** Takes. */
  @Actor
  public void first(II_Result result) {
    result.r1 = board.take(1) == null ? 0 : 1;
  }

  /** Takes too. */
  @Actor
  public void second(II_Result result) {
    result.r2 = board.take(2) == null ? 0 : 1;
  }

  /** The board is used again. */
  @Arbiter
  public void left() {
    Boards.giveBack(board);
  }
}
