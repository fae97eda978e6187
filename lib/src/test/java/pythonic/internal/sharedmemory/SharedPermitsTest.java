package pythonic.internal.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import pythonic.internal.waiting.Deadline;
import pythonic.testing.Threads;
import pythonic.testing.Threads.Helper;

/** Wake-ups of those that wait for permits; what semaphores do with them is their contract's. */
final class SharedPermitsTest {

  @Test
  void killedBetweenTheTwoWordsOfAChange_isCountedByTheNext() {
    SharedPermits permits = SharedPermits.make(2, Integer.MAX_VALUE);
    int self = permits.heap.self();
    long holds = SharedPermits.holds(permits.offset, self);
    long before = Words.get(permits.memory, holds);
    assertThat(permits.tryAcquire()).isTrue();
    Words.set(permits.memory, holds, before);
    assertThat(permits.tryAcquire()).isTrue();
    SharedPermits.giveBack(permits.memory, permits.offset, self, false);
    assertThat(permits.available()).isEqualTo(2);
  }

  @Test
  void release_byTwoAtOnce_wakesTwo() {
    int rounds = Integer.getInteger("permits.rounds", 3_000);
    SharedPermits permits = SharedPermits.make(0, Integer.MAX_VALUE);
    var round = new CyclicBarrier(4);
    var together = new CyclicBarrier(2);
    List<Helper<Boolean>> helpers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      helpers.add(Threads.start(() -> {
        boolean all = true;
        for (int n = 0; n < rounds; n++) {
          round.await();
          all &= permits.acquire(Deadline.after(5));
        }
        return all;
      }));
      helpers.add(Threads.start(() -> {
        for (int n = 0; n < rounds; n++) {
          round.await();
          Threads.await("both wait", () -> permits.heap.waits().waiting(permits.offset + SharedObject.HEADER) == 2);
          together.await();
          permits.release();
        }
        return true;
      }));
    }
    assertThat(helpers).allMatch(Helper::join);
    assertThat(permits.available()).isZero();
  }
}
