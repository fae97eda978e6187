package pythonic.multiprocessing.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.callback;
import static pythonic.builtins.Keywords.initializer;
import static pythonic.builtins.Keywords.maxtasksperchild;
import static pythonic.builtins.Keywords.on_worker_death;
import static pythonic.builtins.Keywords.processes;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pythonic.builtins.AssertionError;
import pythonic.builtins.NotImplementedError;
import pythonic.builtins.PythonException;
import pythonic.builtins.SystemExit;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.concurrent.futures.ProcessPoolExecutor;
import pythonic.internal.pool.Engine;
import pythonic.multiprocessing.ProcessError;
import pythonic.multiprocessing.WorkerLostError;
import pythonic.testing.Threads;
import pythonic.time.Time;

/**
 * Where CPython's pool hangs the caller is told, each time within {@value #BOUND} seconds. What CPython does stands in
 * brackets.
 */
@SuppressWarnings({"serial", "try", "DoNotCallSuggester"}) // written as a user would write it
final class PoolNeverHangsTest {

  private static final double BOUND = 60;

  static int square(int x) {
    return x * x;
  }

  static int halt(int code) {
    Runtime.getRuntime().halt(code);
    return code;
  }

  static void exit(int code) {
    throw new SystemExit(code);
  }

  static void fail() {
    throw new ValueError("no");
  }

  static void forever() {
    Time.sleep(1e6);
  }

  static void tellAndStay(String file) throws IOException {
    Path unfinished = Path.of(file + ".unfinished");
    Files.writeString(unfinished, Long.toString(ProcessHandle.current().pid()));
    Files.move(unfinished, Path.of(file));
    Time.sleep(1e6);
  }

