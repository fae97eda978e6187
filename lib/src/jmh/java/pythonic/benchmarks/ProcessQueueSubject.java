package pythonic.benchmarks;

import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.target;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import pythonic.multiprocessing.Barrier;
import pythonic.multiprocessing.Process;
import pythonic.multiprocessing.Queue;

/** One process puts and another gets: small ints, then arrays of 1 MiB; the time runs from when both are ready. */
final class ProcessQueueSubject implements Subject {

  private static final int INTS = 2_000_000;
  private static final int ARRAYS = 1500;
  private static final int ARRAY = 1 << 20;

  @Override
  public String name() {
    return "Queue";
  }

  @Override
  public List<Measured> measure(Stage stage) {
    Map<String, Double> python = stage.python("queue_between_processes.py");
    Map<String, Double> ours = stage.java(ProcessQueueSubject.class);
    return List.of(
        Measured.more("Queue between processes, one to one, small ints", "million/s", ours.get("ints"), "the same", python.get("ints"), 10),
        Measured.more("Queue between processes, one to one, byte arrays of 1 MiB", "/s", ours.get("arrays"), "the same", python.get("arrays"), 1.5));
  }

  static void put(Queue<Object> queue, Barrier barrier, Object item, int count) {
    for (int round = 0; round < 2; round++) { // the first warms up
      barrier.wait_();
      for (int i = 0; i < count; i++) {
        queue.put(item);
      }
    }
  }

  private static double rate(Object item, int count) {
    var queue = new Queue<>();
    var barrier = new Barrier(2);
    var process = new Process(target(ProcessQueueSubject::put), args(queue, barrier, item, count));
    process.start();
    double seconds = 0;
    for (int round = 0; round < 2; round++) {
      barrier.wait_();
      long begun = System.nanoTime();
      for (int i = 0; i < count; i++) {
        queue.get();
      }
      seconds = (System.nanoTime() - begun) / 1e9;
    }
    process.join();
    return count / seconds;
  }

  /**
   * Measures.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    System.out.printf(Locale.ROOT, "ints %f%n", rate(7, INTS) / 1e6);
    System.out.printf(Locale.ROOT, "arrays %f%n", rate(new byte[ARRAY], ARRAYS));
  }
}
