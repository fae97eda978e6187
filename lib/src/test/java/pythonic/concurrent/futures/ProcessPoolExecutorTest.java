package pythonic.concurrent.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.buffersize;
import static pythonic.builtins.Keywords.cancel_futures;
import static pythonic.builtins.Keywords.chunksize;
import static pythonic.builtins.Keywords.func;
import static pythonic.builtins.Keywords.initargs;
import static pythonic.builtins.Keywords.initializer;
import static pythonic.builtins.Keywords.kwargs;
import static pythonic.builtins.Keywords.max_tasks_per_child;
import static pythonic.builtins.Keywords.max_workers;
import static pythonic.builtins.Keywords.mp_context;
import static pythonic.builtins.Keywords.on_worker_death;
import static pythonic.builtins.Keywords.timeout;
import static pythonic.builtins.Keywords.wait_;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.SystemExit;
import pythonic.builtins.TimeoutError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.multiprocessing.Multiprocessing;
import pythonic.multiprocessing.WorkerLostError;
import pythonic.multiprocessing.pool.Pool;
import pythonic.multiprocessing.pool.RemoteTraceback;
import pythonic.testing.Programs;
import pythonic.testing.Threads;
import pythonic.time.Time;

@SuppressWarnings("DoNotCallSuggester") // written as a user would write it
final class ProcessPoolExecutorTest {

  private static String greeting = "none";

  static int square(int x) {
    if (x == 3) {
      throw new ValueError("three");
    }
    return x * x;
  }

  static int subtract(int a, int b) {
    return a - b;
  }

  static void exit(int code) {
    throw new SystemExit(code);
  }

  static void halt(int code) {
    Runtime.getRuntime().halt(code);
  }

  static long pid() {
    return ProcessHandle.current().pid();
  }

  static void greet(String text) {
    greeting = text;
  }

  static void fail() {
    throw new ValueError("init");
  }

  static void tellAndStay(String file) throws IOException {
    Files.createFile(Path.of(file));
    Time.sleep(1e6);
  }

  private static void awaitFile(Path file) {
    Threads.await(file + " is there", () -> Files.exists(file));
  }

  private static <T> List<T> list(Iterable<T> items) {
    return ImmutableList.copyOf(items);
  }

  @Test
  void submit_runsTheCallInAnotherProcess() {
    try (var executor = new ProcessPoolExecutor(1)) {
      assertThat(executor.toString()).matches("<concurrent\\.futures\\.process\\.ProcessPoolExecutor object at 0x[0-9a-f]+>");
      assertThat(executor.submit(ProcessPoolExecutorTest::square, 2).result()).isEqualTo(4);
      assertThat(executor.submit(ProcessPoolExecutorTest::pid).result()).isNotEqualTo(pid());
      assertThat(executor.submit(func(ProcessPoolExecutorTest::subtract), args(5), kwargs("b", 2)).result()).isEqualTo(3);
      assertThat(executor.submit(() -> Multiprocessing.current_process().name()).result()).matches("ForkServerProcess-\\d+");
      assertThat(executor.submit(() -> Multiprocessing.current_process().daemon()).result()).isFalse();
      var seen = new CopyOnWriteArrayList<Object>();
      var future = executor.submit(ProcessPoolExecutorTest::square, 5);
      future.add_done_callback(f -> seen.add(f.result()));
      assertThat(future.result()).isEqualTo(25);
      assertThat(future.toString()).matches("<Future at 0x[0-9a-f]+ state=finished returned int>");
      executor.shutdown();
      assertThat(seen).containsExactly(25);
    }
  }

  static int squareWhenThere(String file) {
    while (!Files.exists(Path.of(file))) {
      Time.sleep(0.01);
    }
    return 4;
  }

  @Test
  void callback_thatWaitsForTheExecutor_goesOn_andOneThatShutsItDown_isRefused(@TempDir Path folder) throws Exception { // [both hang]
    Path file = folder.resolve("go");
    var told = new LinkedBlockingQueue<Object>();
    try (var executor = new ProcessPoolExecutor(1)) {
      var first = executor.submit(ProcessPoolExecutorTest::squareWhenThere, file.toString());
      first.add_done_callback(future -> told.add(executor.submit(ProcessPoolExecutorTest::square, future.result()).result()));
      first.add_done_callback(_ -> {
        try {
          executor.shutdown();
          told.add("no error");
        } catch (RuntimeError e) {
          told.add(e.getMessage());
        }
      });
      Files.createFile(file); // both are there before the call is done
      assertThat(told.poll(60, TimeUnit.SECONDS)).isEqualTo(16);
      assertThat(told.poll(60, TimeUnit.SECONDS)).isEqualTo("cannot join current thread");
      assertThatThrownBy(() -> executor.submit(ProcessPoolExecutorTest::square, 1)).isInstanceOf(RuntimeError.class)
          .hasMessage("cannot schedule new futures after shutdown");
    }
  }

