package pythonic.internal.pool;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.builtins.functions.Function0;

/**
 * A worker's reply is passed on while its death is noticed: the task has one outcome. In the engine's package, as nobody else
 * sees the table of tasks.
 *
 * <p>Run: {@code java -jar jcstress.jar -t ReplyAgainstDeath}
 */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "The reply came first.")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "The death came first.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Two outcomes, or none.")
@State
public class ReplyAgainstDeath {

  private final SentTasks sent = new SentTasks();
  private final Sent task = new Sent();

  private static final class Sent extends Task {
    private final AtomicInteger values = new AtomicInteger();
    private final AtomicInteger errors = new AtomicInteger();

    Sent() {
      super(new Work(Work.Kind.CALL, (Function0<Integer>) () -> 7, List.of(), Map.of()));
      encoded = new byte[4];
    }

    @Override
    protected void succeed(@Nullable Object value) {
      values.incrementAndGet();
    }

    @Override
    protected void fail(Throwable error) {
      errors.incrementAndGet();
    }
  }

  /** A task that a worker has taken. */
  public ReplyAgainstDeath() {
    sent.put(task);
    sent.board().take(1);
  }

  /** Passes the reply on. */
  @Actor
  public void reader() {
    Task done = sent.done(task.number);
    if (done != null) {
      done.finish(7, null);
    }
  }

  /** Notices the death. */
  @Actor
  public void undertaker() {
    for (Task victim : sent.takeFrom(1)) {
      victim.finish(null, new IllegalStateException());
    }
  }

  /** Counts. */
  @Arbiter
  public void left(II_Result result) {
    result.r1 = task.values.get();
    result.r2 = task.errors.get();
    Boards.giveBack(sent.board());
  }
}
