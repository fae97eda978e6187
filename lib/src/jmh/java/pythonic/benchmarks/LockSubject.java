package pythonic.benchmarks;

import java.util.List;
import java.util.Locale;
import pythonic.multiprocessing.Lock;

/** A lock between processes that nobody else wants. */
final class LockSubject implements Subject {

  private static final int ROUNDS = 7;
  private static final int TIMES = 2_000_000;

  @Override
  public String name() {
    return "Lock";
  }

  @Override
  public List<Measured> measure(Stage stage) {
    double python = stage.python("lock.py").get("lock");
    double ours = stage.java(LockSubject.class).get("lock");
    return List.of(Measured.less("Lock, acquire and release, uncontended", "ns", ours, "Lock", python, 4));
  }

  /**
   * Measures.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    var lock = new Lock();
    double best = Double.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      best = Math.min(best, round(lock));
    }
    System.out.printf(Locale.ROOT, "lock %f%n", best);
  }

  private static double round(Lock lock) {
    long begun = System.nanoTime();
    for (int i = 0; i < TIMES; i++) {
      lock.acquire();
      lock.release();
    }
    return (System.nanoTime() - begun) / (double) TIMES;
  }
}
