package pythonic.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static pythonic.builtins.Keywords.duplex;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pythonic.builtins.BrokenPipeError;
import pythonic.builtins.EOFError;
import pythonic.builtins.OSError;
import pythonic.multiprocessing.connection.Connection;
import pythonic.testing.Waiting;

/** Pipes between processes, and what becomes of them when a process dies. */
final class PipeTest {

  private static String run(Waiting waiting, String... arguments) {
    return waiting.run(PipeProgram.class, arguments);
  }

  @Test
  void row113_oneWay_eachEndRefusesTheOther() {
    var pipe = new Pipe(duplex(false));
    fails(() -> pipe.conn1().send(1), "connection is read-only");
    fails(() -> pipe.conn1().send_bytes(new byte[1]), "connection is read-only");
    fails(() -> pipe.conn2().recv(), "connection is write-only");
    fails(() -> pipe.conn2().poll(), "connection is write-only");
    fails(() -> pipe.conn2().recv_bytes_into(new byte[1]), "connection is write-only");
    assertThat(List.of(pipe.conn1().readable(), pipe.conn1().writable(), pipe.conn2().readable(), pipe.conn2().writable()))
        .containsExactly(true, false, false, true);
    assertThat(pipe.toString()).isEqualTo("(" + pipe.conn1() + ", " + pipe.conn2() + ")");
    pipe.conn2().close();
    fails(() -> pipe.conn2().recv(), "handle is closed");
  }

  private static void fails(Runnable call, String message) {
    assertThatExceptionOfType(OSError.class).isThrownBy(call::run).withMessage(message);
  }

  @Test
  void oneWay_readerGone_sendRaisesAndWaitTells() {
    var pipe = new Pipe(false);
    assertThat(Connection.wait_(List.of(pipe.conn2()), 0)).isEmpty();
    pipe.conn1().close();
    assertThat(Connection.wait_(List.of(pipe.conn2()))).containsExactly(pipe.conn2());
    assertThatExceptionOfType(BrokenPipeError.class).isThrownBy(() -> pipe.conn2().send(1));
  }

  @Test
  void oneWay_messageTooLong_closesTheEnd() {
    var pipe = new Pipe(false);
    pipe.conn2().send_bytes(new byte[5]);
    fails(() -> pipe.conn1().recv_bytes(4), "bad message length");
    assertThat(pipe.conn1().closed()).isTrue();
  }

  @Test
  void otherEndForgotten_isClosedByItself() {
    var pipe = new Pipe();
    Connection kept = pipe.conn1();
    pipe = null;
    while (!kept.poll(0.05)) {
      System.gc(); // a few times may be needed; a pipe that never ends is found by the time limit
    }
    assertThatExceptionOfType(EOFError.class).isThrownBy(kept::recv);
  }

  @ParameterizedTest
  @EnumSource
  void family_allThatHaveAnEnd_talk(Waiting waiting) {
    assertThat(run(waiting, "family")).isEqualTo(
        """
        one and the same True
        hello from the grandchild child end
        [1, 'a']
        False
        itself False
        0 0 0
        """);
  }

  @ParameterizedTest
  @EnumSource
  void row112_lastHolderEndsOrCloses_theOtherEndIsTold(Waiting waiting) {
    assertThat(run(waiting, "ends")).isEqualTo(
        """
        one end True
        refused
        end
        last
        [Errno 32] Broken pipe
        """);
  }

  @ParameterizedTest
  @EnumSource
  void holderKilled_theOtherEndIsTold(Waiting waiting) {
    assertThat(run(waiting, "killed")).isEqualTo(
        """
        ready
        end
        [Errno 32] Broken pipe
        ready True
        next end
        ready
        [Errno 32] Broken pipe
        """);
  }

  @Test
  void largeMessage_bothWays_isWhole() {
    assertThat(run(Waiting.FUTEX, "large")).isEqualTo("True end\n");
  }

  @Test
  void travel_notToAChild_isRefused() {
    assertThat(run(Waiting.FUTEX, "refused")).isEqualTo(
        """
        Connection objects should only be shared between processes through inheritance
        handle is closed
        """);
  }

  @Test
  void manyPipes_areMade() {
    assertThat(run(Waiting.MIXED, "many")).isEqualTo("0\n200\n400\n");
  }

  @ParameterizedTest
  @EnumSource
  void wait_connectionsAndSentinels_tellsWhichIsReady(Waiting waiting) {
    assertThat(run(waiting, "wait")).isEqualTo("3\nTrue ready\n[]\nTrue\n");
  }

  /** More with {@code -Dkills=300}, others with {@code -Dkills.seed=7}. */
  @ParameterizedTest
  @CsvSource({"FUTEX, senders", "MIXED, receivers", "PORTABLE, both"})
  void processesKilledAtAnyMoment_noMessageIsTornAndNobodyHangs(Waiting waiting, String victims) {
    int kills = Integer.getInteger("kills", 8);
    long seed = Long.getLong("kills.seed", System.nanoTime());
    assertThat(run(waiting, "kills", victims, String.valueOf(kills), String.valueOf(seed))).as("seed " + seed)
        .isEqualTo("end\nsurvivors None True\n");
  }
}
