package pythonic.gevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.str;
import static pythonic.builtins.Keywords.timeout;
import static pythonic.builtins.Keywords.timeout_value;
import static pythonic.gevent.Gevent.joinall;
import static pythonic.gevent.Gevent.sleep;
import static pythonic.gevent.Gevent.spawn;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pythonic.builtins.AssertionError;
import pythonic.builtins.BaseException;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Callable;
import pythonic.gevent.event.AsyncResult;
import pythonic.gevent.event.Event;
import pythonic.gevent.exceptions.LoopExit;
import pythonic.gevent.local.Local;
import pythonic.gevent.monkey.Monkey;
import pythonic.gevent.pool.Pool;
import pythonic.gevent.pool.PoolFull;
import pythonic.queue.Full;
import pythonic.queue.Queue;
import pythonic.testing.OnVirtualThreads;
import pythonic.testing.Threads;
import pythonic.threading.Lock;
import pythonic.time.Time;

/** Each test has a thread, and so a hub, of its own. */
@ExtendWith(OnVirtualThreads.class)
@org.junit.jupiter.api.Timeout(value = 120, threadMode = org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD) // a hub stays with its thread
class GeventTest {

  @Test
  void row141_spawnOfWhatCannotBeCalled_raisesTypeErrorAtOnce() {
    assertThatThrownBy(() -> new Greenlet<>((Callable) null, new Object[0]))
        .isExactlyInstanceOf(TypeError.class)
        .hasMessage("The run argument or self._run must be callable");
    assertThatThrownBy(Greenlet::new).isExactlyInstanceOf(TypeError.class).hasMessage("The run argument or self._run must be callable");
  }

  @Test
  void row142_getInVain_raisesTimeoutWhichIsABaseException() {
    var g = spawn(() -> sleep(10));
    assertThatThrownBy(() -> g.get(false)).isExactlyInstanceOf(Timeout.class).isInstanceOf(BaseException.class).hasMessage("");
    assertThatThrownBy(() -> g.get(true, 0.01)).isExactlyInstanceOf(Timeout.class).hasMessage("0.01 seconds");
    g.join(0.01);
    assertThat(g.ready()).isFalse();
    g.kill();
  }

  @Test
  void row143_failure_isKeptAndRaisedByGet() {
    var g = spawn(() -> {
      throw new ValueError("x");
    });
    g.join();
    assertThat(g.value()).isNull();
    assertThat(g.exception()).isExactlyInstanceOf(ValueError.class);
    assertThat(g.exc_info().getFirst()).isEqualTo(ValueError.class);
    assertThat(g.successful()).isFalse();
    assertThatThrownBy(g::get).isExactlyInstanceOf(ValueError.class).hasMessage("x");
  }

  @Test
  void row144_kill_isASuccessWhoseValueIsTheExit() {
    var began = new AtomicInteger();
    var g = spawn(() -> {
      began.incrementAndGet();
      sleep(10);
    });
    sleep(0);
    g.kill();
    g.kill();
    assertThat(g.successful()).isTrue();
    Object value = g.value();
    assertThat(value).isInstanceOf(pythonic.greenlet.GreenletExit.class).hasToString("GreenletExit()");
    var never = spawn(began::incrementAndGet);
    never.kill();
    Object none = never.value();
    assertThat(none).isInstanceOf(pythonic.greenlet.GreenletExit.class);
    sleep(0);
    assertThat(began).hasValue(1);
  }

  @Test
  void row145_joinall_raisesOnlyIfAsked_andKillallRaisesTimeout() {
    var fails = spawn(() -> {
      throw new ValueError("x");
    });
    var slow = spawn(() -> sleep(10));
    assertThat(joinall(List.of(fails, slow), 0.05)).isEqualTo(List.of(fails));
    assertThatThrownBy(() -> joinall(List.of(fails), null, true, null)).isExactlyInstanceOf(ValueError.class);
    assertThat(joinall(List.of(slow, fails), null, false, 1)).isEqualTo(List.of(fails));
    slow.kill();
    var stop = new boolean[1];
    var stubborn = spawn(() -> {
      while (!stop[0]) {
        try {
          sleep(10);
        } catch (pythonic.greenlet.GreenletExit e) {
          // goes on
        }
      }
    });
    sleep(0);
    assertThatThrownBy(() -> Gevent.killall(List.of(stubborn), timeout(0.01))).isExactlyInstanceOf(Timeout.class).hasMessage("0.01 seconds");
    stop[0] = true;
    stubborn.kill();
  }

