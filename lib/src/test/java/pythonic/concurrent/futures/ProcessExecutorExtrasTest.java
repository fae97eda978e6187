package pythonic.concurrent.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.range;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.chunksize;
import static pythonic.builtins.Keywords.enable_insights;
import static pythonic.builtins.Keywords.func;
import static pythonic.builtins.Keywords.max_workers;
import static pythonic.builtins.Keywords.task_timeout;
import static pythonic.builtins.Keywords.worker_exit;
import static pythonic.builtins.Keywords.worker_state;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.TimeoutError;
import pythonic.multiprocessing.pool.Pool;
import pythonic.time.Time;

/** What an executor of processes has that Python's has not; the pools' own tests say more. */
@SuppressWarnings({"serial", "DoNotCallSuggester"}) // written as a user would write it
final class ProcessExecutorExtrasTest {

  static int square(int x) {
    return x * x;
  }

  static int foreverIfThree(int x) {
    if (x == 3) {
      Time.sleep(1e6);
    }
    return x;
  }

  static void fail() {
    throw new RuntimeError("at the end");
  }

  @Test
  void callThatTakesTooLong_fails_andTheExecutorIsNotBroken() {
    try (var executor = new ProcessPoolExecutor(max_workers(2), task_timeout(0.5))) {
      var late = executor.submit(ProcessExecutorExtrasTest::foreverIfThree, 3);
      var other = executor.submit(func(ProcessExecutorExtrasTest::square), args(5), task_timeout(60));
      assertThatThrownBy(() -> late.result(60)).isInstanceOf(TimeoutError.class)
          .message().matches("foreverIfThree\\(\\) took longer than its limit of 0.5 seconds in worker process \\d+");
      assertThat(other.result()).isEqualTo(25);
      var mapped = executor.map(ProcessExecutorExtrasTest::foreverIfThree, range(8), chunksize(2));
      assertThat(mapped.next() + mapped.next()).isEqualTo(1);
      assertThatThrownBy(mapped::next).isInstanceOf(TimeoutError.class);
      assertThat(executor.submit(ProcessExecutorExtrasTest::square, 6).result()).isEqualTo(36);
    }
  }

  @Test
  void workersHaveAState_andInsights_andAnEnd(@TempDir Path folder) {
    String end = folder.resolve("end").toString();
    var executor = new ProcessPoolExecutor(
        max_workers(1), enable_insights(true), worker_state(() -> "own"), worker_exit(() -> Files.createFile(Path.of(end))));
    assertThat(executor.submit(() -> Pool.<String>worker_state() + Pool.worker_id()).result()).isEqualTo("own0");
    var squares = new ArrayList<Integer>();
    executor.map(ProcessExecutorExtrasTest::square, range(9), chunksize(3)).forEach(squares::add);
    assertThat(squares).hasSize(9);
    executor.shutdown();
    assertThat(Path.of(end)).exists();
    assertThat(executor.insights().workers()).singleElement().satisfies(worker -> assertThat(worker.tasks()).isEqualTo(10));
  }

  @Test
  void workerExitThatFails_hurtsNobody() {
    try (var executor = new ProcessPoolExecutor(max_workers(1), worker_exit(ProcessExecutorExtrasTest::fail))) {
      assertThat(executor.submit(ProcessExecutorExtrasTest::square, 6).result()).isEqualTo(36);
    }
  }
}
