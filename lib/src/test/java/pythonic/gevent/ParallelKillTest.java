package pythonic.gevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.gevent.Gevent.joinall;
import static pythonic.gevent.Gevent.sleep;
import static pythonic.gevent.Gevent.spawn;
import static pythonic.greenlet.GreenletGenerator.generator;
import static pythonic.greenlet.GreenletGenerator.yield_;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pythonic.builtins.functions.Procedure0;
import pythonic.gevent.event.AsyncResult;
import pythonic.greenlet.GreenletExit;
import pythonic.greenlet.GreenletGenerator;
import pythonic.testing.InParallel;
import pythonic.testing.Threads;

/** What ends a greenlet, or a wait, that is about to end by itself, where all run at once: one of the two happens. */
@ExtendWith(InParallel.class)
@org.junit.jupiter.api.Timeout(value = 600, threadMode = org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD) // a hub stays with its thread
final class ParallelKillTest {

  private static final int MANY = 200;

  private static void repeat(Procedure0 round) throws Exception {
    for (int i = 0; i < Integer.getInteger("parallel.times", 5); i++) {
      round.call();
    }
  }

  @Test
  void killAgainstBeginAndEnd_endsOnce() throws Exception {
    repeat(() -> {
      var linked = new AtomicInteger();
      var begun = new AtomicInteger();
      var ended = new AtomicInteger();
      List<Greenlet<?>> all = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        int turns = i % 4;
        var g = spawn(() -> {
          begun.incrementAndGet();
          try {
            for (int k = 0; k < turns; k++) {
              sleep(k == 3 ? 60 : 0);
            }
          } finally {
            ended.incrementAndGet();
          }
        });
        g.rawlink(_ -> linked.incrementAndGet());
        all.add(g);
      }
      var killers = new ArrayList<Greenlet<?>>();
      for (Greenlet<?> g : all) {
        killers.add(spawn(() -> g.kill()));
        killers.add(spawn(() -> g.kill()));
      }
      joinall(killers);
      assertThat(all).allMatch(Greenlet::ready).allMatch(Greenlet::successful);
      assertThat(ended).hasValue(begun.get());
      Gevent.wait_();
      assertThat(linked).hasValue(MANY);
    });
  }

  @Test
  void killall_endsThoseThatSleep() throws Exception {
    repeat(() -> {
      List<Greenlet<?>> all = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        all.add(spawn(() -> sleep(60)));
      }
      Gevent.killall(all);
      for (Greenlet<?> g : all) {
        Object value = g.value();
        assertThat(value).isInstanceOf(GreenletExit.class);
      }
    });
  }

  /** A greenlet that catches one exception gets the next: none takes the place of another. */
  @Test
  void exceptionsRaisedTogether_areRaisedOneByOne() throws Exception {
    repeat(() -> {
      var seen = new AtomicInteger();
      var go = new AtomicInteger();
      var g = spawn(() -> {
        go.set(1);
        while (go.get() < 2) {
          Thread.onSpinWait(); // both arrive while it does not wait
        }
        for (int i = 0; i < 2; i++) {
          try {
            sleep(60);
          } catch (GreenletExit e) {
            seen.incrementAndGet();
          }
        }
      });
      while (go.get() == 0) {
        Thread.onSpinWait();
      }
      g.kill(new GreenletExit(), false);
      g.kill(new GreenletExit(), false);
      spawn(() -> go.set(2));
      g.join();
      assertThat(seen).hasValue(2);
    });
  }

  /** A time-out that was cancelled is not raised later, however close it was. */
  @Test
  void timeoutAgainstCompletion_isRaisedInsideOrNever() throws Exception {
    repeat(() -> {
      var inside = new AtomicInteger();
      var in_time = new AtomicInteger();
      List<Greenlet<?>> all = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        all.add(spawn(() -> {
          for (int k = 0; k < 5; k++) {
            double seconds = ThreadLocalRandom.current().nextDouble(0.0002);
            try (var _ = Timeout.start_new(seconds)) {
              sleep(ThreadLocalRandom.current().nextDouble(0.0002));
              in_time.incrementAndGet();
            } catch (Timeout t) {
              inside.incrementAndGet();
            }
            sleep(0.0001); // here none is raised
          }
        }));
      }
      joinall(all);
      assertThat(all).allMatch(Greenlet::successful);
      assertThat(inside.get() + in_time.get()).isEqualTo(5 * MANY);
    });
  }

  @Test
  void timeoutAgainstResult_oneWins() throws Exception {
    repeat(() -> {
      var late = new AtomicInteger();
      var right = new AtomicInteger();
      List<Greenlet<?>> all = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        var result = new AsyncResult<Integer>();
        all.add(spawn(() -> {
          try {
            right.addAndGet(result.get(true, 0.0002));
          } catch (Timeout t) {
            late.incrementAndGet();
          }
        }));
        Gevent.spawn_later(0.0002, () -> result.set(1));
      }
      joinall(all);
      assertThat(all).allMatch(Greenlet::successful);
      assertThat(late.get() + right.get()).isEqualTo(MANY);
    });
  }

  @Test
  void joinWithTimeout_returnsWhetherOrNotItEnded() throws Exception {
    repeat(() -> {
      List<Greenlet<?>> all = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        all.add(spawn(() -> sleep(0.001)));
      }
      all.forEach(g -> g.join(0.0001));
      assertThat(joinall(all, 60)).hasSize(MANY);
    });
  }

  @Test
  void generators_inGreenletsOfTheirOwn() throws Exception {
    repeat(() -> {
      List<Greenlet<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        all.add(spawn(() -> {
          GreenletGenerator<Integer> items = generator(() -> {
            for (int k = 0; k < 20; k++) {
              sleep(0);
              yield_(k);
            }
          });
          int sum = 0;
          for (int item : items) {
            sum += item;
          }
          return sum;
        }));
      }
      joinall(all);
      assertThat(all).allMatch(g -> g.value().equals(190));
    });
  }

  /** Threads with hubs of their own, and one without, use what the greenlets wait for. */
  @Test
  void otherThreads_setAndKill() throws Exception {
    repeat(() -> {
      var result = new AsyncResult<Integer>();
      var waits = spawn(() -> result.get());
      var sleeps = spawn(() -> sleep(60));
      Threads.Helper<Void> one = Threads.run(() -> result.set(1));
      Threads.Helper<Void> two = Threads.run(() -> {
        sleep(0); // makes a hub
        sleeps.kill(new GreenletExit(), false);
      });
      assertThat(waits.get()).isEqualTo(1);
      sleeps.join();
      one.join();
      two.join();
    });
  }

  @Test
  void sleepAndWaits_areInterrupted() {
    Threads.Helper<?> helper = Threads.startAndAwaitParked(() -> {
      assertThatThrownBy(() -> sleep(60)).isExactlyInstanceOf(pythonic.builtins.KeyboardInterrupt.class);
      return Thread.currentThread().isInterrupted();
    });
    helper.interrupt();
    assertThat(helper.join()).isEqualTo(false);
  }
}