  @Test
  void row146_timeout_texts() {
    var t = new Timeout(1);
    t.start();
    assertThatThrownBy(t::start)
        .isExactlyInstanceOf(AssertionError.class)
        .hasMessageMatching("<Timeout at 0x[0-9a-f]+ seconds=1 pending> is already started; to restart it, cancel it first");
    t.cancel();
    assertThat(str(new Timeout(0.1))).isEqualTo("0.1 seconds");
    assertThat(str(t)).isEqualTo("1 second");
    assertThat(str(new Timeout())).isEmpty();
    assertThat(str(new Timeout(5, false))).isEqualTo("5 seconds (silent)");
    assertThat(str(new Timeout(1, new ValueError("x")))).isEqualTo("1 second: x");
    assertThat(new Timeout(0.01, false).run(() -> sleep(10))).isFalse();
  }

  @Test
  void row147_everybodyBlocked_raisesLoopExitThatTellsWhoWaitsForWhat() {
    var event = new Event();
    var g = spawn(() -> event.wait_());
    assertThatThrownBy(g::join)
        .isExactlyInstanceOf(LoopExit.class)
        .hasMessageStartingWith("This operation would block forever\n\tHub: <Hub '' at 0x")
        .hasMessageContaining("main> waits for " + g)
        .hasMessageContaining(g + " waits for <gevent._gevent_cevent.Event object at 0x");
    event.set();
    g.join();
  }

  @Test
  void row148_poolFull_andNegativeSize() {
    var pool = new Pool(1);
    pool.spawn(() -> sleep(10));
    assertThat(pool.full()).isTrue();
    assertThatThrownBy(() -> pool.add(new Greenlet<>(() -> 1), false, null)).isExactlyInstanceOf(PoolFull.class).isInstanceOf(Full.class);
    assertThatThrownBy(() -> pool.add(new Greenlet<>(() -> 1), true, 0.01)).isExactlyInstanceOf(PoolFull.class);
    pool.kill();
    assertThat(pool.free_count()).isEqualTo(1);
    assertThatThrownBy(() -> new Pool(-1)).isExactlyInstanceOf(ValueError.class).hasMessage("size must not be negative: -1");
  }

  @Test
  void row148_linkHasAGreenletOfItsOwn_rawlinkMayNotWait() {
    var seen = new ArrayList<Object>();
    var g = spawn(() -> 1);
    g.link(_ -> {
      sleep(0);
      seen.add("waited");
    });
    g.rawlink(_ -> {
      try {
        sleep(0.01);
      } catch (AssertionError e) {
        seen.add(e.getMessage());
      }
    });
    g.join();
    sleep(0.01);
    assertThat(seen).containsExactlyInAnyOrder("waited", "Impossible to call blocking function in the event loop callback");
  }

  /** A lock, a queue and a sleep of threads, in greenlets: each lets the others go on. */
  @Test
  void blockingCallsOfThreads_yieldTheHub() {
    assertThat(Monkey.patch_all()).isTrue();
    assertThat(Monkey.patch_all(java.util.Map.of("socket", false))).isTrue();
    assertThat(Monkey.is_module_patched("socket")).isTrue();
    var lock = new Lock();
    var queue = new Queue<Integer>(1);
    var seen = new ArrayList<String>();
    lock.acquire();
    var waits = spawn(() -> {
      lock.acquire();
      seen.add("lock");
      queue.put(1);
      queue.put(2);
      seen.add("put");
    });
    var takes = spawn(() -> {
      Time.sleep(0.01);
      seen.add("slept");
      lock.release();
      seen.add("got " + queue.get() + queue.get());
    });
    joinall(List.of(waits, takes));
    assertThat(seen).startsWith("slept", "lock").containsExactlyInAnyOrder("slept", "lock", "put", "got 12");
  }

  @Test
  void semaphoresAndConditionsOfThreads_wakeInOrder() {
    var event = new pythonic.threading.Event();
    var condition = new pythonic.threading.Condition();
    var seen = new ArrayList<Integer>();
    var all = new ArrayList<Greenlet<?>>();
    for (int i = 0; i < 5; i++) {
      int own = i;
      all.add(spawn(() -> {
        event.wait_();
        seen.add(own);
        condition.acquire();
        condition.wait_();
        seen.add(10 + own);
        condition.release();
      }));
    }
    sleep(0);
    event.set();
    sleep(0);
    condition.acquire();
    condition.notify_all();
    condition.release();
    joinall(all);
    assertThat(seen).containsExactly(0, 1, 2, 3, 4, 10, 11, 12, 13, 14);
  }

