package pythonic.internal.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pythonic.internal.waiting.Deadline;
import pythonic.testing.Threads;
import pythonic.testing.Threads.Helper;
import pythonic.testing.Waiting;

final class WaitTableTest {

  @ParameterizedTest
  @EnumSource
  void signallerKilledBeforeItWokeTheWaiter_waiterIsWoken(Waiting waiting) {
    assertThat(waiting.run(HalfDoneProgram.class)).isEqualTo("signalled True\n0\n");
  }

  @Test
  void park_signalledWhileItsAttemptSucceeds_passesTheSignalOn() {
    SharedSignals place = SharedSignals.make();
    long key = place.offset;
    WaitTable waits = place.heap.waits();
    var ready = new AtomicBoolean();
    List<Helper<Boolean>> second = new ArrayList<>();
    boolean done = waits.park(key, () -> {
      second.add(Threads.start(() -> waits.park(key, ready::get, Deadline.after(10))));
      Threads.await("both wait", () -> waits.waiting(key) == 2);
      ready.set(true);
      assertThat(waits.wake(key, 1)).isEqualTo(1); // the first, which came first
      return true;
    }, Deadline.NEVER);
    assertThat(done).isTrue();
    assertThat(second.getFirst().join()).isTrue();
  }
}
