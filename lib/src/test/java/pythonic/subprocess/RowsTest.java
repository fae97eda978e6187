package pythonic.subprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.capture_output;
import static pythonic.builtins.Keywords.check;
import static pythonic.builtins.Keywords.cwd;
import static pythonic.builtins.Keywords.input_;
import static pythonic.builtins.Keywords.shell;
import static pythonic.builtins.Keywords.stderr;
import static pythonic.builtins.Keywords.stdin;
import static pythonic.builtins.Keywords.stdout;
import static pythonic.builtins.Keywords.text;
import static pythonic.builtins.Keywords.timeout;
import static pythonic.subprocess.Subprocess.DEVNULL;
import static pythonic.subprocess.Subprocess.PIPE;
import static pythonic.subprocess.Subprocess.run;

import java.util.List;
import org.junit.jupiter.api.Test;
import pythonic.builtins.FileNotFoundError;
import pythonic.builtins.NotADirectoryError;
import pythonic.builtins.PermissionError;
import pythonic.builtins.TimeoutError;
import pythonic.builtins.ValueError;

/** The rows 135 to 140 of the table of Python's behaviour. */
final class RowsTest {

  private static final List<String> SLEEP = List.of("sleep", "50");

  @Test
  void row135_popenMissing_raisesFileNotFoundError() {
    assertThatThrownBy(() -> new Popen<>(List.of("nope")))
        .isInstanceOf(FileNotFoundError.class).hasMessage("[Errno 2] No such file or directory: 'nope'");
    assertThatThrownBy(() -> new Popen<>("ls -l")).isInstanceOf(FileNotFoundError.class);
  }

  @Test
  void row135_popenBadFolder_namesTheFolder() {
    assertThatThrownBy(() -> new Popen<>(List.of("true"), cwd("/nope")))
        .isInstanceOf(FileNotFoundError.class).hasMessage("[Errno 2] No such file or directory: '/nope'");
    assertThatThrownBy(() -> new Popen<>(List.of("true"), cwd("/etc/passwd")))
        .isInstanceOf(NotADirectoryError.class).hasMessage("[Errno 20] Not a directory: '/etc/passwd'");
  }

  @Test
  void row135_popenNotExecutable_raisesPermissionError() {
    assertThatThrownBy(() -> new Popen<>(List.of("/etc/passwd")))
        .isInstanceOf(PermissionError.class).hasMessage("[Errno 13] Permission denied: '/etc/passwd'");
  }

  @Test
  void row136_returncode_isNoneWhileRunning_andMinusTheSignal() {
    try (var p = new Popen<>(SLEEP)) {
      assertThat(p.returncode()).isNull();
      assertThat(p.poll()).isNull();
      p.kill();
      assertThat(p.wait_()).isEqualTo(-9);
      assertThat(p.returncode()).isEqualTo(-9);
      assertThat(p.poll()).isEqualTo(-9);
      assertThat(p.poll()).isEqualTo(-9);
    }
  }

  @Test
  void row136_signalsAfterTheEnd_doNothing() {
    try (var p = new Popen<>(List.of("true"))) {
      p.wait_();
      p.terminate();
      p.kill();
      p.send_signal(15);
      p.send_signal(99);
      assertThat(p.poll()).isZero();
    }
  }

  @Test
  void row137_check_raisesCalledProcessError() {
    assertThatThrownBy(() -> run(List.of("false"), check(true)))
        .isInstanceOf(CalledProcessError.class)
        .hasMessage("Command '['false']' returned non-zero exit status 1.")
        .hasToString("CalledProcessError(1, ['false'])");
    assertThatThrownBy(() -> run("kill -9 $$", shell(true), check(true)))
        .hasMessage("Command 'kill -9 $$' died with <Signals.SIGKILL: 9>.");
    assertThat(new CalledProcessError(-40, List.of("x"))).hasMessage("Command '['x']' died with unknown signal 40.");
    assertThat(new CalledProcessError(0, List.of("x"))).hasMessage("Command '['x']' returned non-zero exit status 0.");
  }

