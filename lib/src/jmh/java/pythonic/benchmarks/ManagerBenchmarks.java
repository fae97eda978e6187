package pythonic.benchmarks;

import static pythonic.builtins.Builtins.with;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pythonic.multiprocessing.Barrier;
import pythonic.multiprocessing.Manager;
import pythonic.multiprocessing.Process;
import pythonic.multiprocessing.managers.AcquirerProxy;
import pythonic.multiprocessing.managers.DictProxy;
import pythonic.multiprocessing.managers.QueueProxy;
import pythonic.testing.CPython;

/**
 * Measures the objects of a manager beside CPython in one run, prints a table and writes it, with a picture, to {@code
 * docs/benchmarks/managers.md}.
 */
public final class ManagerBenchmarks {

  private static final int MINIMUM_PYTHON = 12;
  private static final int ITEMS = 60_000;
  private static final int BIG = 1_000_000;

  private ManagerBenchmarks() {}

  /**
   * Measures.
   *
   * @param arguments the folder of the module
   */
  public static void main(String[] arguments) throws IOException {
    Path module = Path.of(arguments[0]);
    CPython.Interpreter python = CPython.find(MINIMUM_PYTHON).orElseThrow();
    Map<String, Double> theirs;
    Map<String, Double> ours;
    try (var stage = new Stage(module, python)) {
      theirs = stage.python("managers.py");
      ours = stage.java(Calls.class);
    }
    var rows =
        List.of(
            row("dict: set and get, one process", "dict", ours, theirs, 3),
            row("Queue: put and get between two children", "queue", ours, theirs, 3),
            row("Lock: acquire and release, one process", "lock", ours, theirs, 0),
            row("dict: set and get of 1 MB of bytes", "big", ours, theirs, 0));
    String table = table(rows, python);
    System.out.print(table);
    Path docs = Files.createDirectories(module.resolveSibling("docs/benchmarks"));
    Files.writeString(docs.resolve("managers.md"), table);
    Files.writeString(docs.resolve("managers.svg"), ProcessBenchmarks.picture(rows));
  }

  private static Measured row(String work, String name, Map<String, Double> ours, Map<String, Double> theirs, double mark) {
    return Measured.more(work, "thousand/s", ours.getOrDefault(name, 0.0), "the same", theirs.getOrDefault(name, 0.0), mark);
  }

  private static String table(List<Measured> rows, CPython.Interpreter python) {
    var lines = new ArrayList<String>();
    lines.add("# Managers");
    lines.add("");
    lines.add(
        "All of one run on " + Runtime.getRuntime().availableProcessors() + " processors, JDK " + Runtime.version().feature()
            + " beside CPython 3." + python.minor() + ", each the last of some rounds. Written by"
            + " `mvn -q -Pbenchmarks -pl lib -Dbenchmarks.main=pythonic.benchmarks.ManagerBenchmarks`. Only the ratios mean"
            + " anything on another machine. What is behind the figures stands in [architecture.md](../architecture.md).");
    lines.add("");
    lines.add("![how many times as good as CPython](managers.svg)");
    lines.add("");
    lines.add("| work | Pythonic | CPython | times as good |");
    lines.add("|---|---|---|---|");
    rows.forEach(row -> lines.add(row.markdown()));
    return String.join("\n", lines) + "\n";
  }

  /** The program that is measured. */
  static final class Calls {

    private Calls() {}

    private static void rate(String name, int count, Runnable work) {
      for (int round = 0; round < 3; round++) {
        work.run();
      }
      long begun = System.nanoTime();
      work.run();
      print(name, count, begun);
    }

    private static void print(String name, int count, long begun) {
      System.out.printf(Locale.ROOT, "%s %f%n", name, count / ((System.nanoTime() - begun) / 1e9) / 1000);
    }

    static void put(QueueProxy<Integer> queue, Barrier barrier) {
      for (int round = 0; round < 3; round++) {
        barrier.wait_();
        for (int i = 0; i < ITEMS; i++) {
          queue.put(i);
        }
        barrier.wait_();
      }
    }

    static void get(QueueProxy<Integer> queue, Barrier barrier) {
      for (int round = 0; round < 3; round++) {
        barrier.wait_();
        for (int i = 0; i < ITEMS; i++) {
          queue.get();
        }
        barrier.wait_();
      }
    }

    /**
     * Makes the calls.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
      try (var manager = new Manager()) {
        DictProxy<String, Object> dict = manager.dict();
        AcquirerProxy lock = manager.Lock();
        var value = new byte[BIG];
        rate("dict", 2 * ITEMS, () -> {
          for (int i = 0; i < ITEMS; i++) {
            dict.put("a", i);
            dict.get("a");
          }
        });
        rate("lock", ITEMS, () -> {
          for (int i = 0; i < ITEMS; i++) {
            try (var _ = with(lock)) {
              continue;
            }
          }
        });
        rate("big", 400, () -> { // CPython's d[k] = v gives nothing back, as update does, and put does not
          for (int i = 0; i < 200; i++) {
            dict.update(Map.of("b", value));
            dict.get("b");
          }
        });
        QueueProxy<Integer> queue = manager.Queue();
        var barrier = new Barrier(3);
        var processes = List.of(new Process(target(Calls::put), args(queue, barrier)), new Process(target(Calls::get), args(queue, barrier)));
        processes.forEach(Process::start);
        long begun = 0;
        for (int round = 0; round < 3; round++) {
          barrier.wait_();
          begun = System.nanoTime();
          barrier.wait_();
        }
        print("queue", ITEMS, begun);
        processes.forEach(Process::join);
      }
    }
  }
}