  @Test
  void anotherThread_setsAResult() {
    var result = new AsyncResult<Integer>();
    var hope = spawn(() -> sleep(5)); // else nobody here could go on, as in gevent
    var g = spawn(() -> result.get());
    sleep(0);
    Threads.run(() -> result.set(7)).join();
    assertThat(g.get()).isEqualTo(7);
    hope.kill();
  }

  @Test
  void withTimeout_givesTheValueOnlyForItsOwn() {
    assertThat(Gevent.<Object>with_timeout(0.001, () -> {
      sleep(10);
      return 1;
    }, timeout_value("late"))).isEqualTo("late");
    assertThat(Gevent.<Integer, Integer>with_timeout(10, x -> x + 1, 1, timeout_value(0))).isEqualTo(2);
    assertThatThrownBy(() -> {
      try (var _ = Timeout.start_new(0.001)) {
        Gevent.<Object>with_timeout(10, () -> {
          sleep(10);
          return 1;
        }, timeout_value("late"));
      }
    }).isExactlyInstanceOf(Timeout.class).hasMessage("0.001 seconds");
  }

  @Test
  void with_greenlet_waitsForItsEnd() {
    Greenlet<Integer> g = Greenlet.spawn(x -> x + 1, 1);
    try (var _ = pythonic.builtins.Builtins.with(g)) {
      assertThat(g.ready()).isFalse();
    }
    assertThat(g.value()).isEqualTo(2);
    assertThat(Greenlet.spawn_later(0.001, () -> 3).get()).isEqualTo(3);
    Greenlet.spawn(() -> sleep(0)).join();
  }

  @Test
  void interrupt_endsTheWaitOfTheMainGreenlet() {
    Threads.Helper<?> helper = Threads.startAndAwaitParked(() -> {
      var g = spawn(() -> sleep(60));
      assertThatThrownBy(g::join).isExactlyInstanceOf(KeyboardInterrupt.class);
      return g.ready();
    });
    helper.interrupt();
    assertThat(helper.join()).isEqualTo(false);
  }

  @Test
  void local_isEachGreenletsOwn() {
    var local = new Local();
    var thread = new pythonic.threading.Local();
    local.set("x", 0);
    var all = new ArrayList<Greenlet<Object>>();
    for (int i = 0; i < 3; i++) {
      int own = i;
      all.add(spawn(() -> {
        assertThatThrownBy(() -> thread.get("x")).hasMessageContaining("no attribute 'x'");
        assertThatThrownBy(() -> local.get("x")).hasMessageContaining("no attribute 'x'");
        thread.set("x", own);
        local.set("x", own);
        return local.get("x");
      }));
    }
    joinall(all);
    assertThat(all).extracting(Greenlet::value).containsExactly(0, 1, 2);
    assertThat(local.get("x")).isEqualTo(0);
  }

  /** A kill that comes as its victim ends: either way it ends once, and all who wait go on. */
  @RepeatedTest(20)
  void killAgainstTheEnd_endsOnce() {
    var links = new AtomicInteger();
    var all = new ArrayList<Greenlet<?>>();
    for (int i = 0; i < 50; i++) {
      int turns = i % 4;
      var g = spawn(() -> {
        for (int k = 0; k < turns; k++) {
          sleep(0);
        }
      });
      g.rawlink(_ -> links.incrementAndGet());
      all.add(g);
      if (i % 3 == 0) {
        sleep(0);
      }
    }
    Gevent.killall(all);
    sleep(0);
    assertThat(all).allMatch(Greenlet::ready).allMatch(Greenlet::successful);
    assertThat(links).hasValue(50);
  }

  /** In a hub of its own thread, results are set by another thread as time-outs run off: one of the two comes out, and nothing hangs. */
  @RepeatedTest(20)
  void timeoutAgainstCompletion_oneWins() {
    var result = new AsyncResult<Integer>();
    Threads.Helper<?> setter = Threads.run(() -> {
      java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
      result.set(1);
    });
    try {
      assertThat(result.get(timeout(0.001))).isEqualTo(1);
    } catch (Timeout e) {
      assertThat(e).hasMessage("0.001 seconds");
    }
    setter.join();
    assertThat(result.get()).isEqualTo(1);
  }
}
