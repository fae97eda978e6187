package pythonic.multiprocessing.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.callback;
import static pythonic.builtins.Keywords.error_callback;
import static pythonic.builtins.Keywords.func;
import static pythonic.builtins.Keywords.initargs;
import static pythonic.builtins.Keywords.initializer;
import static pythonic.builtins.Keywords.kwds;
import static pythonic.builtins.Keywords.maxtasksperchild;
import static pythonic.builtins.Keywords.processes;
import static pythonic.builtins.Keywords.timeout;

import java.io.Serial;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import pythonic.builtins.PythonException;
import pythonic.builtins.SystemExit;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.multiprocessing.Multiprocessing;
import pythonic.multiprocessing.ProcessError;
import pythonic.multiprocessing.TimeoutError;
import pythonic.multiprocessing.WorkerLostError;
import pythonic.testing.Threads;
import pythonic.threading.Threading;
import pythonic.time.Time;

@SuppressWarnings({"serial", "DoNotCallSuggester"}) // written as a user would write it
final class PoolTest {

  private static String greeting = "none";

  static int square(int x) {
    return x * x;
  }

  static String name() {
    return Multiprocessing.current_process().name();
  }

  static long pid() {
    return ProcessHandle.current().pid();
  }

  static int divide(int a, int b) {
    if (b == 0) {
      throw new ValueError("division by zero");
    }
    return a / b;
  }

  static void greet(String text) {
    greeting = text;
  }

  static String greeting() {
    return greeting;
  }

  static void fail() {
    throw new ValueError("no");
  }

  static void exit(int code) {
    throw new SystemExit(code);
  }

  static void killSelf() {
    Runtime.getRuntime().halt(137);
  }

  static void forever() {
    Time.sleep(1e6);
  }

  static Object unpicklable() {
    return new ReentrantLock();
  }

  /** An exception that cannot be made again from its own data: CPython's Pool hangs on such a one. */
  static final class Stubborn extends PythonException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient Object lock = new ReentrantLock();

    Stubborn(String text, int ignored) {
      super(text);
    }