  @Test
  void workerKilledWhileIdle_isReplaced() throws Exception { // [the executor is broken]
    try (var executor = new ProcessPoolExecutor(1)) {
      var worker = ProcessHandle.of(executor.submit(ProcessPoolExecutorTest::pid).result()).orElseThrow();
      worker.destroyForcibly();
      worker.onExit().get(60, TimeUnit.SECONDS);
      assertThat(executor.submit(ProcessPoolExecutorTest::square, 5).result(60)).isEqualTo(25);
    }
  }

  @Test
  void row75_remoteError_hasItsTypeAndTheRemoteTracebackAsCause() {
    try (var executor = new ProcessPoolExecutor(1)) {
      var failed = executor.submit(ProcessPoolExecutorTest::square, 3);
      assertThatThrownBy(failed::result).isInstanceOf(ValueError.class).hasMessage("three")
          .cause().isInstanceOf(RemoteTraceback.class)
          .message().startsWith("\n\"\"\"\nTraceback (most recent call last):\n").contains("in square\n").endsWith("ValueError: three\n\"\"\"");
      assertThat(failed.exception().getCause().getStackTrace()[0].getClassName()).isEqualTo(ProcessPoolExecutorTest.class.getName());
      assertThatThrownBy(() -> executor.submit(func(ProcessPoolExecutorTest::square), args(), kwargs("y", 1)).result()).isInstanceOf(TypeError.class);
      assertThatThrownBy(() -> executor.submit(() -> new ReentrantLock()).result()).isInstanceOf(TypeError.class)
          .hasMessageStartingWith("cannot pickle 'ReentrantLock' object");
      var lock = new ReentrantLock();
      var refused = executor.submit(() -> lock.isLocked());
      assertThatThrownBy(refused::result).isInstanceOf(TypeError.class).hasMessageStartingWith("cannot pickle 'ReentrantLock' object");
    }
  }

  @Test
  void row74_systemExit_isTheResultAndTheWorkerLives() {
    try (var executor = new ProcessPoolExecutor(1)) {
      long pid = executor.submit(ProcessPoolExecutorTest::pid).result();
      assertThatThrownBy(() -> executor.submit(ProcessPoolExecutorTest::exit, 3).result()).isInstanceOf(SystemExit.class).hasMessage("3");
      assertThat(executor.submit(ProcessPoolExecutorTest::pid).result()).isEqualTo(pid);
    }
  }

  @Test
  void row73_workerThatDies_breaksTheExecutor() {
    var executor = new ProcessPoolExecutor(1);
    var victim = executor.submit(ProcessPoolExecutorTest::halt, 137);
    var pending = executor.submit(ProcessPoolExecutorTest::square, 1);
    String text = "A process in the process pool was terminated abruptly while the future was running or pending.";
    assertThatThrownBy(() -> victim.result(60)).isInstanceOf(BrokenProcessPool.class).hasMessage(text)
        .cause().isInstanceOf(WorkerLostError.class).hasMessageMatching("worker process \\d+ was ended by signal 9 while it performed halt\\(\\)");
    assertThatThrownBy(() -> pending.result(60)).isInstanceOf(BrokenProcessPool.class).hasMessage(text);
    assertThatThrownBy(() -> executor.submit(ProcessPoolExecutorTest::square, 1)).isInstanceOf(BrokenProcessPool.class)
        .hasMessage("A child process terminated abruptly, the process pool is not usable anymore");
    executor.shutdown();
  }

  @Test
  void onWorkerDeath_fail_costsTheCallAlone() {
    try (var executor = new ProcessPoolExecutor(max_workers(1), on_worker_death("fail"))) {
      var victim = executor.submit(ProcessPoolExecutorTest::halt, 9);
      assertThat(executor.submit(ProcessPoolExecutorTest::square, 2).result(60)).isEqualTo(4);
      assertThatThrownBy(victim::result).isInstanceOf(BrokenProcessPool.class);
    }
  }

