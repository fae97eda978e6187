package pythonic.multiprocessing.pool;

import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Builtins.range;

import pythonic.concurrent.futures.ProcessPoolExecutor;
import pythonic.time.Time;

/** Four workers of a pool, or of an executor, are busy when Ctrl-C comes. */
public final class InterruptedPoolProgram {

  private static final int WORKERS = 4;

  private InterruptedPoolProgram() {}

  static int busy(int x) {
    print("pid", ProcessHandle.current().pid());
    Time.sleep(1e6);
    return x;
  }

  /**
   * Waits for what never comes.
   *
   * @param arguments {@code pool} or {@code executor}
   */
  public static void main(String[] arguments) {
    print("pid", ProcessHandle.current().pid());
    if (arguments[0].equals("pool")) {
      var pool = new Pool(WORKERS);
      pool.map(InterruptedPoolProgram::busy, range(WORKERS), 1);
    } else {
      var executor = new ProcessPoolExecutor(WORKERS);
      executor.map(InterruptedPoolProgram::busy, range(WORKERS)).forEach(_ -> {});
    }
  }
}