  private static long pidIn(Path file) {
    Threads.await(file + " is there", () -> Files.exists(file));
    try {
      return Long.parseLong(Files.readString(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static String haltOnce(String file) throws IOException {
    Path path = Path.of(file);
    if (!Files.exists(path)) {
      Files.createFile(path);
      Runtime.getRuntime().halt(137);
    }
    return "second time";
  }

  @Test
  void workerKilledInTheMiddle_costsItsTaskAlone() { // [Pool hangs]
    var pool = new Pool(2);
    var results = new ArrayList<AsyncResult<Integer>>();
    for (int i = 0; i < 50; i++) {
      results.add(i == 20 ? pool.apply_async(PoolNeverHangsTest::halt, args(137)) : pool.apply_async(PoolNeverHangsTest::square, args(i)));
    }
    for (int i = 0; i < 50; i++) {
      AsyncResult<Integer> result = results.get(i);
      if (i == 20) {
        assertThatThrownBy(() -> result.get(BOUND)).isInstanceOf(WorkerLostError.class)
            .message().matches("worker process \\d+ was ended by signal 9 while it performed halt\\(\\)");
      } else {
        assertThat(result.get(BOUND)).isEqualTo(i * i);
      }
    }
    pool.close();
    pool.join();
  }

  @Test
  void workerKilledFromOutside_whileBusyAndWhileIdle(@TempDir Path folder) { // [hangs]
    var pool = new Pool(1);
    Path begun = folder.resolve("begun");
    var busy = pool.apply_async(PoolNeverHangsTest::tellAndStay, args(begun.toString()));
    long pid = pidIn(begun);
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    assertThatThrownBy(() -> busy.get(BOUND)).isInstanceOf(WorkerLostError.class)
        .message().matches("worker process " + pid + " was ended by signal 9 while it performed tellAndStay\\(\\)");
    long next = pool.apply(() -> ProcessHandle.current().pid());
    assertThat(next).isNotEqualTo(pid);
    ProcessHandle.of(next).orElseThrow().destroyForcibly();
    assertThat(pool.apply_async(PoolNeverHangsTest::square, args(3)).get(BOUND)).isEqualTo(9);
    pool.terminate();
  }

  /** Ends its process when it is sent. */
  private static final class Deadly implements Serializable {
    @Serial
    private void writeObject(ObjectOutputStream out) {
      Runtime.getRuntime().halt(7);
    }
  }

  /** Ends its process when it arrives there. */
  static final class Trap implements Serializable {
    private final long home = ProcessHandle.current().pid();

    @Serial
    private Object readResolve() {
      if (ProcessHandle.current().pid() != home) {
        Runtime.getRuntime().halt(8);
      }
      return this;
    }
  }

  static int take(Trap trap) {
    return trap.hashCode();
  }

  @Test
  void workerKilledWhileItTakesOrReturnsATask() { // [hangs]
    var pool = new Pool(1);
    var returning = pool.apply_async(() -> new Deadly());
    assertThatThrownBy(() -> returning.get(BOUND)).isInstanceOf(WorkerLostError.class).hasMessageContaining("ended with exit code 7");
    var taking = pool.apply_async(PoolNeverHangsTest::take, args(new Trap()));
    assertThatThrownBy(() -> taking.get(BOUND)).isInstanceOf(WorkerLostError.class).hasMessageContaining("ended with exit code 8 while it performed take()");
    pool.terminate();
  }

  @Test
  void row105_workerThatExits_failsTheTask() { // [hangs]
    var pool = new Pool(1);
    var result = pool.apply_async(PoolNeverHangsTest::exit, args(3));
    assertThatThrownBy(() -> result.get(BOUND)).isInstanceOf(WorkerLostError.class)
        .message().matches("worker process \\d+ ended with exit code 3 while it performed exit\\(\\)");
    var map = pool.map_async(PoolNeverHangsTest::halt, List.of(5, 6));
    assertThatThrownBy(() -> map.get(BOUND)).isInstanceOf(WorkerLostError.class);
    var imap = pool.imap(PoolNeverHangsTest::halt, List.of(5));
    assertThatThrownBy(() -> imap.next(BOUND)).isInstanceOf(WorkerLostError.class);
    pool.close();
    pool.join();
  }

  @Test
  void row107_callbackThatRaises_costsNothingElse() { // [the result thread dies]
    var pool = new Pool(1);
    var raising = pool.apply_async(PoolNeverHangsTest::square, args(2), callback((Integer x) -> {
      throw new ValueError("callback");
    }));
    assertThat(raising.get(BOUND)).isEqualTo(4);
    var seen = new CopyOnWriteArrayList<Object>();
    assertThat(pool.apply_async(PoolNeverHangsTest::square, args(3), callback(seen::add)).get(BOUND)).isEqualTo(9);
    assertThat(seen).containsExactly(9);
    pool.close();
    pool.join();
  }

  @Test
  void callbackThatWaitsForItsOwnPool_goesOn() { // [hangs]
    var pool = new Pool(1);
    var inner = new AtomicReference<Object>();
    var outer = pool.apply_async(PoolNeverHangsTest::square, args(2), callback((Integer x) -> {
      var within = new CopyOnWriteArrayList<Object>();
      int next = pool.apply_async(PoolNeverHangsTest::square, args(x), callback(within::add)).get();
      inner.set(List.<Object>of(next, within.getFirst()));
    }));
    assertThat(outer.get(BOUND)).isEqualTo(4);
    assertThat(inner.get()).isEqualTo(List.of(16, 16));
    pool.close();
    pool.join();
  }

  @Test
  void initializerThatAlwaysFails_failsTheCallers() { // [respawns for ever]
    var pool = new Pool(processes(2), initializer(PoolNeverHangsTest::fail));
    var early = pool.apply_async(PoolNeverHangsTest::square, args(1));
    assertThatThrownBy(() -> early.get(BOUND)).isInstanceOf(WorkerLostError.class)
        .hasMessageMatching("worker process \\d+ ended with exit code 1, as its initializer failed")
        .cause().isInstanceOf(ValueError.class).hasMessage("no");
    assertThatThrownBy(() -> pool.apply(PoolNeverHangsTest::square, args(1))).isInstanceOf(WorkerLostError.class);
    assertThatThrownBy(() -> pool.map(PoolNeverHangsTest::square, List.of(1, 2))).isInstanceOf(WorkerLostError.class);
    pool.close();
    pool.join();
  }

  static List<String> poolWithin() {
    try (var pool = new Pool(1)) {
      return List.of("made");
    } catch (AssertionError e) {
      return List.of(e.getMessage());
    }
  }

  @Test
  void poolWithinAWorker_isRefusedAtOnce() { // [the same]
    var pool = new Pool(1);
    assertThat(pool.apply_async(PoolNeverHangsTest::poolWithin).get(BOUND)).containsExactly("daemonic processes are not allowed to have children");
    pool.terminate();
  }

  @Test
  void taskThatWouldWaitOnItsOwnFullPool_isRefusedAtOnce() { // [the same: it cannot get at its pool]
    var pool = new Pool(1);
    assertThatThrownBy(() -> pool.apply(() -> pool.apply(PoolNeverHangsTest::square, args(3)))).isInstanceOf(NotImplementedError.class);
    pool.terminate();
    try (var executor = new ProcessPoolExecutor(1)) {
      var inner = executor.submit(() -> executor.submit(PoolNeverHangsTest::square, 3).result());
      assertThatThrownBy(() -> inner.result(BOUND)).isInstanceOf(TypeError.class).hasMessageStartingWith("cannot pickle 'ProcessPoolExecutor' object");
    }
  }

  @Test
  void row111_poolThatTravels_raisesNotImplementedError() {
    var pool = new Pool(1);
    assertThatThrownBy(() -> pool.apply(x -> x, args(pool))).isInstanceOf(NotImplementedError.class)
        .hasMessage("pool objects cannot be passed between processes or pickled");
    pool.terminate();
  }

  @Test
  void exceptionThatCannotBeRestored_isDescribed() { // [hangs]
    var pool = new Pool(1);
    var result = pool.apply_async(() -> {
      throw new TwoArguments("text", 5);
    });
    assertThatThrownBy(() -> result.get(BOUND)).hasMessageContaining("TwoArguments: text");
    pool.terminate();
  }

  private static final class TwoArguments extends PythonException {
    private final transient Object lock = new Object();

    TwoArguments(String text, int ignored) {
      super(text);
    }

    @Serial
    private void readObject(java.io.ObjectInputStream in) {
      throw new IllegalStateException("cannot be restored: " + lock);
    }
  }

  @Test
  void maxtasksperchild_manyTasks_allAreDone() { // [hung for years]
    int tasks = Integer.getInteger("pool.tasks", 12);
    for (int most : tasks == 12 ? List.of(3) : List.of(1, 2, 3, 4, 5)) {
      var pool = new Pool(processes(2), maxtasksperchild(most));
      assertThat(pool.map(PoolNeverHangsTest::square, IntStream.range(0, tasks).boxed().toList(), 1))
          .isEqualTo(IntStream.range(0, tasks).map(i -> i * i).boxed().toList());
      pool.close();
      pool.join();
    }
  }

  @Test
  void retry_givesTheTaskToAnotherWorker(@TempDir Path folder) {
    var pool = new Pool(processes(1), on_worker_death("retry"));
    assertThat(pool.apply_async(PoolNeverHangsTest::haltOnce, args(folder.resolve("once").toString())).get(BOUND)).isEqualTo("second time");
    var hopeless = pool.apply_async(PoolNeverHangsTest::halt, args(9));
    assertThatThrownBy(() -> hopeless.get(BOUND)).isInstanceOf(WorkerLostError.class).hasMessageContaining("exit code 9");
    assertThat(pool.apply(PoolNeverHangsTest::square, args(3))).isEqualTo(9);
    pool.close();
    pool.join();
  }

  @Test
  void break_failsAllTasksNowAndLater() {
    var pool = new Pool(processes(2), on_worker_death("break"));
    var pending = pool.apply_async(PoolNeverHangsTest::forever);
    var victim = pool.apply_async(PoolNeverHangsTest::halt, args(9));
    assertThatThrownBy(() -> victim.get(BOUND)).isInstanceOf(WorkerLostError.class);
    assertThatThrownBy(() -> pending.get(BOUND)).isInstanceOf(WorkerLostError.class).hasMessageContaining("halt()");
    assertThatThrownBy(() -> pool.apply(PoolNeverHangsTest::square, args(1))).isInstanceOf(WorkerLostError.class);
    pool.close();
    pool.join();
    assertThatThrownBy(() -> new Pool(processes(1), on_worker_death("ignore"))).isInstanceOf(ValueError.class)
        .hasMessage("on_worker_death must be 'fail', 'retry' or 'break'");
  }

  @Test
  void terminate_whileMapAndImapAreUnderWay_tellsThem() {
    var pool = new Pool(1);
    var map = pool.map_async(x -> {
      Time.sleep(1e6);
      return x;
    }, List.of(1, 2, 3));
    var imap = pool.imap(x -> x, List.of(1, 2));
    pool.terminate();
    assertThatThrownBy(() -> map.get(BOUND)).isInstanceOf(ProcessError.class).hasMessageStartingWith("the pool was terminated before");
    assertThatThrownBy(() -> imap.next(BOUND)).isInstanceOf(ProcessError.class);
    pool.join();
    assertThat(pool.toString()).isEqualTo("<multiprocessing.pool.Pool state=TERMINATE pool_size=1>");
    assertThat(Engine.State.values()).hasSize(3);
  }

  @Test
  void error_tellsTheLineThatSubmittedTheTask() {
    var pool = new Pool(1);
    Throwable error = org.assertj.core.api.Assertions.catchThrowable(() -> pool.apply_async(PoolNeverHangsTest::fail).get());
    assertThat(error).isInstanceOf(ValueError.class).cause().isInstanceOf(RemoteTraceback.class);
    assertThat(error.getStackTrace()[0].getMethodName()).isEqualTo("fail");
    assertThat(error.getCause().getStackTrace()[0].getClassName()).isEqualTo(PoolNeverHangsTest.class.getName());
    pool.terminate();
  }
}
