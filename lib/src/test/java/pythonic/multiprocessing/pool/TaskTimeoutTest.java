package pythonic.multiprocessing.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.range;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.chunksize;
import static pythonic.builtins.Keywords.error_callback;
import static pythonic.builtins.Keywords.processes;
import static pythonic.builtins.Keywords.task_timeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.TimeoutError;
import pythonic.builtins.ValueError;
import pythonic.multiprocessing.CancelledError;
import pythonic.testing.Threads;
import pythonic.time.Time;

/** A task that takes too long, and one that is cancelled while it runs: it fails, its worker is replaced, others go on. */
@SuppressWarnings("serial") // written as a user would write it
final class TaskTimeoutTest {

  private static final double BOUND = 60;

  /** Long enough for any task that does nothing, on any machine. */
  private static final double LONG = 30;

  static int square(int x) {
    return x * x;
  }

  static int forever(int x) {
    Time.sleep(1e6);
    return x;
  }

  @SuppressWarnings("EmptyCatch") // it is as deaf as a task can be
  static void deaf() {
    while (true) {
      try {
        Time.sleep(1e6);
      } catch (KeyboardInterrupt e) {
        // goes on
      }
    }
  }

  static int foreverIfSeven(int x) {
    return x == 7 ? forever(x) : x;
  }

  static long pid() {
    return ProcessHandle.current().pid();
  }

  static void tellAndStay(String file) throws IOException {
    Files.createFile(Path.of(file));
    forever(1);
  }

  @Test
  void taskThatTakesTooLong_fails_andItsWorkerIsReplaced() {
    try (var pool = new Pool(1)) {
      long first = pool.apply(TaskTimeoutTest::pid);
      var late = pool.apply_async(TaskTimeoutTest::forever, args(1), task_timeout(0.2));
      var other = pool.apply_async(TaskTimeoutTest::square, args(5), task_timeout(LONG));
      assertThatThrownBy(() -> late.get(BOUND)).isInstanceOf(TimeoutError.class)
          .hasMessage("forever() took longer than its limit of 0.2 seconds in worker process " + first)
          .cause().isInstanceOf(RemoteTraceback.class).hasMessageContaining("in forever");
      assertThat(other.get(BOUND)).isEqualTo(25);
      assertThat(pool.apply(TaskTimeoutTest::pid)).isNotEqualTo(first);
    }
  }

  @Test
  void deafTask_isEndedToo() {
    try (var pool = new Pool(1)) {
      assertThatThrownBy(() -> pool.apply(TaskTimeoutTest::deaf, task_timeout(0.1))).isInstanceOf(TimeoutError.class).hasMessageContaining("deaf()");
      assertThat(pool.apply(TaskTimeoutTest::square, args(2))).isEqualTo(4);
    }
  }

  @Test
  void limitOfThePool_isThatOfEachTask_andATaskMayHaveItsOwn() {
    try (var pool = new Pool(processes(2), task_timeout(0.2))) {
      assertThatThrownBy(() -> pool.apply(TaskTimeoutTest::forever, args(1))).isInstanceOf(TimeoutError.class).hasMessageContaining("limit of 0.2 seconds");
      assertThatThrownBy(() -> pool.apply(TaskTimeoutTest::forever, args(1), task_timeout(0.3))).isInstanceOf(TimeoutError.class).hasMessageContaining("limit of 0.3 seconds");
      assertThat(pool.apply(() -> {
        Time.sleep(0.5);
        return "done";
      }, task_timeout((Double) null))).isEqualTo("done");
      assertThatThrownBy(() -> pool.map(TaskTimeoutTest::forever, List.of(1))).isInstanceOf(TimeoutError.class);
    }
  }

  @Test
  void imap_onlyTheItemThatTakesTooLongFails() {
    try (var pool = new Pool(2)) {
      var results = pool.imap(TaskTimeoutTest::foreverIfSeven, range(20), task_timeout(1));
      var seen = new ArrayList<Object>();
      for (int i = 0; i < 20; i++) {
        try {
          seen.add(results.next());
        } catch (TimeoutError e) {
          seen.add("late");
        }
      }
      var expected = new ArrayList<Object>(range(20));
      expected.set(7, "late");
      assertThat(seen).isEqualTo(expected);
    }
  }

  /** Each takes 0.2 seconds, which is less than the limit; the chunk takes more. */
  @Test
  void map_limitIsForOneCall_notForTheChunk() {
    try (var pool = new Pool(1)) {
      var results = pool.map((Integer x) -> {
        Time.sleep(0.2);
        return x;
      }, range(8), chunksize(8), task_timeout(1));
      assertThat(results).isEqualTo(range(8));
    }
  }

