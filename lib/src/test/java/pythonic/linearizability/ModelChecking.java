package pythonic.linearizability;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jspecify.annotations.NullUnmarked;

/**
 * Looks at many schedules of a few threads, by Lincheck's model checker: it runs one thread at a time, and decides at each
 * read, write, lock and park of what they share who goes on. What fails is told with the schedule, step by step, and fails
 * again at the next run.
 */
@NullUnmarked
final class ModelChecking {

  /** How many times as many cases as usual: {@code -Dlincheck.times=20}. */
  private static final int TIMES = Integer.getInteger("lincheck.times", 1);

  /** Schedules of one case, or of one program. */
  private static final int SCHEDULES = 50;

  private static final int CASES = 6;

  private ModelChecking() {}

  /**
   * Holds if random calls of the operations of a class, by two threads at once, always give what the same calls give one
   * after the other, in some order that keeps each thread's own.
   */
  static void assertLinearizable(Class<?> operations) {
    assertThatCode(() -> options().check(operations)).doesNotThrowAnyException();
  }

  /** Holds if the checker finds calls that are not linearizable: it can tell. */
  static void assertNotLinearizable(Class<?> operations) {
    assertThatThrownBy(() -> options().check(operations))
        .isInstanceOf(LincheckAssertionError.class)
        .hasMessageContaining("Invalid execution results");
  }

  /**
   * Holds if a program that starts threads of its own ends, without an error, under each schedule that is tried. The checker
   * takes what only locals and captured variables lead to for one thread's own, and does not interrupt a thread there: what
   * threads share must be reached by a static field.
   */
  static void assertEndsWell(Runnable program) {
    assertThatCode(() -> Lincheck.runConcurrentTest(2 * SCHEDULES * TIMES, program)).doesNotThrowAnyException();
  }

  /** Holds if the checker finds a schedule under which the program fails or hangs, and says so by these words. */
  static void assertFails(String words, Runnable program) {
    assertThatThrownBy(() -> Lincheck.runConcurrentTest(SCHEDULES * CASES, program))
        .isInstanceOf(LincheckAssertionError.class)
        .hasMessageContaining(words);
  }

  private static ModelCheckingOptions options() {
    return new ModelCheckingOptions()
        .threads(2)
        .actorsPerThread(2)
        .actorsBefore(1)
        .actorsAfter(1)
        .iterations(CASES * TIMES)
        .invocationsPerIteration(SCHEDULES);
  }
}
