package pythonic.multiprocessing.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pythonic.testing.Waiting;

/** Connections of sockets in other processes. */
final class HandOverTest {

  @ParameterizedTest
  @EnumSource
  void connectionOfASocket_handedToAProcess_isUsedThere(Waiting waiting) {
    assertThat(waiting.run(HandOverProgram.class)).isEqualTo(
        """
        Connection objects should only be shared between processes through inheritance
        before it was handed over
        first in a child
        host
        3145728
        in a grandchild True
        end 0
        last
        told of the end
        0
        handle is closed
        1000
        """);
  }
}
