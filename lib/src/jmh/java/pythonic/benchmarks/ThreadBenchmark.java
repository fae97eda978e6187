package pythonic.benchmarks;

import static pythonic.builtins.Keywords.default_;
import static pythonic.builtins.Keywords.target;
import static pythonic.builtins.Keywords.virtual;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import pythonic.contextvars.ContextVar;
import pythonic.threading.Thread;

/** Starting threads. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ThreadBenchmark {

  private final ContextVar<Integer> variable = new ContextVar<>("variable", default_(1));
  private final ThreadLocal<Integer> local = ThreadLocal.withInitial(() -> 1);

  @Setup
  public void set() {
    variable.set(2);
    local.set(2);
  }

  static void nothing() {}

  @Benchmark
  public void thread_start_join_pythonic() {
    var thread = new Thread(target(ThreadBenchmark::nothing));
    thread.start();
    thread.join();
  }

  @Benchmark
  public void thread_start_join_java() throws InterruptedException {
    var thread = new java.lang.Thread(ThreadBenchmark::nothing);
    thread.start();
    thread.join();
  }

  @Benchmark
  public void virtual_thread_start_join_pythonic() {
    var thread = new Thread(target(ThreadBenchmark::nothing), virtual(true));
    thread.start();
    thread.join();
  }

  @Benchmark
  public void virtual_thread_start_join_java() throws InterruptedException {
    var thread = java.lang.Thread.ofVirtual().unstarted(ThreadBenchmark::nothing);
    thread.start();
    thread.join();
  }

  @Benchmark
  public Integer context_var_get_pythonic() {
    return variable.get();
  }

  @Benchmark
  public Integer context_var_get_java() {
    return local.get();
  }
}
