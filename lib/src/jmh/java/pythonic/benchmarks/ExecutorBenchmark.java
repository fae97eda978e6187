package pythonic.benchmarks;

import static pythonic.builtins.Keywords.max_workers;
import static pythonic.builtins.Keywords.virtual;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import pythonic.concurrent.futures.Future;
import pythonic.concurrent.futures.ThreadPoolExecutor;

/** Tasks on a pool of two threads, or on virtual threads: many at once, and one after the other. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ExecutorBenchmark {

  private static final int TASKS = 5000;

  private final ThreadPoolExecutor executor = new ThreadPoolExecutor(2);
  private final ExecutorService javaExecutor = Executors.newFixedThreadPool(2);
  private final ThreadPoolExecutor virtualExecutor = new ThreadPoolExecutor(max_workers(1000), virtual(true));
  private final ExecutorService javaVirtualExecutor = Executors.newVirtualThreadPerTaskExecutor();

  @TearDown
  public void shutdown() {
    executor.shutdown();
    javaExecutor.shutdown();
    virtualExecutor.shutdown();
    javaVirtualExecutor.shutdown();
  }

  static Integer one() {
    return 1;
  }

  static int bulk(ThreadPoolExecutor executor) {
    var futures = new ArrayList<Future<Integer>>(TASKS);
    for (int i = 0; i < TASKS; i++) {
      futures.add(executor.submit(ExecutorBenchmark::one));
    }
    int sum = 0;
    for (var future : futures) {
      sum += future.result();
    }
    return sum;
  }

  static int bulk(ExecutorService executor) throws InterruptedException, ExecutionException {
    var futures = new ArrayList<java.util.concurrent.Future<Integer>>(TASKS);
    for (int i = 0; i < TASKS; i++) {
      futures.add(executor.submit(ExecutorBenchmark::one));
    }
    int sum = 0;
    for (var future : futures) {
      sum += future.get();
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(TASKS)
  public int executor_bulk_pythonic() {
    return bulk(executor);
  }

  @Benchmark
  @OperationsPerInvocation(TASKS)
  public int executor_bulk_java() throws InterruptedException, ExecutionException {
    return bulk(javaExecutor);
  }

  @Benchmark
  public int executor_round_trip_pythonic() {
    return executor.submit(ExecutorBenchmark::one).result();
  }

  @Benchmark
  public int executor_round_trip_java() throws InterruptedException, ExecutionException {
    return javaExecutor.submit(ExecutorBenchmark::one).get();
  }

  @Benchmark
  @OperationsPerInvocation(TASKS)
  public int virtual_executor_bulk_pythonic() {
    return bulk(virtualExecutor);
  }

  @Benchmark
  @OperationsPerInvocation(TASKS)
  public int virtual_executor_bulk_java() throws InterruptedException, ExecutionException {
    return bulk(javaVirtualExecutor);
  }

  @Benchmark
  public int virtual_executor_round_trip_pythonic() {
    return virtualExecutor.submit(ExecutorBenchmark::one).result();
  }

  @Benchmark
  public int virtual_executor_round_trip_java() throws InterruptedException, ExecutionException {
    return javaVirtualExecutor.submit(ExecutorBenchmark::one).get();
  }
}
