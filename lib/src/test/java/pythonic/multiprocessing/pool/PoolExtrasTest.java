package pythonic.multiprocessing.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.range;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.cpu_ids;
import static pythonic.builtins.Keywords.enable_insights;
import static pythonic.builtins.Keywords.initializer;
import static pythonic.builtins.Keywords.maxtasksperchild;
import static pythonic.builtins.Keywords.processes;
import static pythonic.builtins.Keywords.worker_exit;
import static pythonic.builtins.Keywords.worker_memory;
import static pythonic.builtins.Keywords.worker_state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.ValueError;
import pythonic.multiprocessing.WorkerLostError;
import pythonic.testing.Programs;

/** What workers of processes have that Python's have not: an id, a state, an exit hook, limits and a place. */
@SuppressWarnings({"serial", "DoNotCallSuggester"}) // written as a user would write it
final class PoolExtrasTest {

  private static final double BOUND = 60;
  private static final long MIB = 1L << 20;

  /** What a worker keeps from task to task. */
  private static final List<ByteBuffer> KEPT = new ArrayList<>();

  private static String greeting = "none";

  static long pid() {
    return ProcessHandle.current().pid();
  }

  static List<Integer> stateAndId(int item) {
    List<Integer> seen = Pool.worker_state();
    seen.add(item);
    return List.of(Pool.worker_id(), seen.size());
  }

  static String greeted() {
    return greeting;
  }

  static int allocate(int mebibytes) {
    byte[][] all = new byte[mebibytes][];
    for (int i = 0; i < mebibytes; i++) {
      all[i] = new byte[(int) MIB];
    }
    return all.length;
  }

