package pythonic.linearizability;

import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.max_workers;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import pythonic.builtins.RuntimeError;
import pythonic.concurrent.futures.Future;
import pythonic.concurrent.futures.ThreadPoolExecutor;

/** An executor and its threads under many schedules. */
@NullUnmarked
final class ExecutorScheduleTest {

  /** What the threads of the running program share, see {@link ModelChecking#assertEndsWell}. */
  private static ThreadPoolExecutor executor;

  private static AtomicInteger runs;

  private static void fresh() {
    executor = new ThreadPoolExecutor(max_workers(1), daemon(true)); // else it registers itself for the program's end
    runs = new AtomicInteger();
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  @Test
  void submittedCalls_runOnce_beforeShutdownEnds() {
    ModelChecking.assertEndsWell(() -> {
      fresh();
      Future<Integer> first = executor.submit(() -> runs.incrementAndGet());
      Future<Integer> second = executor.submit(() -> runs.incrementAndGet());
      check(first.result() == 1, "the first one's result");
      executor.shutdown();
      check(second.result() == 2 && runs.get() == 2, "both ran, in order, once");
    });
  }

  @Test
  void submitDuringShutdown_runsOrIsRefused() {
    ModelChecking.assertEndsWell(() -> {
      fresh();
      var stopping = new Thread(() -> executor.shutdown());
      stopping.start();
      var accepted = 1;
      try {
        executor.submit(() -> runs.incrementAndGet()).result();
      } catch (RuntimeError e) {
        accepted = 0;
      }
      try {
        stopping.join();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      check(runs.get() == accepted, "what was accepted ran, what was refused did not");
    });
  }
}