    @Serial
    private void readObject(java.io.ObjectInputStream in) {
      throw new IllegalStateException("cannot be restored: " + lock);
    }
  }

  static void raiseStubborn() {
    throw new Stubborn("stubborn", 1);
  }

  @Test
  void apply_returnsWhatTheWorkerReturns() {
    var pool = new Pool(2);
    assertThat(pool.apply(PoolTest::square, args(7))).isEqualTo(49);
    assertThat(pool.apply(PoolTest::divide, args(7), kwds(Map.of("b", 2)))).isEqualTo(3);
    assertThat(pool.apply(func(PoolTest::square), args(3))).isEqualTo(9);
    assertThat(pool.apply(PoolTest::name)).matches("ForkServerPoolWorker-\\d+");
    assertThat(pool.apply(PoolTest::pid)).isNotEqualTo(ProcessHandle.current().pid());
    pool.apply(PoolTest::greet, args("only a worker is changed"));
    pool.close();
    pool.join();
    assertThat(greeting).isEqualTo("none");
  }

  @Test
  void row106_callbacksRunInTheResultThreadBeforeGetReturns() {
    var seen = new CopyOnWriteArrayList<Object>();
    var pool = new Pool(processes(2));
    var value = pool.apply_async(PoolTest::square, args(6), callback(seen::add));
    assertThat(value.get()).isEqualTo(36);
    assertThat(seen).containsExactly(36);
    var error =
        pool.apply_async(
            PoolTest::divide, args(1, 0), error_callback(e -> seen.add(Threading.current_thread().name() + e.getMessage())));
    assertThatThrownBy(error::get).isInstanceOf(ValueError.class).hasMessage("division by zero");
    assertThat(seen.get(1).toString()).matches("Thread-\\d+ \\(_handle_results\\)division by zero");
    pool.close();
    pool.join();
  }

  @Test
  void row107_raisingCallback_costsNothingElse() {
    var pool = new Pool(1);
    var raising = pool.apply_async(PoolTest::square, args(2), callback((Integer x) -> { throw new ValueError("callback"); }));
    assertThat(raising.get()).isEqualTo(4);
    assertThat(pool.apply(PoolTest::square, args(3))).isEqualTo(9);
    pool.close();
    pool.join();
  }

  @Test
  void remoteError_hasItsTypeAndTheRemoteTracebackAsCause() {
    var pool = new Pool(1);
    assertThatThrownBy(() -> pool.apply(PoolTest::fail))
        .isInstanceOf(ValueError.class)
        .hasMessage("no")
        .cause()
        .isInstanceOf(RemoteTraceback.class)
        .message()
        .startsWith("\n\"\"\"\nTraceback (most recent call last):\n")
        .contains("in fail\n")
        .endsWith("ValueError: no\n\"\"\"");
    pool.terminate();
  }

  @Test
  void exceptionThatCannotBeRestored_isDescribed() {
    var pool = new Pool(1);
    assertThatThrownBy(() -> pool.apply(PoolTest::raiseStubborn)).hasMessageContaining("Stubborn: stubborn");
    pool.terminate();
  }

  @Test
  void row99_wrongNumbers_raiseValueError() {
    assertThatThrownBy(() -> new Pool(0)).isInstanceOf(ValueError.class).hasMessage("Number of processes must be at least 1");
    assertThatThrownBy(() -> new Pool(maxtasksperchild(0)))
        .isInstanceOf(ValueError.class)
        .hasMessage("maxtasksperchild must be a positive int or None");
  }

  @Test
  void row100_101_closedPool_takesNoWorkAndCanBeJoined() {
    var pool = new Pool(1);
    var late = pool.apply_async(PoolTest::square, args(5));
    assertThatThrownBy(pool::join).isInstanceOf(ValueError.class).hasMessage("Pool is still running");
    pool.close();
    assertThatThrownBy(() -> pool.apply(PoolTest::square, args(1))).isInstanceOf(ValueError.class).hasMessage("Pool not running");
    assertThatThrownBy(pool::enter).isInstanceOf(ValueError.class).hasMessage("Pool not running");
    pool.join();
    assertThat(late.get()).isEqualTo(25);
  }

  @Test
  void row103_lateResult_raisesTimeoutErrorOfThisModule() {
    var pool = new Pool(1);
    var result = pool.apply_async(PoolTest::forever);
    assertThatThrownBy(() -> result.get(0.05)).isInstanceOf(TimeoutError.class).hasMessage("");
    assertThatThrownBy(() -> result.get(timeout(0))).isInstanceOf(TimeoutError.class);
    result.wait_(0.01);
    assertThat(result.ready()).isFalse();
    assertThatThrownBy(result::successful)
        .isInstanceOf(ValueError.class)
        .message()
        .matches("<multiprocessing\\.pool\\.ApplyResult object at 0x[0-9a-f]+> not ready");
    pool.terminate();
    assertThatThrownBy(result::get).isInstanceOf(ProcessError.class).hasMessageContaining("terminated").hasMessageContaining("forever()");
    assertThat(result.successful()).isFalse();
  }

  @Test
  void get_interrupted_raisesKeyboardInterruptAndTheTaskGoesOn() {
    var pool = new Pool(1);
    var result = pool.apply_async(PoolTest::forever);
    var waiting = Threads.startAndAwaitParked(() -> {
      try {
        result.get();
        return "value";
      } catch (pythonic.builtins.KeyboardInterrupt e) {
        return "interrupted, flag " + Thread.currentThread().isInterrupted();
      }
    });
    waiting.interrupt();
    assertThat(waiting.join()).isEqualTo("interrupted, flag false");
    pool.terminate();
  }

  @Test
  void row104_resultThatCannotTravel_raisesMaybeEncodingError() {
    var pool = new Pool(1);
    assertThatThrownBy(() -> pool.apply(PoolTest::unpicklable))
        .isInstanceOf(MaybeEncodingError.class)
        .message()
        .startsWith("Error sending result: '")
        .contains("Reason: 'TypeError(")
        .contains("cannot pickle 'ReentrantLock' object");
    pool.terminate();
  }

  @Test
  void argumentThatCannotTravel_raisesAtTheCall() {
    var pool = new Pool(1);
    assertThatThrownBy(() -> pool.apply_async(PoolTest::square, args(List.of(new ReentrantLock()))))
        .isInstanceOf(TypeError.class)
        .hasMessage("cannot pickle 'ReentrantLock' object: args[0][0]: java.util.concurrent.locks.ReentrantLock");
    pool.terminate();
  }

  @Test
  void row105_workerThatEnds_costsItsTaskAlone() {
    var pool = new Pool(1);
    assertThatThrownBy(() -> pool.apply(PoolTest::exit, args(3)))
        .isInstanceOf(WorkerLostError.class)
        .message()
        .matches("worker process \\d+ ended with exit code 3 while it performed exit\\(\\)");
    assertThatThrownBy(() -> pool.apply(PoolTest::killSelf))
        .isInstanceOf(WorkerLostError.class)
        .message()
        .matches("worker process \\d+ was ended by signal 9 while it performed killSelf\\(\\)");
    assertThat(pool.apply(PoolTest::square, args(4))).isEqualTo(16);
    pool.close();
    pool.join();
  }

  @Test
  void initializer_runsFirstInEachWorker() {
    var pool = new Pool(processes(2), initializer(PoolTest::greet), initargs("hello"));
    assertThat(pool.apply(PoolTest::greeting)).isEqualTo("hello");
    pool.close();
    pool.join();
  }

  @Test
  void initializerThatFails_failsTheTasksAndDoesNotHang() {
    var pool = new Pool(processes(1), initializer(PoolTest::fail));
    assertThatThrownBy(() -> pool.apply(PoolTest::square, args(1)))
        .isInstanceOf(WorkerLostError.class)
        .hasMessageContaining("ended with exit code 1");
    pool.terminate();
  }

  @Test
  void initializerThatCannotTravel_raisesAndLeavesNothing() {
    var lock = new ReentrantLock();
    assertThatThrownBy(() -> new Pool(processes(2), initializer(() -> lock.lock())))
        .isInstanceOf(TypeError.class)
        .hasMessageContaining("cannot pickle 'ReentrantLock' object");
    Threading.enumerate().stream().filter(thread -> thread.name().contains("_handle_")).forEach(pythonic.threading.Thread::join);
    assertThat(Multiprocessing.active_children()).noneMatch(child -> child.name().contains("PoolWorker"));
  }

  @Test
  void maxtasksperchild_replacesTheWorker() {
    var pool = new Pool(processes(1), maxtasksperchild(2));
    var pids = new ArrayList<Long>();
    for (int i = 0; i < 5; i++) {
      pids.add(pool.apply(PoolTest::pid));
    }
    assertThat(new HashSet<>(pids)).hasSize(3);
    assertThat(pids.get(0)).isEqualTo(pids.get(1));
    pool.close();
    pool.join();
  }

  @Test
  void manyTasks_fromManyThreads_eachIsDoneOnce() {
    var pool = new Pool(2);
    var helpers = new ArrayList<Threads.Helper<Integer>>();
    for (int t = 0; t < 4; t++) {
      helpers.add(Threads.start(() -> {
        var results = new ArrayList<AsyncResult<Integer>>();
        for (int i = 0; i < 100; i++) {
          results.add(pool.apply_async(PoolTest::square, args(i)));
        }
        return results.stream().mapToInt(AsyncResult::get).sum();
      }));
    }
    assertThat(helpers.stream().map(Threads.Helper::join)).containsOnly(328350);
    pool.close();
    pool.join();
  }

  @Test
  void terminate_endsBusyWorkersAndFailsWhatIsLeft() {
    var pool = new Pool(2);
    var results = new ArrayList<AsyncResult<?>>();
    for (int i = 0; i < 5; i++) {
      results.add(pool.apply_async(PoolTest::forever));
    }
    pool.terminate();
    for (AsyncResult<?> result : results) {
      assertThatThrownBy(result::get).isInstanceOf(ProcessError.class);
    }
    assertThat(Multiprocessing.active_children()).noneMatch(child -> child.name().contains("PoolWorker"));
  }
}
