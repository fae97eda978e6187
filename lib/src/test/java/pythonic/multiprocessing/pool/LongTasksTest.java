package pythonic.multiprocessing.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.on_worker_death;
import static pythonic.builtins.Keywords.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pythonic.multiprocessing.CancelledError;
import pythonic.multiprocessing.WorkerLostError;
import pythonic.testing.Threads;
import pythonic.time.Time;

/** Tasks and results of megabytes: they lie in files beside the shared memory while they are under way, and no longer. */
@Timeout(120)
final class LongTasksTest {

  private static final double BOUND = 60;
  private static final int MIB = 1 << 20;

  static int length(byte[] bytes) {
    return bytes.length;
  }

  static byte[] same(byte[] bytes) {
    return bytes;
  }

  static byte[] haltOnce(byte[] bytes, String file) throws IOException {
    Path path = Path.of(file);
    if (!Files.exists(path)) {
      Files.createFile(path);
      Runtime.getRuntime().halt(9);
    }
    return bytes;
  }

  static int stay(byte[] bytes, String file) throws IOException {
    Files.createFile(Path.of(file));
    Time.sleep(1e6);
    return bytes.length;
  }

  private static byte[] bytes(int size) {
    var bytes = new byte[size];
    for (int i = 0; i < size; i += 1000) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  private static List<String> filesUnderWay() {
    try (Stream<Path> all = Files.walk(Path.of("/dev/shm"))) {
      return all.filter(file -> file.getParent().getFileName().toString().startsWith("pythonic-" + ProcessHandle.current().pid() + "-"))
          .map(file -> file.getFileName().toString()).filter(name -> name.startsWith("l")).toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      return List.of(); // no such system, or a file went away just now: the caller's condition is asked again where it matters
    }
  }

  @Test
  void manyLongTasks_moreThanFilesMayHave_allArriveWhole_andNoFileIsLeft() {
    byte[] data = bytes(8 * MIB);
    try (var pool = new Pool(2)) {
      var results = new ArrayList<AsyncResult<byte[]>>();
      for (int i = 0; i < 8; i++) {
        results.add(pool.apply_async(LongTasksTest::same, args((Object) data)));
      }
      for (var result : results) {
        assertThat(result.get(BOUND)).isEqualTo(data);
      }
      assertThat(filesUnderWay()).isEmpty();
    }
  }

  @Test
  void longTaskWhoseWorkerDies_isLostOrTriedAgain_andNoFileIsLeft(@TempDir Path folder) {
    byte[] data = bytes(MIB);
    var pool = new Pool(1);
    var lost = pool.apply_async(LongTasksTest::haltOnce, args(data, folder.resolve("a").toString()));
    assertThatThrownBy(() -> lost.get(BOUND)).isInstanceOf(WorkerLostError.class);
    assertThat(pool.apply_async(LongTasksTest::same, args((Object) data)).get(BOUND)).isEqualTo(data);
    pool.terminate();
    var again = new Pool(processes(1), on_worker_death("retry"));
    assertThat(again.apply_async(LongTasksTest::haltOnce, args(data, folder.resolve("b").toString())).get(BOUND)).isEqualTo(data);
    again.terminate();
    assertThat(filesUnderWay()).isEmpty();
  }

  @Test
  void longTasksThatAreGivenUp_leaveNoFile(@TempDir Path folder) {
    byte[] data = bytes(MIB);
    Path begun = folder.resolve("begun");
    var pool = new Pool(1);
    var running = pool.apply_async(LongTasksTest::stay, args(data, begun.toString()));
    var waiting = pool.apply_async(LongTasksTest::length, args((Object) data));
    var left = pool.apply_async(LongTasksTest::length, args((Object) data));
    Threads.await("the task has begun", () -> Files.exists(begun));
    assertThat(waiting.cancel()).isTrue();
    assertThat(running.cancel()).isTrue();
    assertThatThrownBy(running::get).isInstanceOf(CancelledError.class);
    assertThat(left.get(BOUND)).isEqualTo(MIB);
    var dropped = pool.apply_async(LongTasksTest::stay, args(data, folder.resolve("other").toString()));
    pool.terminate();
    assertThat(dropped.ready()).isTrue();
    assertThatThrownBy(() -> pool.apply(LongTasksTest::length, args((Object) data))).hasMessage("Pool not running");
    assertThat(filesUnderWay()).isEmpty();
  }
}
