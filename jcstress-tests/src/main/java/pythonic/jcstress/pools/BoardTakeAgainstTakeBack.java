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
 * A worker takes a task while the parent takes it back: one of them has it.
 *
 * <p>Run: {@code java -jar jcstress.jar -t BoardTakeAgainstTakeBack}
 */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "The worker has it.")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "It was taken back.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Both have it, or nobody.")
@State
public class BoardTakeAgainstTakeBack {

  private final TaskBoard board = Boards.take();

  /** A board with one task, to which no more come. */
  public BoardTakeAgainstTakeBack() {
    board.put((byte) 0, new byte[4]);
    board.close();
  }

  /** Takes. */
  @Actor
  public void worker(II_Result result) {
    result.r1 = board.take(1) == null ? 0 : 1;
  }

  /** Takes back. */
  @Actor
  public void parent(II_Result result) {
    result.r2 = board.takeBack(0) ? 1 : 0;
  }

  /** The board is used again. */
  @Arbiter
  public void left() {
    Boards.giveBack(board);
  }
}
