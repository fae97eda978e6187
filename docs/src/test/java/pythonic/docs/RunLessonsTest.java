package pythonic.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RunLessonsTest {

  @Test
  void run_numbers_runsThoseInThatOrder() {
    Run run = runLessons("7", "lesson02");
    assertThat(run.exitCode()).isZero();
    assertThat(run.stdout())
        .startsWith("Lesson 07: BoundedSemaphore, at most five at a time (1 of 2)\nserved: 20\n")
        .contains("\n\nLesson 02: a Thread subclass with run(), its arguments through the constructor (2 of 2)\n")
        .endsWith("\n2 lessons ran, all went well.\n");
  }

  @Test
  void run_unknownNumber_saysWhichThereAre() {
    Run run = runLessons("99");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.stderr()).startsWith("There is no lesson '99'. The lessons are:\n  01  ten threads from a target with an argument\n");
  }

  @Test
  void run_noNumber_saysWhichThereAre() {
    assertThat(runLessons("five").exitCode()).isEqualTo(2);
  }

  @Test
  void named_nothingOrAll_areAll() {
    assertThat(Lessons.named()).isEqualTo(Lessons.all());
    assertThat(Lessons.named("all")).isEqualTo(Lessons.all());
  }

  @Test
  void named_anySpelling_isThatLesson() {
    assertThat(Lessons.named("5", "05", "lesson05", "Lesson05.java", "lesson05.py", "4,6"))
        .extracting(Lesson::number)
        .containsExactly("05", "05", "05", "05", "05", "04", "06");
  }

  private static Run runLessons(String... arguments) {
    var all = new String[arguments.length + 1];
    all[0] = RunLessons.class.getName();
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Run.java(System.getProperty("java.class.path"), all);
  }
}
