package pythonic.subprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.encode;
import static pythonic.builtins.Keywords.*;
import static pythonic.subprocess.Subprocess.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pythonic.builtins.AttributeError;
import pythonic.builtins.NotImplementedError;
import pythonic.builtins.OSError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;

final class SubprocessTest {

  @TempDir private Path folder;

  @Test
  void theKeywords_sayTheType() {
    CompletedProcess<byte[]> bytes = run(List.of("echo", "a"), capture_output(true));
    CompletedProcess<String> text = run(List.of("echo", "a"), capture_output(true), text(true));
    var pipe = new Popen<>(List.of("echo", "a"), stdout(PIPE), encoding("latin-1"));
    String read = pipe.stdout().read();
    pipe.close();
    byte[] output = check_output("echo a", shell(true));
    assertThat(bytes.stdout()).isEqualTo(encode("a\n")).isEqualTo(output);
    assertThat(text.stdout()).isEqualTo("a\n").isEqualTo(read);
  }

  @Test
  void start200_leavesNoZombie() throws IOException {
    var programs = new ArrayList<Popen<?>>();
    for (int i = 0; i < 200; i++) {
      programs.add(new Popen<>(List.of("true")));
    }
    programs.forEach(Popen::wait_);
    List<Long> pids = programs.stream().map(Popen::pid).toList();
    for (long pid : pids) {
      assertThat(Path.of("/proc/" + pid + "/stat")).satisfiesAnyOf(
          stat -> assertThat(stat).doesNotExist(), // or is another process by now
          stat -> assertThat(ProcessHandle.of(pid).flatMap(ProcessHandle::parent)).isNotEqualTo(ProcessHandle.current()));
    }
  }

  @Test
  void pipes_leaveNoDescriptors() throws IOException {
    run(List.of("true"), capture_output(true), input_(new byte[3]));
    long before = descriptors();
    for (int i = 0; i < 20; i++) {
      run(List.of("cat"), capture_output(true), input_(new byte[3]));
      assertThatThrownBy(() -> run(List.of("nope"), capture_output(true))).isInstanceOf(OSError.class);
    }
    assertThat(descriptors()).isLessThan(before + 20); // other tests' threads may have one or two
  }