  @Test
  void row138_timeouts_raiseTimeoutExpired_whichIsNoTimeoutError() {
    try (var p = new Popen<>(SLEEP)) {
      assertThatThrownBy(() -> p.wait_(0.05))
          .isInstanceOf(SubprocessError.class).isInstanceOf(TimeoutExpired.class).isNotInstanceOf(TimeoutError.class)
          .hasMessage("Command '['sleep', '50']' timed out after 0.05 seconds")
          .hasToString("TimeoutExpired(['sleep', '50'], 0.05)");
      assertThatThrownBy(() -> p.wait_(0)).hasMessage("Command '['sleep', '50']' timed out after 0 seconds");
      assertThatThrownBy(() -> p.wait_(timeout(-1))).hasMessage("Command '['sleep', '50']' timed out after -1 seconds");
      p.kill();
    }
  }

  @Test
  void row138_run_killsWhenTheTimeIsOver() {
    var before = ProcessHandle.current().children().toList();
    assertThatThrownBy(() -> run(SLEEP, timeout(0.05)))
        .isInstanceOf(TimeoutExpired.class).hasMessage("Command '['sleep', '50']' timed out after 0.05 seconds");
    assertThat(ProcessHandle.current().children().filter(child -> !before.contains(child))).isEmpty();
  }

  @Test
  void row138_communicate_doesNotKill_andASecondCallGoesOn() {
    try (var p = new Popen<>(List.of("sh", "-c", "echo hello; read x; echo $x; cat"), stdin(PIPE), stdout(PIPE), text(true))) {
      assertThatThrownBy(() -> p.communicate(timeout(0.0))).isInstanceOf(TimeoutExpired.class);
      assertThat(p.communicate()).hasToString("('hello\\n\\n', None)");
      assertThat(p.communicate()).hasToString("('hello\\n\\n', None)");
    }
  }

  @Test
  void row138_communicateWithInputTwice_raisesValueError() {
    try (var p = new Popen<>(List.of("sh", "-c", "echo hello; sleep 0.5; cat"), stdin(PIPE), stdout(PIPE))) {
      assertThatThrownBy(() -> p.communicate("x".getBytes(java.nio.charset.StandardCharsets.UTF_8), 0.2)).isInstanceOf(TimeoutExpired.class);
      assertThatThrownBy(() -> p.communicate(new byte[] {1}))
          .isInstanceOf(ValueError.class).hasMessage("Cannot send input after starting communication");
      assertThat(p.communicate()).hasToString("(b'hello\\nx', None)");
    }
  }

  @Test
  void row139_clashes_raiseValueError() {
    assertThatThrownBy(() -> run(List.of("cat"), input_(new byte[1]), stdin(PIPE)))
        .isInstanceOf(ValueError.class).hasMessage("stdin and input arguments may not both be used.");
    assertThatThrownBy(() -> run(List.of("cat"), capture_output(true), stderr(DEVNULL)))
        .isInstanceOf(ValueError.class).hasMessage("stdout and stderr arguments may not be used with capture_output.");
    assertThatThrownBy(() -> Subprocess.check_output(List.of("cat"), stdout(PIPE)))
        .isInstanceOf(ValueError.class).hasMessage("stdout argument not allowed, it will be overridden.");
    assertThatThrownBy(() -> Subprocess.check_output(List.of("cat"), check(true)))
        .isInstanceOf(ValueError.class).hasMessage("check argument not allowed, it will be overridden.");
  }

  @Test
  void row140_close_closesThePipesAndWaits() {
    var p = new Popen<>(List.of("cat"), stdin(PIPE), stdout(PIPE), stderr(PIPE));
    try (p) {
      assertThat(p.poll()).isNull();
    }
    assertThat(p.returncode()).isZero();
    assertThat(List.of(p.stdin().closed(), p.stdout().closed(), p.stderr().closed())).containsOnly(true);
  }
}
