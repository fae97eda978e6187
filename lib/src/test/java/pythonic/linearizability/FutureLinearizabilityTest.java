package pythonic.linearizability;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import pythonic.concurrent.futures.Future;

@NullUnmarked
final class FutureLinearizabilityTest {

  /** What a future that is in the wrong state logs is of no interest here. Held, because loggers are else forgotten. */
  private final Logger logger = Logger.getLogger("concurrent.futures");

  FutureLinearizabilityTest() {
    logger.setLevel(Level.OFF);
  }

  public static final class FutureOperations {
    private final Future<Integer> future = new Future<>();

    @Operation
    public void set_result(@Param(gen = IntGen.class, conf = "1:3") int value) {
      future.set_result(value);
    }

    @Operation
    public boolean cancel() {
      return future.cancel();
    }

    @Operation(runOnce = true)
    public boolean set_running_or_notify_cancel() {
      return future.set_running_or_notify_cancel();
    }

    @Operation
    public int result() {
      return future.result(0);
    }

    /** A callback that is added to a future that is done has been called when the call returns. */
    @Operation
    public boolean addCallbackToDone() {
      var called = new boolean[1];
      boolean done = future.done();
      future.add_done_callback(_ -> called[0] = true);
      return !done || called[0];
    }
  }

  @Test
  void future_isLinearizable() {
    ModelChecking.assertLinearizable(FutureOperations.class);
  }
}
