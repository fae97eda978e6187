package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pythonic.internal.waiting.Strand;
import pythonic.testing.InParallel;
import pythonic.testing.Threads;

/** Locks and events of gevent, held by greenlets that run all at once. */
@ExtendWith(InParallel.class)
class ParallelGeventContractsTest extends EveryGeventContractTest {

  @Test
  void tests_andTheirHelpers_shareAHub() {
    Strand own = Strand.enter();
    assertThat(Threads.start(() -> Strand.enter().hub()).join()).isSameAs(own.hub());
    assertThat(own.hub().isParallel()).isTrue();
  }
}
