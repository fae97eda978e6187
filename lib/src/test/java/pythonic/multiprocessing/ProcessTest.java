package pythonic.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.group;
import static pythonic.builtins.Keywords.name;
import static pythonic.builtins.Keywords.target;
import static pythonic.builtins.Keywords.timeout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pythonic.builtins.AssertionError;
import pythonic.builtins.AttributeError;
import pythonic.builtins.FileNotFoundError;
import pythonic.builtins.OverflowError;
import pythonic.builtins.PermissionError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.testing.Programs;

final class ProcessTest {

  record Config(Object lock) implements Serializable {}

  static void nothing() {}

  static void take(Object ignored) {}

  private static Programs.Result run(String program) {
    return Programs.run(ProcessProgram.class, program);
  }

  @Test
  void start_runsTargetInChildOfItsOwn() {
    var result = run("facts");
    assertThat(result.out())
        .isEqualTo(
            """
            None None False
            child 7 Process-1 False True MainProcess
            parent's pid is right: True
            0 False True []
            """);
    assertThat(result.err()).isEmpty();
  }

  @Test
  void start_memoryIsNotShared() {
    assertThat(run("memory").out()).isEqualTo("5 [1, 2, 4]\n1 [1, 2]\n");
  }

  @Test
  void row78_startTwice_raisesAssertionError() {
    var process = new Process(target(ProcessTest::nothing));
    process.start();
    assertThatThrownBy(process::start).isInstanceOf(AssertionError.class).hasMessage("cannot start a process twice");
    process.join();
    assertThat(process.exitcode()).isZero();
  }

  @Test
  void row79_joinUnstarted_raisesAssertionError() {
    var process = new Process(target(ProcessTest::nothing));
    assertThatThrownBy(process::join).isInstanceOf(AssertionError.class).hasMessage("can only join a started process");
  }

  @Test
  void row80_childOfDaemon_raisesAssertionError() {
    assertThat(run("daemonChild").out())
        .isEqualTo("AssertionError('daemonic processes are not allowed to have children')\n");
  }

  @Test
  void row81_daemonAfterStartOrNameNotString_raisesAssertionError() {
    var process = new Process(target(ProcessTest::nothing));
    process.start();
    assertThatThrownBy(() -> process.daemon(true)).isInstanceOf(AssertionError.class).hasMessage("process has already started");
    assertThatThrownBy(() -> process.name(5)).isInstanceOf(AssertionError.class).hasMessage("name must be a string");
    process.join();
  }

  @Test
  void row82_close_onlyAfterEnd_thenEveryUseRaisesValueError() {
    var process = new Process(target(ProcessProgram::forever));
    process.start();
    assertThatThrownBy(process::close)
        .isInstanceOf(ValueError.class)
        .hasMessage("Cannot close a process while it is still running. You should first call join() or terminate().");
    process.kill();
    process.join();
    process.close();
    process.close();
    process.daemon(true); // as in Python, which only asks whether it runs
    assertThatThrownBy(process::join).isInstanceOf(ValueError.class).hasMessage("process object is closed");
    assertThatThrownBy(process::is_alive).isInstanceOf(ValueError.class).hasMessage("process object is closed");
  }

  @Test
  void close_mainProcess_doesNothing() {
    Process main = Multiprocessing.current_process();
    main.close();
    assertThat(main.is_alive()).isTrue();
    assertThat(main).hasToString("<_MainProcess name='MainProcess' parent=None started>");
  }

  @Test
  void row83_terminateUnstarted_raisesAttributeError() {
    var process = new Process();
    assertThatThrownBy(process::terminate)
        .isInstanceOf(AttributeError.class)
        .hasMessage("'NoneType' object has no attribute 'terminate'");
  }

  @Test
  void row84_exitcodesAndTextsArePythons() {
    var result = run("exitcodes");
    assertThat(result.out()).isEqualTo("1\n3\n1\n0\n1\n143\n1\n1\n-15 -9\n");
    assertThat(result.err())
        .contains("Process Process-1:\nTraceback (most recent call last):\n", "\nValueError: no\n", "\nmsg\n")
        .contains("TypeError: child() argument 1 must be int, not str\n")
        .contains("TypeError: child() missing 1 required positional argument: 'number'\n");
  }

  @Test
  void row85_namesAndReprsArePythons() {
    assertThat(run("nested").out()).contains("child 1 Process-1:1 False True Process-1\n").endsWith("Process-1:1 0\n");
    var process = new Process(target(ProcessProgram::forever), name("p"), daemon(true));
    long parent = ProcessHandle.current().pid();
    assertThat(process).hasToString("<Process name='p' parent=" + parent + " initial daemon>");
    process.start();
    assertThat(process).hasToString("<Process name='p' pid=" + process.pid() + " parent=" + parent + " started daemon>");
    process.terminate();
    process.join();
    assertThat(process)
        .hasToString("<Process name='p' pid=" + process.pid() + " parent=" + parent + " stopped exitcode=-SIGTERM daemon>");
  }

  @Test
  void row86_childWaitsForItsThreads() {
    assertThat(run("childThreads").out()).isEqualTo("target ends\nchild ends\njoined 0\n");
  }

  @Test
  void subclass_fieldsTravel() {
    assertThat(run("subclass").out()).isEqualTo("hello Ada Greeter-1\n0\n");
  }

  @Test
  void kwargs_bindByName() {
    assertThat(run("keywords").out()).isEqualTo("1 two\n");
  }

  @Test
  void group_other_raisesAssertionError() {
    var before = new Process();
    assertThatThrownBy(() -> new Process(group(1)))
        .isInstanceOf(AssertionError.class)
        .hasMessage("group argument must be None for now");
    assertThat(number(new Process())).as("a process that was not made has no number").isEqualTo(number(before) + 1);
  }

