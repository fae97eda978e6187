package pythonic.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pythonic.testing.Waiting;

/** Queues between processes, and what becomes of them when a process dies. */
final class SharedQueuesTest {

  private static String run(Waiting waiting, String... arguments) {
    return waiting.run(QueuesProgram.class, arguments);
  }

  @ParameterizedTest
  @EnumSource
  void talk_byEachKind_reachesTheGrandchild(Waiting waiting) {
    assertThat(run(waiting, "talk")).isEqualTo("ready\n['got', 1]\n10 0\n0 True True True\n");
  }

  @Test
  void putterEndsOrIsKilled_itsItemsStayAndTheirFilesGo() {
    assertThat(run(Waiting.PORTABLE, "outlive")).isEqualTo(
        """
        0 1000 True
        11475760 True 0
        9 1000 True
        11475760 True 0
        """);
  }

  @Test
  void shutdown_byOneProcess_isToldToAll() {
    assertThat(run(Waiting.MIXED, "shutdown")).isEqualTo("put\ntold 1\nshut down\n0\n");
  }

  @ParameterizedTest
  @EnumSource
  void threads_virtualAreWokenAndPlatformIsInterrupted(Waiting waiting) {
    assertThat(run(waiting, "threads")).isEqualTo("virtual got 1\ninterrupted\ngot 0, got 1, got 2 3\n");
  }

  /** More with {@code -Dkills=300}, others with {@code -Dkills.seed=7}. */
  @ParameterizedTest
  @EnumSource
  void processesKilledAtAnyMoment_eachItemComesOnce(Waiting waiting) {
    int kills = Integer.getInteger("kills", 8);
    long seed = Long.getLong("kills.seed", System.nanoTime());
    assertThat(run(waiting, "kills", String.valueOf(kills), String.valueOf(seed))).as("seed " + seed).isEqualTo(
        """
        True missing True twice 0 early 0 torn 0 tasks True
        survivors None 0 0
        """);
  }
}
