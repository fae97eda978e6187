package pythonic.multiprocessing.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pythonic.builtins.TimeoutError;
import pythonic.concurrent.futures.ProcessPoolExecutor;
import pythonic.multiprocessing.CancelledError;
import pythonic.multiprocessing.Pool;
import pythonic.time.Time;

/** The examples of the porting guide about what pools have that Python's have not. */
@SuppressWarnings("serial") // written as a user would write it
final class PoolExamplesTest {

  static int square(int x) {
    return x * x;
  }

  static int crawl(int x) {
    Time.sleep(1000);
    return x;
  }

  static int count(String word) {
    Map<String, Integer> counts = Pool.worker_state();
    return counts.merge(word, 1, Integer::sum);
  }

  static void save(String folder) throws IOException {
    Map<String, Integer> counts = Pool.worker_state();
    Files.writeString(Path.of(folder, "worker " + Pool.worker_id()), counts.toString());
  }

  @Test
  void workersHaveAStateAnIdAndAnEnd(@TempDir Path path) throws IOException {
    var words = List.of("tea", "milk", "tea");
    String folder = path.toString();
    var pool = new Pool(processes(1), worker_state(() -> new TreeMap<String, Integer>()), worker_exit(() -> save(folder)));
    print(pool.map(PoolExamplesTest::count, words)); // [1, 1, 2]
    pool.close();
    pool.join();
    assertThat(path.resolve("worker 0")).hasContent("{milk=1, tea=2}");
  }

  @Test
  void aTaskMayTakeSoLong() {
    var answers = new ArrayList<Object>();
    try (var pool = new Pool(processes(2), task_timeout(60))) {
      var slow = pool.apply_async(PoolExamplesTest::crawl, args(1), task_timeout(0.5));
      var quick = pool.apply_async(PoolExamplesTest::square, args(5));
      answers.add(quick.get());
      try {
        slow.get();
      } catch (TimeoutError e) {
        answers.add(e.getMessage()); // crawl() took longer than its limit of 0.5 seconds in worker process 4711
      }
    }
    assertThat(answers).hasSize(2).startsWith(25);
    assertThat(answers.getLast().toString()).startsWith("crawl() took longer than its limit of 0.5 seconds in worker process ");
  }

  @Test
  void aTaskThatRunsCanBeCancelled() {
    try (var pool = new Pool(1)) {
      var task = pool.apply_async(PoolExamplesTest::crawl, args(1));
      task.cancel();
      assertThatThrownBy(task::get).isInstanceOf(CancelledError.class);
    }
  }

  @Test
  void workersHaveLimits() {
    try (var executor = new ProcessPoolExecutor(max_workers(1), worker_memory(256L << 20), cpu_ids(0))) {
      assertThat(executor.submit(PoolExamplesTest::square, 5).result()).isEqualTo(25);
    }
  }

  @Test
  void longWorkCanBeWatched(@TempDir Path folder) throws IOException {
    Iterable<Integer> naturals = () -> Stream.iterate(0, n -> n + 1).iterator();
    Path picture = folder.resolve("pool.svg");
    try (var pool = new Pool(processes(2), enable_insights(true))) {
      try (var squares = pool.imap(PoolExamplesTest::square, naturals, buffersize(100), progress_bar(true))) {
        for (int square : squares) {
          if (square > 10_000) {
            break;
          }
        }
      }
      print(pool.insights());
      Files.writeString(picture, pool.insights().svg());
    }
    assertThat(picture).content().startsWith("<svg");
  }
}