  private static int number(Process process) {
    return Integer.parseInt(process.name().replace("Process-", ""));
  }

  @Test
  void run_inTheParent_callsTheTargetUntilItIsStarted() throws Exception {
    var process = new Process(target(ProcessTest::nothing));
    process.run();
    process.run();
    process.start();
    assertThatThrownBy(process::run).isInstanceOf(AttributeError.class).hasMessage("'Process' object has no attribute '_target'");
    process.join();
    assertThat(process.exitcode()).isZero();
  }

  @Test
  void joinWithTimeout_returnsWhileChildRuns() {
    var process = new Process(target(ProcessProgram::forever));
    process.start();
    process.join(0.05);
    process.join(-1);
    assertThatThrownBy(() -> process.join(Double.NaN)).isInstanceOf(ValueError.class).hasMessage("cannot convert float NaN to integer");
    assertThatThrownBy(() -> process.join(1.0 / 0)).isInstanceOf(OverflowError.class).hasMessage("cannot convert float infinity to integer");
    assertThat(process.is_alive()).isTrue();
    assertThat(process.exitcode()).isNull();
    assertThat(Multiprocessing.active_children()).contains(process);
    process.kill();
    process.join();
    assertThat(Multiprocessing.active_children()).doesNotContain(process);
    process.join(Double.NaN); // as in Python: nobody has to wait
    process.join(timeout(1e300));
  }

  @Test
  void start_argumentThatCannotTravel_namesThePath() {
    var process = new Process(target(ProcessTest::take), args(new Config(new ReentrantLock())));
    assertThatThrownBy(process::start)
        .isInstanceOf(TypeError.class)
        .hasMessage("cannot pickle 'ReentrantLock' object: args[0].lock: java.util.concurrent.locks.ReentrantLock");
    assertThat(process.pid()).isNull();
  }

  @Test
  void start_launcherThatCannotRun_raisesOSErrorAndCanBeTriedAgain() {
    Process process = Multiprocessing.get_context("spawn").Process(target(ProcessTest::nothing));
    for (String launcher : List.of("/nope/java", "/etc/passwd")) {
      Multiprocessing.set_executable(launcher);
      try {
        assertThatThrownBy(process::start).isInstanceOf(launcher.startsWith("/nope") ? FileNotFoundError.class : PermissionError.class)
            .message().matches("\\[Errno \\d+\\] [A-Z][a-z ]+: '" + launcher + "'");
      } finally {
        Multiprocessing.set_executable(Programs.java());
      }
      assertThat(process.pid()).isNull();
    }
    process.start();
    process.join();
    assertThat(process.exitcode()).isZero();
  }

  @Test
  void start_temporaryFolderLiesDeep_works(@TempDir Path folder) throws IOException {
    Path deep = Files.createDirectory(folder.resolve("deep".repeat(30)));
    assertThat(withTemporaryFolder(deep)).extracting(Programs.Result::code, Programs.Result::err).containsExactly(0, "");
    assertThat(withTemporaryFolder(Path.of("/nope")).err()).contains("FileNotFoundError(2, 'No such file or directory')");
  }

  private static Programs.Result withTemporaryFolder(Path folder) {
    return Programs.run(List.of("env", "-u", "XDG_RUNTIME_DIR", Programs.java(), "-Djava.io.tmpdir=" + folder, "-cp", System.getProperty("java.class.path"),
        ProcessProgram.class.getName(), "subclass"));
  }

  @Test
  void exit_daemonsEndAndOthersAreWaitedFor() throws InterruptedException, ExecutionException, TimeoutException {
    var result = run("daemonEnds");
    assertEnds(Long.parseLong(result.out().strip()));
    assertThat(run("joinedAtExit").out()).isEqualTo("main ends\nchild ends\n");
  }

  @Test
  void parentKilled_childrenAndGrandchildrenEnd() throws Exception {
    java.lang.Process parent = Programs.start(ProcessProgram.class, "parentWaits");
    var out = new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8));
    List<Long> pids = pids(out);
    parent.destroyForcibly();
    for (long pid : pids) {
      assertEnds(pid);
    }
  }

  @Test
  void sigterm_endsBusyProgramAndItsChildrenAtOnce() throws Exception {
    java.lang.Process program = Programs.start(ProcessProgram.class, "busy");
    var out = new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
    List<Long> pids = out.lines().takeWhile(line -> !line.equals("ready")).map(Long::valueOf).toList();
    assertThat(pids).hasSize(2);
    program.toHandle().destroy(); // Process.destroy would close the streams too
    assertThat(Programs.finish(program).code()).isEqualTo(128 + 15);
    for (long pid : pids) {
      assertEnds(pid);
    }
  }

  @Test
  void print_ofSeveralProcesses_linesArriveWhole() {
    var result = Programs.run(SpareProgram.class, "lines");
    assertThat(result.err()).isEmpty();
    assertThat(result.out().lines()).hasSize(61).allMatch(line -> line.matches("(.)\\1*") && List.of(1, 100_000).contains(line.length()));
  }

  private static List<Long> pids(BufferedReader out) throws IOException {
    return List.of(out.readLine().split(" ")).stream().map(Long::valueOf).toList();
  }

  private static void assertEnds(long pid) throws InterruptedException, ExecutionException, TimeoutException {
    Optional<ProcessHandle> handle = ProcessHandle.of(pid);
    if (handle.isPresent()) {
      handle.get().onExit().get(30, TimeUnit.SECONDS);
    }
    assertThat(ProcessHandle.of(pid)).isNotPresent();
  }
}
