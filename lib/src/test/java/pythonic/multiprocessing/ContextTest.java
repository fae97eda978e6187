package pythonic.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.allow_none;
import static pythonic.builtins.Keywords.force;
import static pythonic.builtins.Keywords.target;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pythonic.builtins.AssertionError;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.ValueError;
import pythonic.multiprocessing.context.BaseContext;
import pythonic.testing.Programs;

final class ContextTest {

  @BeforeEach
  @AfterEach
  void reset() {
    Multiprocessing.set_start_method(null, true);
  }

  static void nothing() {}

  static int one() {
    return 1;
  }

  @Test
  void getAllStartMethods_beginsWithTheDefault() {
    assertThat(Multiprocessing.get_all_start_methods()).containsExactly("forkserver", "spawn");
    assertThat(Multiprocessing.get_start_method(true)).isNull();
    assertThat(Multiprocessing.get_start_method(allow_none(true))).isNull();
    assertThat(Multiprocessing.get_start_method()).isEqualTo("forkserver");
    assertThat(Multiprocessing.get_start_method(true)).isEqualTo("forkserver");
  }

  @Test
  void row87_setStartMethodTwiceOrUnknown_raises() {
    assertThatThrownBy(() -> Multiprocessing.set_start_method("nope"))
        .isInstanceOf(ValueError.class)
        .hasMessage("cannot find context for 'nope'");
    Multiprocessing.set_start_method("spawn");
    assertThat(Multiprocessing.get_start_method()).isEqualTo("spawn");
    assertThatThrownBy(() -> Multiprocessing.set_start_method("forkserver"))
        .isInstanceOf(RuntimeError.class)
        .hasMessage("context has already been set");
    Multiprocessing.set_start_method("forkserver", force(true));
    assertThat(Multiprocessing.get_start_method()).isEqualTo("forkserver");
    reset();
    Multiprocessing.set_start_method(null); // the default, as in Python
    assertThat(Multiprocessing.get_start_method(true)).isEqualTo("forkserver");
    assertThatThrownBy(() -> Multiprocessing.set_start_method("spawn")).isInstanceOf(RuntimeError.class);
  }

  @Test
  void row87_setStartMethodAfterItWasAskedFor_raises() {
    assertThat(Multiprocessing.get_context()).isSameAs(Multiprocessing.get_context("forkserver"));
    assertThatThrownBy(() -> Multiprocessing.set_start_method("spawn")).isInstanceOf(RuntimeError.class);
  }

  @Test
  void fork_isRefusedWithPythonsText() {
    assertThatThrownBy(() -> Multiprocessing.get_context("fork"))
        .isInstanceOf(ValueError.class)
        .hasMessage("cannot find context for 'fork'");
    assertThatThrownBy(() -> Multiprocessing.set_start_method("fork")).isInstanceOf(ValueError.class);
  }

  @Test
  void concreteContext_keepsItsMethod() {
    BaseContext spawn = Multiprocessing.get_context("spawn");
    assertThat(spawn.get_start_method()).isEqualTo("spawn");
    assertThat(spawn.get_context()).isSameAs(spawn);
    assertThat(spawn.get_context("forkserver").get_start_method()).isEqualTo("forkserver");
    assertThatThrownBy(() -> spawn.set_start_method("spawn"))
        .isInstanceOf(ValueError.class)
        .hasMessage("cannot set start method of concrete context");
    assertThat(spawn.toString()).matches("<multiprocessing.context.SpawnContext object at 0x[0-9a-f]+>");
  }

  @Test
  void row85_processesOfAContext_areNamedAfterIt() {
    Process spawned = Multiprocessing.get_context("spawn").Process(target(ContextTest::nothing));
    assertThat(spawned.name()).matches("SpawnProcess-\\d+");
    assertThat(spawned.toString()).startsWith("<SpawnProcess name='SpawnProcess-");
    Process served = Multiprocessing.get_context("forkserver").Process(target(ContextTest::nothing));
    assertThat(served.name()).matches("ForkServerProcess-\\d+");
    for (Process process : new Process[] {spawned, served}) {
      process.start();
      process.join();
      assertThat(process.exitcode()).isZero();
    }
  }

