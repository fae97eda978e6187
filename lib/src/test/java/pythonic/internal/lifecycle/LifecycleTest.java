package pythonic.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pythonic.testing.Programs;
import pythonic.testing.Programs.Result;

class LifecycleTest {

  private static final List<String> AT_EXIT = List.of("pool second True", "pool first", "atexit second", "atexit first");

  private static Result run(String way) {
    return Programs.run(ExitProgram.class, way);
  }

  @Test
  void row45_mainReturns_threadsThenPoolsThenAtexit() {
    Result result = run("return");
    assertThat(result.out().lines()).containsExactly(
        "thread", "pool second True", "pool first", "atexit second", "atexit first");
    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
  }

  @Test
  void row45_sysExit_poolsThenThreadsThenAtexit() {
    Result result = run("exit-with-thread");
    assertThat(result.out().lines()).containsExactly(
        "pool second True", "pool first", "thread", "atexit second", "atexit first");
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"none,0,''", "null,0,''", "true,1,''", "big,3,''", "message,1,message", "float,1,1.5", "in-thread,0,''"})
  void row84_sysExit_endsWithPythonsCodeAndText(String way, int code, String message) {
    Result result = run(way);
    assertThat(result.err().strip()).isEqualTo(message);
    assertThat(result.code()).isEqualTo(code);
    assertThat(result.out().lines()).containsExactlyElementsOf(AT_EXIT);
  }

  @Test
  void sysExit_caughtAndAnotherErrorLeavesMain_isJavasBusiness() {
    Result result = run("other-error");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).startsWith("Exception in thread \"main\" ").contains("after exit was caught");
  }

  @Test
  void sysExit_mainHasAHandlerOfItsOwn_thatIsUsed() {
    Result result = run("own-handler");
    assertThat(result.out().lines()).first().isEqualTo("own handler 3");
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void osExit_doesNothingAtExit() {
    Result result = run("halt");
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void actions_thatFail_areToldAndDoNotKeepOthersFromBeingDone() {
    Result result = run("bad-atexit");
    assertThat(result.out().lines()).containsExactlyElementsOf(AT_EXIT);
    assertThat(result.code()).isZero();
    assertThat(result.err())
        .contains("Exception ignored in atexit callback <function bad>:\nTraceback (most recent call last):\n")
        .contains("Exception ignored in atexit callback <function leave>:\n")
        .contains("\nValueError: bad\n").contains("\nSystemExit: 9\n");
  }

  @Test
  void beforeExit_whileExiting_raisesRuntimeError() {
    assertThat(run("late").out().lines()).contains("can't register atexit after shutdown").doesNotContain("never");
  }

  @Test
  void sysExit_sourceLauncher_endsWithPythonsCodeAndNoTrace(@TempDir Path folder) throws IOException {
    Path source = folder.resolve("Lesson.java");
    Files.writeString(source, "void main() { pythonic.sys.Sys.exit(\"bye\"); }\n");
    Result result =
        Programs.run(List.of(Programs.java(), "-cp", System.getProperty("java.class.path"), source.toString()));
    assertThat(result.err()).isEqualTo("bye\n");
    assertThat(result.code()).isEqualTo(1);
  }
}