  private static long descriptors() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    }
  }

  @Test
  void outputOfGrandchildren_isWaitedFor() {
    assertThat(getoutput("(sleep 0.3; echo late) & echo now")).isEqualTo("now\nlate");
  }

  @Test
  void oneProgramsOutput_isAnothersInput() {
    var first = new Popen<>(List.of("echo", "hello"), stdout(PIPE));
    var second = new Popen<>(List.of("tr", "a-z", "A-Z"), stdin(first.stdout()), stdout(PIPE), text(true));
    first.stdout().close();
    assertThat(second.communicate().stdout()).isEqualTo("HELLO\n");
    first.close();
    second.close();
  }

  @Test
  void files_areReadAndWritten() throws IOException {
    Path in = Files.writeString(folder.resolve("in"), "text");
    Path out = folder.resolve("out");
    call(List.of("cat"), stdin(in), stdout(out));
    assertThat(out).hasContent("text");
    assertThatThrownBy(() -> call(List.of("true"), stdin("x")))
        .isInstanceOf(AttributeError.class).hasMessage("'str' object has no attribute 'fileno'");
    assertThatThrownBy(() -> call(List.of("true"), stdin(12345))).isInstanceOf(OSError.class).hasMessage("[Errno 9] Bad file descriptor");
    assertThatThrownBy(() -> new Popen<>(List.of("true"), stdout(STDOUT))).hasMessage("STDOUT can only be used for stderr");
  }

  @Test
  void outputAndErrors_toOneFile_areBothThere() {
    Path file = folder.resolve("both");
    call("echo a; echo b >&2; echo c", shell(true), stdout(file), stderr(file));
    assertThat(file).hasContent("a\nb\nc\n");
  }

  @Test
  void environmentAndFolder() throws IOException {
    Files.writeString(folder.resolve("tool"), "#!/bin/sh\necho tool $X").toFile().setExecutable(true);
    assertThat(check_output("echo $X:$HOME:$(pwd)", shell(true), env(Map.of("X", "1")), cwd(folder), text(true)))
        .isEqualTo("1::" + folder.toRealPath() + "\n");
    Map<String, String> path = Map.of("PATH", folder.toString(), "X", "2");
    assertThat(check_output(List.of("tool"), env(path), text(true))).isEqualTo("tool 2\n");
    assertThatThrownBy(() -> check_output(List.of("echo"), env(path))).hasMessage("[Errno 2] No such file or directory: 'echo'");
    assertThatThrownBy(() -> call(List.of("true"), env(Map.of("a=b", "c")))).isInstanceOf(ValueError.class).hasMessage("illegal environment variable name");
  }

  @Test
  void wrongArguments_arePythonsErrors() {
    assertThatThrownBy(() -> call(List.of())).hasMessage("list index out of range");
    assertThatThrownBy(() -> call("")).hasMessage("[Errno 13] Permission denied: ''");
    assertThatThrownBy(() -> call(List.of("true\0x"))).hasMessage("embedded null byte");
    assertThatThrownBy(() -> call(List.of("true", 5))).isInstanceOf(TypeError.class).hasMessage("expected str, bytes or os.PathLike object, not int");
    assertThatThrownBy(() -> call(Arrays.asList("true", null))).isInstanceOf(TypeError.class).hasMessage("expected str, bytes or os.PathLike object, not NoneType");
    assertThatThrownBy(() -> call(List.of("true"), cwd(""))).hasMessage("[Errno 2] No such file or directory: ''");
    assertThatThrownBy(() -> call(List.of("true"), user(1.5))).isInstanceOf(TypeError.class).hasMessage("User must be a string or an integer");
    assertThatThrownBy(() -> call(List.of("true"), group(1.5))).hasMessage("Group must be a string or an integer, not <class 'float'>");
    assertThatThrownBy(() -> call(List.of("true"), extra_groups(List.of(1.5)))).hasMessage("Items in extra_groups must be a string or integer, not <class 'float'>");
    assertThatThrownBy(() -> call(List.of("true"), startupinfo(5))).hasMessage("startupinfo is only supported on Windows platforms");
    assertThatThrownBy(() -> call(List.of("true"), creationflags(5))).hasMessage("creationflags is only supported on Windows platforms");
    assertThatThrownBy(() -> call(List.of("true"), user(-1))).isInstanceOf(ValueError.class).hasMessage("User ID cannot be negative, got -1");
    assertThatThrownBy(() -> call(List.of("true"), user("nosuch"))).hasMessage("\"getpwnam(): name not found: 'nosuch'\"");
    assertThatThrownBy(() -> call(List.of("true"), text(true), universal_newlines(false))).isInstanceOf(SubprocessError.class)
        .hasMessage("Cannot disambiguate when both text and universal_newlines are supplied but different. Pass one or the other.");
    assertThatThrownBy(() -> run(List.of("cat"), input_("x"), capture_output(true)))
        .isInstanceOf(TypeError.class).hasMessage("memoryview: a bytes-like object is required, not 'str'");
    assertThatThrownBy(() -> run(List.of("cat"), input_(new byte[1]), text(true), capture_output(true)))
        .isInstanceOf(AttributeError.class).hasMessage("'bytes' object has no attribute 'encode'");
    assertThatThrownBy(() -> run(List.of("cat"), input_("x"))).isInstanceOf(TypeError.class).hasMessage("a bytes-like object is required, not 'str'");
    assertThatThrownBy(() -> run(List.of("cat"), input_(new byte[1]), text(true)))
        .isInstanceOf(TypeError.class).hasMessage("write() argument must be str, not bytes");
  }

  @Test
  void whatJavaCannotDo_saysSo() {
    assertThatThrownBy(() -> call(List.of("true"), preexec_fn((Runnable) () -> {}))).isInstanceOf(NotImplementedError.class);
    assertThatThrownBy(() -> call(List.of("true"), pass_fds(List.of(5)))).isInstanceOf(NotImplementedError.class);
    assertThatThrownBy(() -> call(List.of("true"), process_group(0))).isInstanceOf(NotImplementedError.class);
  }

  @Test
  void sessionAndUmask() {
    assertThat(check_output("ps -o sid= -p $$", shell(true), start_new_session(true), text(true)).strip()).matches("\\d+");
    var p = new Popen<>("ps -o sid= -p $$", shell(true), start_new_session(true), stdout(PIPE), text(true));
    assertThat(p.communicate().stdout().strip()).isEqualTo(Long.toString(p.pid()));
    p.close();
    assertThat(check_output("umask", shell(true), umask(0027), text(true))).isEqualTo("0027\n");
    assertThatThrownBy(() -> call(List.of("nope"), umask(0))).hasMessage("[Errno 2] No such file or directory: 'nope'");
  }

  @Test
  void signals_byNumber() {
    try (var p = new Popen<>(List.of("sleep", "50"))) {
      p.send_signal(0);
      assertThatThrownBy(() -> p.send_signal(99)).isInstanceOf(OSError.class).hasMessage("[Errno 22] Invalid argument");
      p.send_signal(2);
      assertThat(p.wait_()).isEqualTo(-2);
    }
  }

  @Test
  void decoding_errors() {
    String bytes = "printf '\\377a'";
    assertThatThrownBy(() -> run(bytes, shell(true), capture_output(true), text(true)))
        .hasMessage("'utf-8' codec can't decode byte 0xff in position 0: invalid start byte");
    assertThat(run(bytes, shell(true), capture_output(true), errors("replace")).stdout()).isEqualTo("\ufffda");
    assertThat(run(bytes, shell(true), capture_output(true), errors("ignore")).stdout()).isEqualTo("a");
    assertThat(run(bytes, shell(true), capture_output(true), errors("backslashreplace")).stdout()).isEqualTo("\\xffa");
    assertThat(run(bytes, shell(true), capture_output(true), encoding("latin-1")).stdout()).isEqualTo("ÿa");
    assertThatThrownBy(() -> run(bytes, shell(true), capture_output(true), encoding("nosuch"))).hasMessage("unknown encoding: nosuch");
  }

  /** As many bytes that stand for nothing as there are: each gets four characters. */
  @Test
  void decoding_growsWhatItReads() {
    String command = "printf '\\377\\376\\375\\374\\373\\372'; head -c 9000 /dev/zero | tr '\\0' '\\377'";
    assertThat(run(command, shell(true), capture_output(true), errors("backslashreplace")).stdout()).hasSize(4 * 9006);
    assertThat(run(command, shell(true), capture_output(true), errors("surrogateescape")).stdout()).hasSize(9006).startsWith("\udcff\udcfe");
    assertThat(run(List.of("cat"), input_("a\udcff"), stdout(PIPE), errors("surrogateescape"), encoding("ascii")).stdout()).isEqualTo("a\udcff");
  }

  @Test
  void checkOutput_inputNone_isEmptyInput() {
    assertThat(check_output(List.of("cat"), input_((byte[]) null))).isEmpty();
    assertThat(check_output(List.of("cat"), input_((String) null), text(true))).isEmpty();
    assertThatThrownBy(() -> check_output(List.of("cat"), input_((byte[]) null), stdin(DEVNULL)))
        .hasMessage("stdin and input arguments may not both be used.");
  }

  @Test
  void results_writeThemselves() {
    assertThat(run(List.of("sh", "-c", "echo a; echo b >&2"), capture_output(true)))
        .hasToString("CompletedProcess(args=['sh', '-c', 'echo a; echo b >&2'], returncode=0, stdout=b'a\\n', stderr=b'b\\n')");
    assertThat(getstatusoutput("echo a; exit 3")).hasToString("(3, 'a')");
    assertThat(list2cmdline(List.of("a b", "c\"d", "", "e\\", "f\\ g\\"))).isEqualTo("\"a b\" c\\\"d \"\" e\\ \"f\\ g\\\\\"");
    assertThat(list2cmdline(List.of(encode("a b"), Path.of("/c")))).isEqualTo("\"a b\" /c");
    assertThatThrownBy(() -> list2cmdline(List.of(5))).isInstanceOf(TypeError.class).hasMessage("expected str, bytes or os.PathLike object, not int");
    assertThatThrownBy(() -> new CompletedProcess<>(List.of("a"), 1, "o", "e").check_returncode())
        .hasToString("CalledProcessError(1, ['a'], 'o', 'e')");
    try (var p = new Popen<>(List.of("true"))) {
      assertThat(p).hasToString("<Popen: returncode: None args: ['true']>");
      p.wait_();
      assertThat(p).hasToString("<Popen: returncode: 0 args: ['true']>");
    }
  }
}
