package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import pythonic.testing.Programs;
import pythonic.testing.Programs.Result;

/** A virtual thread that waits leaves its carrier to the others. */
class PinningTest {

  private static final int WAITS = 22;

  private static Result run(String what) {
    return Programs.run(List.of(
        Programs.java(),
        "-Djdk.virtualThreadScheduler.parallelism=1",
        "-Djdk.virtualThreadScheduler.maxPoolSize=1",
        "-cp", System.getProperty("java.class.path"),
        PinningProgram.class.getName(), what));
  }

  @Test
  void everyCallThatWaits_onTheOnlyCarrier_letsOthersGoOn() {
    Result result = run("calls");
    List<String> lines = result.out().lines().toList();
    assertThat(lines).as(result.err()).hasSize(WAITS + 1).last().as(result.err()).isEqualTo("pinned 0");
    assertThat(lines.subList(0, WAITS)).allMatch(line -> line.endsWith(" ok"));
    assertThat(result.code()).isZero();
  }

  @Test
  void aThreadThatIsPinned_isSeenByThisTest() {
    Result result = run("pinning");
    // Once or more: a wait parks again when the system has let it go too early.
    assertThat(result.out()).matches("False\npinned [1-9]\\d*\n");
  }
}
