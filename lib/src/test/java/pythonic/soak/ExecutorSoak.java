package pythonic.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.TimeoutError;
import pythonic.concurrent.futures.CancelledError;
import pythonic.concurrent.futures.Future;
import pythonic.concurrent.futures.ThreadPoolExecutor;

/** What was submitted ran once or was cancelled; what was not accepted did neither. */
@NullUnmarked
final class ExecutorSoak extends Soak {

  private static final int WORKERS = 4;

  private final ThreadPoolExecutor executor = new ThreadPoolExecutor(WORKERS);
  private final Tally submitted = new Tally();
  private final Tally ran = new Tally();
  private final Tally cancelled = new Tally();
  private final long[] next = new long[THREADS]; // each thread's own

  @Override
  boolean step(int number, SplittableRandom random) {
    long call = (next[number]++ << Byte.SIZE) | number; // a number whose submit raised is never used again
    SplittableRandom own = random.split();
    Future<Long> future = executor.submit(() -> {
      linger(own);
      ran.add(call);
      return call;
    });
    submitted.add(call);
    if (random.nextInt(4) == 0 && future.cancel()) {
      cancelled.add(call);
    } else if (isPatient(number) || random.nextBoolean()) {
      await(future, call, number, random);
    }
    return !isStopping();
  }

  private static void await(Future<Long> future, long call, int number, SplittableRandom random) {
    Double timeout = timeout(number, random);
    try {
      check((timeout == null ? future.result() : future.result(timeout)) == call, "another call's result");
    } catch (TimeoutError e) {
      check(timeout != null, "a wait without a limit timed out");
    } catch (CancelledError e) {
      throw new AssertionError("nobody cancelled it", e);
    }
  }

  @Override
  void end() {
    join(_ -> true);
    executor.shutdown();
  }

  @Override
  void verify() {
    ran.add(cancelled);
    assertThat(ran).as("ran or cancelled").hasToString(submitted.toString());
  }
}
