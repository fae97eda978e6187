package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pythonic.internal.waiting.Strand;
import pythonic.testing.InHub;
import pythonic.testing.Threads;

/** Locks and events of gevent, held by greenlets that take turns. */
@ExtendWith(InHub.class)
class GeventContractsTest extends EveryGeventContractTest {

  @Test
  void tests_andTheirHelpers_takeTurns() {
    Strand own = Strand.enter();
    assertThat(Threads.start(() -> Strand.enter().hub()).join()).isSameAs(own.hub());
    assertThat(own.hub().isParallel()).isFalse();
  }
}