  /** Pages of a file, as the JVM bounds other memory outside its heap, too. */
  static long keepOutsideTheHeap(String file, int mebibytes) throws IOException {
    try (var channel = FileChannel.open(Path.of(file), StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
      ByteBuffer kept = channel.map(FileChannel.MapMode.READ_WRITE, 0, mebibytes * MIB);
      while (kept.hasRemaining()) {
        kept.putLong(1);
      }
      KEPT.add(kept);
    }
    return pid();
  }

  static String allowedProcessors() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines.filter(line -> line.startsWith("Cpus_allowed_list:")).findFirst().orElseThrow().substring("Cpus_allowed_list:".length()).strip();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void workerState_isMadeOncePerWorker_andIdIsThePlace() {
    try (var pool = new Pool(processes(2), initializer(() -> greeting = "hello"), worker_state(() -> new ArrayList<>(List.of(-1))))) {
      var results = pool.map(PoolExtrasTest::stateAndId, range(40), 1);
      for (int worker = 0; worker < 2; worker++) {
        int id = worker;
        var sizes = results.stream().filter(result -> result.getFirst() == id).map(List::getLast).sorted().toList();
        assertThat(sizes).isEqualTo(range(2, 2 + sizes.size())); // one list, which grew by one with each task
      }
      assertThat(results).extracting(List::getFirst).allMatch(id -> id == 0 || id == 1);
    }
  }

  @Test
  void workerState_isMadeAfterTheInitializer_againInAReplacement_whoHasTheSameId() {
    try (var pool = new Pool(processes(1), maxtasksperchild(1), initializer(() -> greeting = "hello"), worker_state(PoolExtrasTest::greeted))) {
      var pids = new HashSet<Long>();
      for (int i = 0; i < 3; i++) {
        List<Object> seen = pool.apply(() -> List.<Object>of(Pool.worker_id(), Pool.<String>worker_state(), pid()));
        assertThat(seen).startsWith(0, "hello");
        pids.add((Long) seen.getLast());
      }
      assertThat(pids).hasSize(3);
    }
  }

  @Test
  void workerState_factoryFails_eachTaskIsTold() {
    var pool = new Pool(processes(1), worker_state(() -> {
      throw new ValueError("no state");
    }));
    var lost = pool.apply_async(PoolExtrasTest::pid);
    assertThatThrownBy(() -> lost.get(BOUND)).isInstanceOf(WorkerLostError.class).cause().hasMessage("no state");
    pool.terminate();
  }

  @Test
  void workerId_outsideOfATask_isRefused() {
    assertThatThrownBy(Pool::worker_id).isInstanceOf(RuntimeError.class).hasMessage("only a task of a pool has a worker");
  }

  @Test
  void workerExit_isCalledByEachWorkerAtItsOrderlyEnd(@TempDir Path folder) throws IOException {
    String name = folder.toString();
    var pool = new Pool(processes(2), maxtasksperchild(2), worker_state(() -> "state of " + Pool.worker_id()), worker_exit(() -> {
      Files.writeString(Path.of(name, "worker " + pid()), Pool.worker_state());
    }));
    var pids = new HashSet<>(pool.map(_ -> pid(), range(8), 1));
    pool.close();
    pool.join();
    assertThat(names(folder)).containsAll(pids.stream().map(pid -> "worker " + pid).toList());
    assertThat(Files.readString(folder.resolve("worker " + pids.iterator().next()))).startsWith("state of ");
  }

  static void failAtTheEnd() {
    throw new ValueError("at the end");
  }

  /** Workers whose exit hooks fail. */
  static final class FailingExits {
    private FailingExits() {}

    public static void main(String[] arguments) {
      for (Pool pool : List.of(new Pool(processes(1), worker_exit(PoolExtrasTest::failAtTheEnd)), new ThreadPool(processes(1), worker_exit(PoolExtrasTest::failAtTheEnd)))) {
        System.out.println(pool.apply((Integer x) -> x + 1, args(1)));
        pool.close();
        pool.join();
      }
    }
  }

  @Test
  void workerExit_thatFails_isReported() {
    var result = Programs.run(FailingExits.class);
    assertThat(result.out().lines()).containsExactly("2", "2");
    assertThat(result.err()).containsPattern("Process \\w*PoolWorker-1:").contains("Exception in worker_exit of Thread-1 (worker):")
        .containsSubsequence("ValueError: at the end", "ValueError: at the end");
  }

  @Test
  void workerExit_ofThreads_isCalledByEach_withItsState() {
    var ended = new ConcurrentSkipListSet<String>();
    var pool = new ThreadPool(processes(3), worker_state(() -> "state of " + Pool.worker_id()), worker_exit(() -> ended.add(Pool.worker_state())));
    assertThat(pool.map(_ -> Pool.<String>worker_state().equals("state of " + Pool.worker_id()), range(30), 1)).containsOnly(true);
    pool.close();
    pool.join();
    assertThat(ended).containsExactly("state of 0", "state of 1", "state of 2");
  }

  @Test
  void insights_ofThreads() {
    var pool = new ThreadPool(processes(2), enable_insights(true));
    pool.map(PoolExtrasTest::allocate, range(1, 11), 1);
    pool.close();
    pool.join();
    assertThat(pool.insights().workers().stream().mapToLong(Insights.Worker::tasks).sum()).isEqualTo(10);
    assertThat(pool.insights().longest_tasks()).hasSize(5);
  }

  @Test
  void outOfMemory_failsTheTask_andTheWorkerIsReplaced() {
    try (var pool = new Pool(processes(1), worker_memory(32 * MIB))) {
      long first = pool.apply(PoolExtrasTest::pid);
      assertThat(pool.apply(PoolExtrasTest::allocate, args(4))).isEqualTo(4);
      assertThat(pool.apply(PoolExtrasTest::pid)).isEqualTo(first);
      var tooMuch = pool.apply_async(PoolExtrasTest::allocate, args(64));
      assertThatThrownBy(() -> tooMuch.get(BOUND)).isInstanceOf(OutOfMemoryError.class).hasCauseInstanceOf(RemoteTraceback.class);
      assertThat(pool.apply(PoolExtrasTest::pid)).isNotEqualTo(first);
    }
  }

  @Test
  void memoryOutsideTheHeap_aboveTheLimit_workerIsReplacedAfterTheTask(@TempDir Path folder) {
    String name = folder.resolve("kept").toString();
    try (var pool = new Pool(processes(1), worker_memory(64 * MIB))) {
      long first = pool.apply(PoolExtrasTest::keepOutsideTheHeap, args(name + 1, 1));
      long second = pool.apply(PoolExtrasTest::keepOutsideTheHeap, args(name + 2, 100));
      assertThat(second).isEqualTo(first);
      assertThat(pool.apply(PoolExtrasTest::pid)).isNotEqualTo(second);
    }
  }

  @Test
  void workerMemory_tooLittle_isRefused() {
    assertThatThrownBy(() -> new Pool(worker_memory(MIB))).isInstanceOf(ValueError.class).hasMessage("worker_memory must be at least 16777216");
  }

  @Test
  void cpuIds_pinWorkers() throws IOException {
    int last = Runtime.getRuntime().availableProcessors() - 1;
    try (var pool = new Pool(processes(2), cpu_ids(0, last))) {
      var seen = new HashSet<>(pool.map(_ -> Pool.worker_id() + ":" + allowedProcessors(), range(40), 1));
      assertThat(List.of("0:0", "1:" + last)).containsAll(seen);
    }
    try (var pool = new Pool(processes(1), cpu_ids(List.of(List.of(0, last))))) {
      assertThat(pool.apply(PoolExtrasTest::allowedProcessors)).isEqualTo(last == 0 ? "0" : last == 1 ? "0-1" : "0," + last);
    }
  }

  @Test
  void cpuIds_thatThereAreNot_areRefused() {
    assertThatThrownBy(() -> new Pool(processes(1), cpu_ids(99999))).isInstanceOf(ValueError.class).hasMessageStartingWith("cpu_ids [99999] are not among the processors [0");
    assertThatThrownBy(() -> new Pool(processes(3), cpu_ids(0, 0))).isInstanceOf(ValueError.class).hasMessage("cpu_ids must have 1 element or one for each of the 3 workers");
  }

  @Test
  void insights_tellWhatWorkersDid() {
    var pool = new Pool(processes(2), enable_insights(true));
    pool.map(PoolExtrasTest::allocate, range(1, 21), 2);
    pool.apply(PoolExtrasTest::allocate, args(30));
    var during = pool.insights();
    assertThat(during.workers()).extracting(Insights.Worker::tasks).satisfies(tasks -> assertThat(tasks.get(0) + tasks.get(1)).isEqualTo(21));
    pool.close();
    pool.join();
    var insights = pool.insights();
    assertThat(insights.workers()).extracting(Insights.Worker::worker).containsExactly(0, 1);
    assertThat(insights.workers()).allSatisfy(worker -> {
      assertThat(worker.start_up()).isPositive();
      assertThat(worker.exit()).isPositive();
      assertThat(worker.waiting()).isNotNegative();
    });
    assertThat(insights.workers().stream().mapToDouble(Insights.Worker::working).sum()).isPositive();
    assertThat(insights.longest_tasks()).hasSize(5).allMatch(task -> task.task().equals("allocate()"));
    assertThat(insights.toString()).contains("worker ", "start-up", "longest tasks:", "s  allocate() on worker ");
    assertThat(insights.svg()).startsWith("<svg ").contains(">worker 0<", ">worker 1<", "<title>working ").endsWith("</svg>\n");
  }

  @Test
  void insights_notEnabled_areRefused() {
    try (var pool = new ThreadPool(1)) {
      assertThatThrownBy(pool::insights).isInstanceOf(RuntimeError.class).hasMessage("insights() needs a pool that was made with enable_insights(true)");
    }
  }
}