  @Test
  void threads_taskThatTakesTooLong_failsAndIsInterrupted() throws InterruptedException {
    var interrupted = new CountDownLatch(1);
    try (var pool = new ThreadPool(1)) {
      var late = pool.apply_async(() -> {
        try {
          Time.sleep(1e6);
        } catch (KeyboardInterrupt e) {
          interrupted.countDown();
          throw e;
        }
      }, task_timeout(0.1));
      assertThatThrownBy(() -> late.get(BOUND)).isInstanceOf(TimeoutError.class).message().matches(".* took longer than its limit of 0.1 seconds in worker thread Thread-\\d+ \\(worker\\)");
      interrupted.await();
      assertThat(pool.apply(TaskTimeoutTest::square, args(3), task_timeout(LONG))).isEqualTo(9);
      assertThat(pool.map(TaskTimeoutTest::square, range(3), task_timeout(LONG))).containsExactly(0, 1, 4);
    }
  }

  @Test
  void limitThatIsNone_isRefused() {
    try (var pool = new ThreadPool(1)) {
      assertThatThrownBy(() -> pool.apply_async(TaskTimeoutTest::square, args(3), task_timeout(0))).isInstanceOf(ValueError.class).hasMessage("task_timeout must be None or > 0");
    }
    assertThatThrownBy(() -> new ThreadPool(task_timeout(-1))).isInstanceOf(ValueError.class);
  }

  @Test
  void cancel_runningTask_endsItsWorker(@TempDir Path folder) {
    Path begun = folder.resolve("begun");
    var errors = new CopyOnWriteArrayList<Throwable>();
    try (var pool = new Pool(1)) {
      long first = pool.apply(TaskTimeoutTest::pid);
      var running = pool.apply_async(TaskTimeoutTest::tellAndStay, args(begun.toString()), error_callback(errors::add));
      var next = pool.apply_async(TaskTimeoutTest::square, args(5));
      Threads.await("the task has begun", () -> Files.exists(begun));
      assertThat(running.cancel()).isTrue();
      assertThat(running.cancel()).isFalse();
      assertThatThrownBy(() -> running.get(BOUND)).isInstanceOf(CancelledError.class).hasMessage("tellAndStay() was cancelled");
      assertThat(running.cancelled()).isTrue();
      assertThat(errors).singleElement().isInstanceOf(CancelledError.class);
      assertThat(next.get(BOUND)).isEqualTo(25);
      assertThat(next.cancel()).isFalse();
      assertThat(next.cancelled()).isFalse();
      assertThat(pool.apply(TaskTimeoutTest::pid)).isNotEqualTo(first);
    }
  }

  @Test
  void cancel_waitingTask_isNotPerformed(@TempDir Path folder) {
    Path begun = folder.resolve("begun");
    Path never = folder.resolve("never");
    try (var pool = new Pool(1)) {
      var running = pool.apply_async(TaskTimeoutTest::tellAndStay, args(begun.toString()));
      var waiting = pool.apply_async(TaskTimeoutTest::tellAndStay, args(never.toString()));
      assertThat(waiting.cancel()).isTrue();
      Threads.await("the task has begun", () -> Files.exists(begun));
      assertThat(running.cancel()).isTrue();
      assertThat(pool.apply(TaskTimeoutTest::square, args(5))).isEqualTo(25);
      assertThat(never).doesNotExist();
    }
  }

  /** Wherever the worker is with a task when it is cancelled: nothing hangs, and nothing else is hit. */
  @Test
  void cancel_atAnyMoment_hitsNoOtherTask() {
    try (var pool = new Pool(1)) {
      for (int i = 0; i < 12; i++) {
        var doomed = pool.apply_async(TaskTimeoutTest::forever, args(i));
        for (int spin = 0; spin < i * 20_000; spin++) {
          Thread.onSpinWait();
        }
        assertThat(doomed.cancel()).isTrue();
        assertThat(pool.apply(TaskTimeoutTest::square, args(i))).isEqualTo(i * i);
      }
    }
  }

  @Test
  void cancel_map_cancelsAllChunks() {
    try (var pool = new Pool(2)) {
      var all = pool.map_async(TaskTimeoutTest::forever, range(10), chunksize(1));
      assertThat(all.cancel()).isTrue();
      assertThatThrownBy(() -> all.get(BOUND)).isInstanceOf(CancelledError.class);
      assertThat(pool.apply(TaskTimeoutTest::square, args(5))).isEqualTo(25);
    }
  }

  @Test
  void cancel_runningTaskOfAThread_interruptsIt() throws InterruptedException {
    var begun = new CountDownLatch(1);
    try (var pool = new ThreadPool(1)) {
      var running = pool.apply_async(() -> {
        begun.countDown();
        forever(1);
      });
      var waiting = pool.apply_async(TaskTimeoutTest::square, args(5));
      begun.await();
      assertThat(waiting.cancel()).isTrue();
      assertThat(running.cancel()).isTrue();
      assertThatThrownBy(() -> running.get(BOUND)).isInstanceOf(CancelledError.class);
      assertThatThrownBy(() -> waiting.get(BOUND)).isInstanceOf(CancelledError.class);
      assertThat(pool.apply(TaskTimeoutTest::square, args(6))).isEqualTo(36);
    }
  }
}