  static String name() {
    return Multiprocessing.current_process().name();
  }

  @Test
  void contextsPoolAndManager_startTheirProcessesInItsWay() {
    BaseContext spawn = Multiprocessing.get_context("spawn");
    try (var pool = spawn.Pool(1)) {
      assertThat(pool.apply(ContextTest::name)).matches("SpawnPoolWorker-\\d+");
    }
    try (var manager = spawn.Manager()) {
      assertThat(manager.list()).isEmpty();
    }
    assertThat(spawn.current_process()).isSameAs(Multiprocessing.current_process());
  }

  @Test
  void child_takesOverStartMethodAndArguments() {
    assertThat(Programs.run(ContextProgram.class, "inherits").out()).isEqualTo("spawn True ['lesson', 'x'] context has already been set\nforkserver\n");
  }

  @Test
  void row88_withoutMainGuard_works() {
    assertThat(Programs.run(ContextProgram.class, "guard").out()).isEqualTo("main\nchild\n");
  }

  @Test
  void logToStderr_tellsOfProcessesInPythonsForm() {
    var result = Programs.run(ContextProgram.class, "logs");
    assertThat(result.out()).isEqualTo("<Logger multiprocessing (INFO)>\n");
    assertThat(result.err().lines().filter(line -> line.startsWith("[")))
        .containsExactlyInAnyOrder(
            "[INFO/Process-1] child process calling self.run()", "[WARNING/Process-1] in child",
            "[INFO/Process-1] process exiting with exitcode 3", "[INFO/Process-1] process shutting down", "[Level 25/MainProcess] sub", "[CRITICAL/MainProcess] end",
            "[INFO/MainProcess] process shutting down", "[INFO/MainProcess] calling terminate() for daemon Process-2",
            "[INFO/MainProcess] calling join() for process Process-2");
  }

  @Test
  void row86_childRunsItsOwnAtexitHandlers_parentsDoNotRunInIt() {
    assertThat(Programs.run(ContextProgram.class, "atexit").out()).isEqualTo("child's\njoined\nparent's\n");
  }

  @Test
  void interrupt_raisesKeyboardInterruptInTheChildsMainThread() {
    var result = Programs.run(ContextProgram.class, "interrupt");
    assertThat(result.out()).isEqualTo("cleaned up\n0\n1\n");
    assertThat(result.err()).contains("Process Process-2:\n", "KeyboardInterrupt\n");
  }

  @Test
  void row79_whoIsNoChild_isNeitherStartedNorJoined() {
    Process self = Multiprocessing.current_process();
    assertThatThrownBy(self::join).isInstanceOf(AssertionError.class).hasMessage("can only join a child process");
    assertThatThrownBy(self::start)
        .isInstanceOf(AssertionError.class)
        .hasMessage("can only start a process object created by current process");
    assertThat(self.is_alive()).isTrue();
    assertThat(self.exitcode()).isNull();
    assertThat(self).hasToString("<_MainProcess name='MainProcess' parent=None started>");
  }

  @Test
  void row83_sentinel_becomesReadyWithTheEnd() throws InterruptedException {
    var process = new Process(target(ContextTest::nothing));
    assertThatThrownBy(process::sentinel).isInstanceOf(ValueError.class).hasMessage("process not started");
    process.start();
    Sentinel sentinel = process.sentinel();
    assertThat(process.sentinel()).isSameAs(sentinel);
    var ended = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    Runnable forgotten = never::countDown;
    sentinel.add_callback(forgotten);
    sentinel.remove_callback(forgotten);
    sentinel.add_callback(ended::countDown);
    process.join();
    assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(sentinel.is_ready()).isTrue();
    var late = new CountDownLatch(1);
    sentinel.add_callback(late::countDown);
    assertThat(late.getCount()).isZero();
    assertThat(never.getCount()).isEqualTo(1);
    process.close();
    assertThatThrownBy(process::sentinel).isInstanceOf(ValueError.class).hasMessage("process object is closed");
  }
}
