package pythonic.benchmarks;

import static pythonic.builtins.Builtins.range;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.enable_insights;
import static pythonic.builtins.Keywords.processes;
import static pythonic.builtins.Keywords.task_timeout;
import static pythonic.builtins.Keywords.worker_exit;
import static pythonic.builtins.Keywords.worker_memory;
import static pythonic.builtins.Keywords.worker_state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import pythonic.concurrent.futures.Future;
import pythonic.concurrent.futures.ProcessPoolExecutor;
import pythonic.multiprocessing.Multiprocessing;
import pythonic.multiprocessing.pool.AsyncResult;
import pythonic.multiprocessing.pool.Pool;
import pythonic.time.Time;

/** The program that {@link PoolBenchmarks} measures: pools with two workers. It prints names and figures. */
public final class PoolRates {

  private PoolRates() {}

  static int inc(int x) {
    return x + 1;
  }

  /**
   * Measures.
   *
   * @param arguments {@code rates}, {@code extras}, {@code growth}, or {@code ready} and a start method
   */
  public static void main(String[] arguments) {
    switch (arguments[0]) {
      case "ready" -> ready(arguments[1]);
      case "extras" -> extras();
      case "growth" -> growth();
      default -> rates(arguments.length > 1 ? arguments[1] : "");
    }
  }

  private static void print(String name, double figure) {
    System.out.printf(Locale.ROOT, "%s %f%n", name, figure);
  }

  private static void rates(String only) {
    try (var pool = new Pool(2)) {
      rate(only, "apply", 5_000, count -> {
        for (int i = 0; i < count; i++) {
          pool.apply(PoolRates::inc, args(i));
        }
      });
      rate(only, "apply_async", 50_000, count -> applyAsync(pool, count));
      rate(only, "map", 1_000_000, count -> pool.map(PoolRates::inc, range(count)));
      rate(only, "imap_unordered", 50_000, count -> {
        int seen = 0;
        for (int _ : pool.imap_unordered(PoolRates::inc, range(count))) {
          seen++;
        }
        require(seen == count);
      });
    }
    try (var executor = new ProcessPoolExecutor(2)) {
      rate(only, "submit", 50_000, count -> {
        var futures = new ArrayList<Future<Integer>>(count);
        for (int i = 0; i < count; i++) {
          futures.add(executor.submit(PoolRates::inc, i));
        }
        futures.forEach(Future::result);
      });
    }
  }

  private static void applyAsync(Pool pool, int count) {
    var results = new ArrayList<AsyncResult<Integer>>(count);
    for (int i = 0; i < count; i++) {
      results.add(pool.apply_async(PoolRates::inc, args(i)));
    }
    results.forEach(AsyncResult::get);
  }

  private static void require(boolean right) {
    if (!right) {
      throw new IllegalStateException("a wrong result");
    }
  }

  /** The best of some rounds, after some that warm up. */
  private static void rate(String only, String name, int count, IntConsumer work) {
    if (!name.startsWith(only)) {
      return;
    }
    double best = 0;
    for (int i = 0; i < 10; i++) {
      long begun = System.nanoTime();
      work.accept(count);
      best = Math.max(best, count * 1e9 / (System.nanoTime() - begun));
    }
    print(name, best);
  }

  /** What the extras cost that Python's pools have not: pools with one of them each, in turn with two that have none. */
  private static void extras() {
    int count = 20_000;
    var pools = new LinkedHashMap<String, Pool>();
    pools.put("none", new Pool(2));
    pools.put("again", new Pool(2));
    pools.put("hooks", new Pool(processes(2), worker_state(() -> "state"), worker_exit(() -> {})));
    pools.put("limit", new Pool(processes(2), task_timeout(60)));
    pools.put("memory", new Pool(processes(2), worker_memory(256L << 20)));
    pools.put("insights", new Pool(processes(2), enable_insights(true)));
    var best = new HashMap<String, Double>();
    for (int i = 0; i < 8; i++) {
      pools.forEach((name, pool) -> {
        long begun = System.nanoTime();
        applyAsync(pool, count);
        best.merge(name, count * 1e9 / (System.nanoTime() - begun), Math::max);
      });
    }
    best.forEach((name, rate) -> print("extras_" + name, rate));
    pools.values().forEach(Pool::terminate);
  }

  private static void ready(String method) {
    var context = Multiprocessing.get_context(method);
    if (method.equals("forkserver")) {
      Multiprocessing.set_forkserver_spares(2);
      Time.sleep(2);
    }
    var times = new double[7];
    for (int i = 0; i < times.length; i++) {
      long begun = System.nanoTime();
      var pool = context.Pool(2);
      pool.apply(PoolRates::inc, args(1));
      times[i] = (System.nanoTime() - begun) / 1e6;
      pool.terminate();
      Time.sleep(method.equals("forkserver") ? 2 : 0.5);
    }
    Arrays.sort(times);
    print("ready_" + method, times[times.length / 2]);
  }

  private static void growth() {
    try (var pool = new Pool(2)) {
      for (int i = 0; i < 5; i++) {
        applyAsync(pool, 20_000);
      }
      for (int count = 1; count <= 100_000; count *= 10) {
        int tasks = count;
        print("tasks_" + count, best(() -> applyAsync(pool, tasks)));
      }
      for (int size : List.of(10, 1000, 100_000, 10_000_000)) {
        var data = new byte[size];
        print("bytes_" + size, best(() -> pool.apply((byte[] bytes) -> bytes, args((Object) data))));
      }
    }
    for (int workers = 1; workers <= 32; workers *= 2) {
      try (var pool = new Pool(workers)) {
        applyAsync(pool, 20_000);
        print("workers_" + workers, best(() -> applyAsync(pool, 5000)));
      }
    }
  }

  /** The best of at least five rounds, and of as many as fit into half a second: the first of them are not warm. */
  private static double best(Runnable work) {
    double best = Double.MAX_VALUE;
    long end = System.nanoTime() + 500_000_000;
    for (int i = 0; i < 5 || System.nanoTime() < end; i++) {
      long begun = System.nanoTime();
      work.run();
      best = Math.min(best, (System.nanoTime() - begun) / 1e6);
    }
    return best;
  }
}
