package pythonic.multiprocessing.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.processes;

import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pythonic.multiprocessing.WorkerLostError;
import pythonic.testing.Threads;

/**
 * Workers are killed at random while tasks are under way: each task has exactly one outcome, its own result or a
 * WorkerLostError, and a kill costs one task at most. {@code -Dpool.chaos.seconds=600} lets it go on for longer.
 */
@Timeout(1200)
final class PoolChaosTest {

  private static final int BATCH = 500;

  static int square(int x) {
    return x * x;
  }

  static long pid() {
    return ProcessHandle.current().pid();
  }

  @Test
  void randomKills_costOneTaskEachAtMost() {
    double seconds = Double.parseDouble(System.getProperty("pool.chaos.seconds", "3"));
    long end = System.nanoTime() + (long) (seconds * 1e9);
    var over = new AtomicBoolean();
    var pool = new Pool(processes(2));
    var killer = Threads.start(() -> {
      var random = new Random(5);
      int kills = 0;
      while (!over.get()) {
        Thread.sleep(random.nextInt(300));
        long pid = pool.apply_async(PoolChaosTest::pid).get(120); // one that is ready
        if (ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false)) {
          kills++;
        }
      }
      return kills;
    });
    int lost = 0;
    int done = 0;
    while (System.nanoTime() < end) {
      var results = new ArrayList<AsyncResult<Integer>>();
      for (int i = 0; i < BATCH; i++) {
        results.add(pool.apply_async(PoolChaosTest::square, args(i)));
      }
      for (int i = 0; i < BATCH; i++) {
        try {
          assertThat(results.get(i).get(120)).isEqualTo(i * i);
          done++;
        } catch (WorkerLostError e) {
          lost++;
        }
      }
    }
    over.set(true);
    int kills = killer.join();
    assertThat(done).isPositive();
    assertThat(lost).isLessThanOrEqualTo(kills);
    pool.close();
    pool.join();
  }
}