  @Test
  void initializer_runsFirst_andOneThatFailsBreaksTheExecutor() {
    try (var executor = new ProcessPoolExecutor(max_workers(1), initializer(ProcessPoolExecutorTest::greet), initargs("hello"))) {
      assertThat(executor.submit(() -> greeting).result()).isEqualTo("hello");
    }
    var executor = new ProcessPoolExecutor(max_workers(2), initializer(ProcessPoolExecutorTest::fail));
    var future = executor.submit(ProcessPoolExecutorTest::square, 1);
    assertThatThrownBy(() -> future.result(60)).isInstanceOf(BrokenProcessPool.class);
    assertThatThrownBy(() -> executor.submit(ProcessPoolExecutorTest::square, 1)).isInstanceOf(BrokenProcessPool.class);
    executor.shutdown();
  }

  @Test
  void row76_wrongNumbers_raiseValueError() {
    assertThatThrownBy(() -> new ProcessPoolExecutor(0)).isInstanceOf(ValueError.class).hasMessage("max_workers must be greater than 0");
    assertThatThrownBy(() -> new ProcessPoolExecutor(max_tasks_per_child(0)))
        .isInstanceOf(ValueError.class).hasMessage("max_tasks_per_child must be >= 1");
    assertThatThrownBy(() -> new ProcessPoolExecutor(mp_context("spawn"))).isInstanceOf(TypeError.class);
    var unused = new ProcessPoolExecutor(max_workers((Integer) null));
    unused.shutdown();
  }

  @Test
  void maxTasksPerChild_replacesTheWorker() {
    try (var executor = new ProcessPoolExecutor(max_workers(1), max_tasks_per_child(2), mp_context(Multiprocessing.get_context("spawn")))) {
      var pids = new ArrayList<Long>();
      for (int i = 0; i < 5; i++) {
        pids.add(executor.submit(ProcessPoolExecutorTest::pid).result());
      }
      assertThat(new HashSet<>(pids)).hasSize(3);
    }
  }

  @Test
  void row69_77_map_givesResultsInOrder() {
    try (var executor = new ProcessPoolExecutor(2)) {
      assertThatThrownBy(() -> executor.map(ProcessPoolExecutorTest::square, List.of(1), chunksize(0)))
          .isInstanceOf(ValueError.class).hasMessage("chunksize must be >= 1.");
      assertThat(list(executor.map(ProcessPoolExecutorTest::square, List.of(1, 2, 4)))).containsExactly(1, 4, 16);
      assertThat(list(executor.map(ProcessPoolExecutorTest::subtract, List.of(5, 6, 7), List.of(1, 2), chunksize(10)))).containsExactly(4, 4);
      assertThat(list(executor.map(x -> x + 1, pythonic.builtins.Builtins.range(100), chunksize(7)))).hasSize(100).startsWith(1, 2).endsWith(100);
      var failing = executor.map(ProcessPoolExecutorTest::square, List.of(1, 2, 3, 4));
      assertThat(failing.next()).isEqualTo(1);
      assertThat(failing.next()).isEqualTo(4);
      assertThatThrownBy(failing::next).isInstanceOf(ValueError.class);
      assertThat(failing.hasNext()).isFalse();
      try (var endless = executor.map(x -> x * x, () -> Stream.iterate(0, i -> i + 1).iterator(), buffersize(4))) {
        assertThat(List.of(endless.next(), endless.next(), endless.next())).containsExactly(0, 1, 4);
      }
      var late = executor.map((Double s) -> Time.sleep(s), List.of(0.5), timeout(0.01));
      assertThatThrownBy(late::next).isInstanceOf(TimeoutError.class).hasMessage("");
    }
  }

  @Test
  void cancel_beforeTheCallHasBegun_andWhileItRuns(@TempDir Path folder) {
    var executor = new ProcessPoolExecutor(1);
    Path begun = folder.resolve("begun");
    var running = executor.submit(ProcessPoolExecutorTest::tellAndStay, begun.toString());
    var first = executor.submit(ProcessPoolExecutorTest::square, 1);
    var second = executor.submit(ProcessPoolExecutorTest::square, 2);
    awaitFile(begun);
    assertThat(running.running()).isTrue();
    assertThat(running.toString()).contains("state=running");
    assertThat(running.cancel()).isFalse();
    assertThat(first.running()).isFalse();
    assertThat(first.cancel()).isTrue();
    assertThat(first.cancel()).isTrue();
    assertThat(first.cancelled()).isTrue();
    assertThatThrownBy(first::result).isInstanceOf(CancelledError.class);
    assertThat(running.cancel(true)).as("the process is ended, and another comes").isTrue();
    assertThat(running.cancelled()).isTrue();
    assertThat(second.result(60)).isEqualTo(4);
    executor.shutdown();
  }

