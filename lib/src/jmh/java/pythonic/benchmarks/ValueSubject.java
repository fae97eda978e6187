package pythonic.benchmarks;

import static pythonic.builtins.Builtins.with;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.lock;
import static pythonic.builtins.Keywords.target;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import pythonic.multiprocessing.Barrier;
import pythonic.multiprocessing.Lock;
import pythonic.multiprocessing.Process;
import pythonic.multiprocessing.Value;

/** Two processes add to a value under a lock, as the lesson does it; the time runs from when both are ready. */
final class ValueSubject implements Subject {

  private static final int PROCESSES = 2;
  private static final int TIMES = 1_500_000;

  @Override
  public String name() {
    return "Value";
  }

  @Override
  public List<Measured> measure(Stage stage) {
    double python = stage.python("value.py").get("value");
    double ours = stage.java(ValueSubject.class).get("value");
    return List.of(Measured.more("Value += 1 under a Lock, two processes", "million/s", ours, "the same", python, 8));
  }

  static void add(Value<Integer> value, Lock lock, Barrier barrier) {
    for (int round = 0; round < 2; round++) { // the first warms up
      barrier.wait_();
      for (int i = 0; i < TIMES; i++) {
        try (var _ = with(lock)) {
          value.value(value.value() + 1);
        }
      }
      barrier.wait_();
    }
  }

  /**
   * Measures.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    var value = new Value<Integer>('i', 0, lock(false));
    var lock = new Lock();
    var barrier = new Barrier(PROCESSES + 1);
    List<Process> processes =
        IntStream.range(0, PROCESSES).mapToObj(_ -> new Process(target(ValueSubject::add), args(value, lock, barrier))).toList();
    processes.forEach(Process::start);
    double seconds = 0;
    for (int round = 0; round < 2; round++) {
      barrier.wait_();
      long begun = System.nanoTime();
      barrier.wait_();
      seconds = (System.nanoTime() - begun) / 1e9;
    }
    processes.forEach(Process::join);
    if (value.value() != 2 * PROCESSES * TIMES) {
      throw new IllegalStateException("additions were lost: " + value.value());
    }
    System.out.printf(Locale.ROOT, "value %f%n", PROCESSES * TIMES / seconds / 1e6);
  }
}
