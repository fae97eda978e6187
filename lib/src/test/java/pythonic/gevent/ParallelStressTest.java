package pythonic.gevent;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Builtins.range;
import static pythonic.builtins.Builtins.with;
import static pythonic.gevent.Gevent.joinall;
import static pythonic.gevent.Gevent.sleep;
import static pythonic.gevent.Gevent.spawn;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.functions.Procedure1;
import pythonic.gevent.event.AsyncResult;
import pythonic.gevent.event.Event;
import pythonic.gevent.lock.BoundedSemaphore;
import pythonic.gevent.lock.RLock;
import pythonic.gevent.pool.Group;
import pythonic.gevent.pool.Pool;
import pythonic.gevent.queue.Channel;
import pythonic.gevent.queue.JoinableQueue;
import pythonic.gevent.queue.Queue;
import pythonic.testing.InParallel;

/**
 * Greenlets that truly run at once: what they did adds up, whatever came between. {@code -Dparallel.times=100} repeats each
 * so many times.
 */
@ExtendWith(InParallel.class)
@org.junit.jupiter.api.Timeout(value = 600, threadMode = org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD) // a hub stays with its thread
final class ParallelStressTest {

  private static final int MANY = 200;

  private static void repeat(Procedure0 round) throws Exception {
    for (int i = 0; i < Integer.getInteger("parallel.times", 5); i++) {
      round.call();
    }
  }