  @Test
  void row70_shutdownWithCancelFutures_cancelsWhatHasNotBegun() {
    var executor = new ProcessPoolExecutor(1);
    var running = executor.submit((Double s) -> Time.sleep(s), 0.5);
    Threads.await("it runs", running::running);
    var pending = List.of(executor.submit(ProcessPoolExecutorTest::square, 1), executor.submit(ProcessPoolExecutorTest::square, 2));
    executor.shutdown(wait_(false), cancel_futures(true));
    assertThat(pending).allMatch(Future::cancelled);
    assertThat(running.result(60)).isNull();
    assertThatThrownBy(() -> executor.submit(ProcessPoolExecutorTest::square, 1)).isInstanceOf(RuntimeError.class)
        .hasMessage("cannot schedule new futures after shutdown");
    executor.shutdown();
  }

  @Test
  void terminateAndKillWorkers_breakWhatRunsAndCancelTheRest(@TempDir Path folder) {
    for (String how : List.of("terminate", "kill")) {
      var executor = new ProcessPoolExecutor(1);
      Path begun = folder.resolve(how);
      var running = executor.submit(ProcessPoolExecutorTest::tellAndStay, begun.toString());
      var pending = executor.submit(ProcessPoolExecutorTest::square, 1);
      awaitFile(begun);
      if (how.equals("kill")) {
        executor.kill_workers();
      } else {
        executor.terminate_workers();
      }
      assertThatThrownBy(() -> running.result(60)).isInstanceOf(BrokenProcessPool.class)
          .cause().hasMessageContaining("by signal " + (how.equals("kill") ? 9 : 15));
      assertThat(pending.cancelled()).isTrue();
      executor.shutdown();
    }
  }

  @Test
  void shutdownWithTimeout_tellsWhatIsLeft(@TempDir Path folder) {
    var executor = new ProcessPoolExecutor(1);
    Path begun = folder.resolve("begun");
    var running = executor.submit(ProcessPoolExecutorTest::tellAndStay, begun.toString());
    var pending = executor.submit(ProcessPoolExecutorTest::square, 2);
    awaitFile(begun);
    UnfinishedCalls left = executor.shutdown(timeout(0.01));
    assertThat(left.running()).singleElement().satisfies(call -> assertThat(call.future()).isSameAs(running));
    assertThat(left.pending()).isOne();
    executor.kill_workers();
    assertThat(executor.shutdown(timeout(60)).isEmpty()).isTrue();
    assertThat(pending.done()).isTrue();
  }

  @Test
  void asExecutorService_runsSerializableCommands() throws Exception {
    try (var service = new ProcessPoolExecutor(1).as_executor_service()) {
      var task = service.submit((Callable<Long> & Serializable) ProcessPoolExecutorTest::pid);
      assertThat(task.get(60, TimeUnit.SECONDS)).isNotEqualTo(pid());
      var failed = service.submit((Callable<Integer> & Serializable) () -> square(3));
      assertThatThrownBy(failed::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(ValueError.class);
      var lock = new ReentrantLock();
      var refused = service.submit(() -> lock.isLocked());
      assertThatThrownBy(refused::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(TypeError.class);
    }
  }

  static int poolWithin() {
    try (var pool = new Pool(1)) {
      return pool.apply(ProcessPoolExecutorTest::square, args(4));
    }
  }

  @Test
  void workers_mayHaveChildren() {
    try (var executor = new ProcessPoolExecutor(1)) {
      assertThat(executor.submit(ProcessPoolExecutorTest::poolWithin).result(60)).isEqualTo(16);
    }
  }

  /** A program that leaves an executor open and work in it. */
  static final class Open {
    public static void main(String[] arguments) {
      var executor = new ProcessPoolExecutor(2);
      for (int i = 0; i < 3; i++) {
        var _ = executor.submit((Integer number) -> pythonic.builtins.Builtins.print("task", number), i);
      }
      pythonic.builtins.Builtins.print("main ends");
    }
  }

  @Test
  void exit_waitsForWhatWasSubmitted() {
    var result = Programs.run(Open.class);
    assertThat(result.sortedLines()).containsExactly("main ends", "task 0", "task 1", "task 2");
    assertThat(result.code()).isZero();
  }
}
