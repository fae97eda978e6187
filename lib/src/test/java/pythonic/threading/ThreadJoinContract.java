package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Keywords.target;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.keywords.ThreadKeyword;

/** Who waits for the end of a thread, of whichever kind. */
@Timeout(60)
abstract class ThreadJoinContract {

  /** Makes a thread of the kind under test. */
  abstract Thread thread(ThreadKeyword... keywords);

  @Test
  void join_interrupted_raisesKeyboardInterruptAndClearsFlag() {
    var release = new CountDownLatch(1);
    var slow = thread(target(() -> release.await()));
    slow.start();
    var caught = new AtomicReference<Throwable>();
    var flag = new AtomicReference<Boolean>();
    var joiner = thread(target(() -> {
      try {
        slow.join();
      } catch (KeyboardInterrupt e) {
        caught.set(e);
        flag.set(java.lang.Thread.interrupted());
      }
    }));
    joiner.start();
    joiner.interrupt(); // before or while it waits, it must not be lost
    joiner.join();
    assertThat(caught.get()).isInstanceOf(KeyboardInterrupt.class);
    assertThat(flag.get()).isFalse();
    assertThat(slow.is_alive()).isTrue();
    release.countDown();
    slow.join();
  }

  @Test
  void join_endedThread_doesNotLookAtTheInterruptFlag() {
    var thread = thread();
    thread.start();
    thread.join();
    java.lang.Thread.currentThread().interrupt();
    thread.join();
    thread.join(1);
    assertThat(java.lang.Thread.interrupted()).isTrue();
  }

  @RepeatedTest(50)
  void join_manyJoiners_allReturn() {
    var release = new CountDownLatch(1);
    var thread = thread(target(() -> release.await()));
    thread.start();
    var done = new AtomicInteger();
    List<Thread> joiners = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      var joiner = thread(target(() -> {
        thread.join();
        if (!thread.is_alive() && !Threading.enumerate().contains(thread)) {
          done.incrementAndGet();
        }
      }));
      joiners.add(joiner);
      joiner.start();
    }
    release.countDown();
    joiners.forEach(joiner -> joiner.join());
    assertThat(done).hasValue(8);
  }
}
