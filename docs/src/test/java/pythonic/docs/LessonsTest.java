package pythonic.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each lesson's script and its port print the same, and that is what is recorded. */
@Timeout(300)
final class LessonsTest {

  private static final Optional<Python> PYTHON = Python.newest();

  static List<Lesson> lessons() {
    return Lessons.all();
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void script_run_printsWhatIsRecorded(Lesson lesson) {
    if (!lesson.neededModule().isEmpty()) {
      Optional<Python> having = Python.having(lesson.neededModule());
      if (having.isPresent()) {
        assertPrintsWhatIsRecorded(lesson, Run.python(having.get().path(), lesson.script()));
      } else {
        System.out.printf("%s: no Python with %s: the recorded output stands for it.%n", lesson, lesson.neededModule());
        assertThat(lesson.expected()).isNotEmptyFile();
      }
      return;
    }
    if (PYTHON.isEmpty() || PYTHON.get().minor() < lesson.neededPython()) {
      // The port is still compared with the recorded output.
      System.out.printf(
          "%s: the script needs Python 3.%d or newer, found %s: the recorded output stands for it.%n",
          lesson, lesson.neededPython(), PYTHON.map(Python::toString).orElse("none"));
      assertThat(lesson.expected()).isNotEmptyFile();
      return;
    }
    Run run = Run.python(PYTHON.get().path(), lesson.script());
    assertPrintsWhatIsRecorded(lesson, run);
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void port_run_printsWhatIsRecorded(Lesson lesson) {
    assertPrintsWhatIsRecorded(lesson, Run.java(System.getProperty("java.class.path"), lesson.className()));
  }

  /** A lesson that runs by itself, {@code java -cp <the pythonic jar and its dependencies> Lesson05.java}. */
  @ParameterizedTest
  @MethodSource("lessons")
  void port_runFromItsSource_printsWhatIsRecorded(Lesson lesson) {
    assertPrintsWhatIsRecorded(lesson, Run.java(ClassPath.of(lesson), lesson.port().toString()));
  }

  private static void assertPrintsWhatIsRecorded(Lesson lesson, Run run) {
    assertThat(run.exitCode()).as("exit code of %s%n%s", lesson, run).isZero();
    assertThat(FreeOrder.sorted(lesson, run.stdout()))
        .as("%s, see %s; stderr:%n%s", lesson, lesson.expected(), run.stderr())
        .isEqualTo(FreeOrder.sorted(lesson, Lesson.text(lesson.expected())));
  }
}