  private static List<Greenlet<?>> each(int count, Procedure0 work) {
    List<Greenlet<?>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(spawn(work));
    }
    return all;
  }

  private static void pause() {
    int dice = ThreadLocalRandom.current().nextInt(8);
    if (dice == 0) {
      sleep(0.0001);
    } else if (dice < 4) {
      sleep(0);
    }
  }

  @Test
  void greenlets_runAtOnce() {
    var one = new AtomicInteger();
    var gs = each(2, () -> {
      one.incrementAndGet();
      while (one.get() < 2) { // neither waits in a way that the hub sees
        Thread.onSpinWait();
      }
    });
    assertThat(joinall(gs)).hasSize(2);
  }

  @Test
  void spawnAndJoinall_countUp() throws Exception {
    repeat(() -> {
      var done = new AtomicInteger();
      var inner = new AtomicInteger();
      var gs = each(MANY, () -> {
        pause();
        joinall(each(3, inner::incrementAndGet));
        done.incrementAndGet();
      });
      assertThat(joinall(gs)).containsExactlyInAnyOrderElementsOf(gs);
      assertThat(done).hasValue(MANY);
      assertThat(inner).hasValue(3 * MANY);
    });
  }

  @Test
  void iwaitAndWait_giveEachOnce() throws Exception {
    repeat(() -> {
      var gs = each(MANY, ParallelStressTest::pause);
      var seen = new ArrayList<Greenlet<?>>();
      Gevent.<Greenlet<?>>iwait(gs).forEach(seen::add);
      assertThat(seen).containsExactlyInAnyOrderElementsOf(gs);
      assertThat(Gevent.wait_(each(MANY, ParallelStressTest::pause), null, 7)).hasSize(7);
    });
  }

  @Test
  void waitForAll_returnsWhenNoneIsLeft() throws Exception {
    repeat(() -> {
      var done = new AtomicInteger();
      each(MANY, () -> {
        pause();
        spawn(done::incrementAndGet);
      });
      assertThat(Gevent.wait_()).isTrue();
      assertThat(done).hasValue(MANY);
    });
  }

  @Test
  void links_areToldOnce() throws Exception {
    repeat(() -> {
      var raw = new AtomicInteger();
      var own = new AtomicInteger();
      var gs = each(MANY, ParallelStressTest::pause);
      gs.forEach(g -> g.rawlink(_ -> raw.incrementAndGet()));
      joinall(each(4, () -> gs.forEach(g -> g.link(_ -> {
        pause();
        own.incrementAndGet();
      }))));
      joinall(gs);
      Gevent.wait_();
      assertThat(raw).hasValue(MANY);
      assertThat(own).hasValue(4 * MANY);
    });
  }

  @Test
  void pool_holdsItsBoundAndEndsEmpty() throws Exception {
    repeat(() -> {
      var pool = new Pool(8);
      var now = new AtomicInteger();
      var most = new AtomicInteger();
      var done = new AtomicInteger();
      joinall(each(4, () -> {
        for (int i = 0; i < MANY / 4; i++) {
          pool.spawn(() -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            pause();
            now.decrementAndGet();
            done.incrementAndGet();
          });
        }
      }));
      assertThat(pool.join()).isTrue();
      assertThat(done).hasValue(MANY);
      assertThat(most.get()).isBetween(1, 8);
      assertThat(pool.size()).isZero();
      assertThat(pool.free_count()).isEqualTo(8);
    });
  }

  @Test
  void group_joinsWhatManyAddAndKill() throws Exception {
    repeat(() -> {
      var group = new Group();
      joinall(each(8, () -> {
        for (int i = 0; i < MANY / 8; i++) {
          var g = group.spawn(() -> sleep(ThreadLocalRandom.current().nextBoolean() ? 0 : 60));
          if (i % 2 == 0) {
            group.killone(g);
          }
        }
      }));
      group.kill();
      assertThat(group.join()).isTrue();
      assertThat(group.size()).isZero();
    });
  }

  @Test
  void maps_giveAllInOrder() throws Exception {
    var squares = IntStream.range(0, MANY).map(x -> x * x).boxed().toList();
    repeat(() -> {
      var pool = new Pool(5);
      assertThat(pool.map((Integer x) -> {
        pause();
        return x * x;
      }, range(MANY))).isEqualTo(squares);
      var ordered = new ArrayList<Integer>();
      pool.imap((Integer x) -> {
        pause();
        return x * x;
      }, range(MANY)).forEachRemaining(ordered::add);
      assertThat(ordered).isEqualTo(squares);
      var some = new ArrayList<Integer>();
      pool.imap_unordered((Integer x) -> {
        pause();
        return x * x;
      }, range(MANY)).forEachRemaining(some::add);
      assertThat(some).containsExactlyInAnyOrderElementsOf(squares);
    });
  }

  @Test
  void events_wakeAllWhoWait() throws Exception {
    repeat(() -> {
      var begin = new Event();
      var result = new AsyncResult<Integer>();
      var sum = new AtomicLong();
      var gs = each(MANY, () -> {
        pause();
        begin.wait_();
        sum.addAndGet(result.get());
      });
      pause();
      begin.set();
      joinall(each(2, () -> result.set(3)));
      joinall(gs);
      assertThat(sum).hasValue(3L * MANY);
    });
  }

  @Test
  void locks_letOneIn() throws Exception {
    repeat(() -> {
      var bounded = new BoundedSemaphore(1);
      var again = new RLock();
      var count = new int[2]; // guarded by bounded and by again
      joinall(each(MANY, () -> {
        try (var _ = with(bounded)) {
          int seen = count[0];
          pause();
          count[0] = seen + 1;
        }
        try (var _ = with(again); var _ = with(again)) {
          int seen = count[1];
          pause();
          count[1] = seen + 1;
        }
        while (!bounded.acquire(true, 0.00005)) {
          pause();
        }
        count[0]++;
        bounded.release();
      }));
      assertThat(count).containsExactly(2 * MANY, MANY);
      assertThat(bounded.counter()).isEqualTo(1);
    });
  }

  /** Of those who put and get, some give up soon: what they gave up is neither lost nor there twice. */
  @Test
  void queues_loseNothingToTimeouts() throws Exception {
    repeat(() -> {
      var queue = new Queue<Integer>(3);
      loseNothing(() -> queue.get(true, 0.0001), item -> queue.put(item, true, 0.0001), item -> queue.put(item));
      var channel = new Channel<Integer>();
      loseNothing(() -> channel.get(true, 0.0001), item -> channel.put(item, true, 0.0001), item -> channel.put(item));
    });
  }

  private static void loseNothing(Function0<Integer> get, Procedure1<Integer> put, Procedure1<Integer> putForSure) throws Exception {
    var in = new AtomicInteger();
    var got = new AtomicInteger();
    int rounds = 40;
    var getters = each(4, () -> {
      while (true) {
        try {
          int item = get.call();
          if (item < 0) {
            return;
          }
          got.addAndGet(item);
        } catch (pythonic.queue.Empty e) {
          pause();
        }
      }
    });
    joinall(each(4, () -> {
      for (int i = 0; i < rounds; i++) {
        try {
          put.call(1);
          in.incrementAndGet();
        } catch (pythonic.queue.Full e) {
          pause();
        }
      }
    }));
    for (var _ : getters) {
      putForSure.call(-1);
    }
    joinall(getters);
    assertThat(got).hasValue(in.get());
  }

  @Test
  void joinableQueue_joinsWhenAllAreDone() throws Exception {
    repeat(() -> {
      var queue = new JoinableQueue<Integer>(5);
      var done = new AtomicInteger();
      var workers = each(4, () -> {
        while (true) {
          int item = queue.get();
          pause();
          done.addAndGet(item);
          queue.task_done();
        }
      });
      joinall(each(4, () -> {
        for (int i = 0; i < MANY / 4; i++) {
          queue.put(1);
        }
      }));
      assertThat(queue.join()).isTrue();
      assertThat(done).hasValue(MANY);
      assertThat(queue.unfinished_tasks()).isZero();
      Gevent.killall(workers);
    });
  }
}
