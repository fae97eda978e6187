package pythonic.threading;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.testing.CPython;
import pythonic.testing.Programs;
import pythonic.testing.Programs.Result;

/** What ends a thread is told once, as CPython tells it. Only the frames of a traceback are each language's own. */
class FailureLikeCPythonTest {

  private static final String OUT =
      """
      plain
      timer
      False
      chain
      interrupt
      exit
      hook
      silent
      end
      """;

  private static final String ERR =
      """
      Exception in thread T:
      Traceback (most recent call last):
      ValueError: x
      Exception in thread Clock:
      Traceback (most recent call last):
      ValueError: x
      Exception in thread T:
      Traceback (most recent call last):
      ValueError: x

      The above exception was the direct cause of the following exception:

      Traceback (most recent call last):
      KeyError: 'k'
      Exception in thread T:
      Traceback (most recent call last):
      KeyboardInterrupt
      Exception in threading.excepthook:
      Traceback (most recent call last):
      KeyError: 'in hook'
      Exception in thread D:
      Traceback (most recent call last):
      ValueError: in daemon
      """;

  private static String withoutFrames(String err) {
    return err.lines().filter(line -> !line.startsWith("  ")).map(String::stripTrailing).collect(joining("\n", "", "\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"platform", "virtual"})
  void failures_areToldOnceAsByCPython(String kind) {
    Result result = Programs.run(FailureProgram.class, kind);
    assertThat(withoutFrames(result.err())).isEqualTo(ERR);
    assertThat(result.out()).isEqualTo(OUT);
    assertThat(result.code()).isZero();
  }

  @Test
  void cpython_whereThereIsOne_tellsTheSame() {
    String told = CPython.find(13).map(python -> python.run(FailureProgram.SCRIPT)).map(Result::err).orElse(ERR);
    assertThat(withoutFrames(told).replaceAll("KeyboardInterrupt: ?\n", "KeyboardInterrupt\n")).isEqualTo(ERR);
  }

  @ParameterizedTest
  @CsvSource({"platform, none", "platform, broken", "virtual, none", "virtual, broken"})
  void standardErrorIsGone_theProcesssOwnTellsIt(String kind, String how) {
    Result result = Programs.run(FailureProgram.class, kind, how);
    assertThat(withoutFrames(result.err())).isEqualTo("Exception in thread T:\nTraceback (most recent call last):\nValueError: x\n");
    assertThat(result.out()).isEqualTo("after\n");
  }
}
