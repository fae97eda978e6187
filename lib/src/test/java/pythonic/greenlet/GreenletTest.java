package pythonic.greenlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.repr;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.kwargs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pythonic.builtins.AttributeError;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.testing.Threads;
import pythonic.time.Time;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a hub stays with its thread
final class GreenletTest {

  private static Object back(Object... values) {
    return Greenlet.getcurrent().parent().switch_(values);
  }

  @Test
  void switch_values_travelBothWays() {
    var g = new Greenlet((Integer x) -> {
      Object second = back(x + 1);
      Object third = back(second, 10);
      return repr(third);
    });
    assertThat(g.switch_(1)).isEqualTo(2);
    assertThat(g.switch_(5)).isEqualTo(args(5, 10));
    assertThat(g.switch_()).isEqualTo("()");
    assertThat(g.dead()).isTrue();
  }

  @Test
  void switch_keywordsToOneThatBegins_bindByName() {
    var g = new Greenlet(GreenletTest::subtract);
    assertThat(g.switch_(7, kwargs("less", 3))).isEqualTo(4);
    assertThat(Greenlet.getcurrent().switch_(kwargs("x", 1))).isEqualTo(Map.of("x", 1));
  }

  private static int subtract(int from, int less) {
    return from - less;
  }

  @Test
  void row150_switchToADeadOne_returnsItsArguments() {
    var g = new Greenlet(() -> 5);
    assertThat(g.switch_()).isEqualTo(5);
    assertThat(g.switch_(7)).isEqualTo(7);
    assertThat(g.switch_()).isEqualTo(args());
    assertThat(g.switch_(1, 2)).isEqualTo(args(1, 2));
  }

  @Test
  void row150_greenletExit_isReturned() {
    assertThat(new Greenlet(() -> {
      throw new GreenletExit("v");
    }).switch_()).isInstanceOf(GreenletExit.class).hasToString("GreenletExit('v')");
    var unstarted = new Greenlet(() -> 1);
    assertThat(repr(unstarted.throw_())).isEqualTo("GreenletExit()");
    assertThat(unstarted.dead()).isTrue();
    assertThat(repr(unstarted.throw_(new GreenletExit("w")))).isEqualTo("GreenletExit('w')");
  }

  @Test
  void row150_cyclicParents_raiseValueError() {
    var g = new Greenlet(() -> 1);
    var h = new Greenlet(() -> 1, g);
    assertThatThrownBy(() -> g.parent(h)).isExactlyInstanceOf(ValueError.class).hasMessage("cyclic parent chain");
    assertThatThrownBy(() -> g.parent(g)).isExactlyInstanceOf(ValueError.class).hasMessage("cyclic parent chain");
    assertThatThrownBy(() -> g.parent(null))
        .isExactlyInstanceOf(TypeError.class)
        .hasMessage("GreenletChecker: Expected any type of greenlet, not NoneType");
    assertThatThrownBy(() -> Greenlet.getcurrent().parent(g))
        .isExactlyInstanceOf(AttributeError.class)
        .hasMessage("cannot set the parent of a main greenlet");
  }

  @Test
  void row150_anotherThreadsGreenlet_raisesError() {
    var other = new Greenlet[1];
    var known = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    Threads.Helper<Void> helper = Threads.run(() -> {
      other[0] = Greenlet.getcurrent();
      known.countDown();
      over.await();
    });
    Threads.await("the other thread's greenlet", () -> known.getCount() == 0);
    Greenlet own = Greenlet.getcurrent();
    assertThatThrownBy(() -> other[0].switch_())
        .isExactlyInstanceOf(Error.class)
        .hasMessage("Cannot switch to a different thread\n\tCurrent:  " + own + "\n\tExpected: " + other[0]);
    var started = new Greenlet(() -> back());
    started.switch_();
    assertThatThrownBy(() -> started.parent(other[0]))
        .isExactlyInstanceOf(ValueError.class)
        .hasMessage("parent cannot be on a different thread");
    over.countDown();
    helper.join();
    assertThatThrownBy(() -> other[0].switch_())
        .isExactlyInstanceOf(Error.class)
        .hasMessage("cannot switch to a different thread (which happens to have exited)");
    started.switch_();
  }

  @Test
  void row150_noGarbageCollection_ofSuspendedOnes() {
    var ended = new ArrayList<String>();
    var g = new Greenlet(() -> {
      try {
        back();
      } catch (GreenletExit e) {
        ended.add("exit");
      }
    });
    g.switch_();
    System.gc();
    assertThat(ended).isEmpty();
    g.throw_();
    assertThat(ended).containsExactly("exit");
  }

  @Test
  void exceptions_goToTheParent() {
    var g = new Greenlet(() -> {
      throw new ValueError("x");
    });
    assertThatThrownBy(g::switch_).isExactlyInstanceOf(ValueError.class).hasMessage("x");
    assertThatThrownBy(() -> g.throw_(new ValueError("y"))).hasMessage("y");
    assertThatThrownBy(() -> Greenlet.getcurrent().throw_(new ValueError("z"))).hasMessage("z");
  }

  @Test
  void throw_isRaisedWhereItWaits() {
    var g = new Greenlet((Integer x) -> {
      try {
        return back(x);
      } catch (ValueError e) {
        return "caught " + e;
      }
    });
    assertThat(g.switch_(1)).isEqualTo(1);
    assertThat(g.throw_(new ValueError("q"))).isEqualTo("caught ValueError('q')");
  }

  @Test
  void run_missing_raisesAttributeError() {
    assertThatThrownBy(() -> new Greenlet().switch_()).isExactlyInstanceOf(AttributeError.class).hasMessage("run");
    assertThatThrownBy(() -> new Greenlet((Integer x) -> x).switch_()).isExactlyInstanceOf(TypeError.class);
  }

  @Test
  void toString_tellsTheState() {
    String address = "<greenlet\\.greenlet object at 0x[0-9a-f]+ \\(otid=0x[0-9a-f]+\\)";
    var g = new Greenlet(() -> back(Greenlet.getcurrent().toString()));
    assertThat(g.toString()).matches("<greenlet\\.greenlet object at 0x[0-9a-f]+ \\(otid=0x\\(nil\\)\\) pending>");
    assertThat((String) g.switch_()).matches(address + " current active started>");
    assertThat(g.toString()).matches(address + " suspended active started>");
    assertThat(g.active()).isTrue();
    g.switch_();
    assertThat(g.toString()).matches(address + " dead>");
    assertThat(Greenlet.getcurrent().toString()).matches(address + " current active started main>");
  }

  @Test
  void settrace_tellsOfEachSwitch() {
    var seen = new ArrayList<String>();
    assertThat(Greenlet.gettrace()).isNull();
    Greenlet.settrace((String event, Object _) -> seen.add(event));
    try {
      var g = new Greenlet(() -> back(1));
      g.switch_();
      g.throw_();
    } finally {
      assertThat(Greenlet.settrace(null)).isNotNull();
    }
    assertThat(seen).containsExactly("switch", "switch", "throw", "switch");
  }

  @Test
  void locals_areVisibleAfterEachSwitch() {
    var counter = new int[1];
    var other = new Greenlet[1];
    other[0] = new Greenlet(() -> {
      while (true) {
        counter[0]++;
        back();
      }
    });
    for (int i = 0; i < 10_000; i++) {
      counter[0]++;
      other[0].switch_();
    }
    assertThat(counter[0]).isEqualTo(20_000);
  }

  /** Never two at once, and none is left out: each of a ring gets the turn as often as the others. */
  @RepeatedTest(5)
  void ring_oneRunsAtATime() {
    int size = 50;
    int rounds = 200;
    var ring = new ArrayList<Greenlet>();
    var running = new int[1];
    var turns = new int[size];
    for (int i = 0; i < size; i++) {
      int own = i;
      ring.add(new Greenlet(() -> {
        for (int k = 0; k < rounds; k++) {
          assertThat(++running[0]).isEqualTo(1);
          turns[own]++;
          Thread.onSpinWait();
          running[0]--;
          ring.get((own + 1) % size).switch_();
        }
      }));
    }
    ring.getFirst().switch_();
    assertThat(turns).containsOnly(rounds);
  }

  @Test
  void interrupt_isKeptForTheNextWait() {
    var g = new Greenlet(() -> {
      Thread.currentThread().interrupt();
      back("interrupted");
      return "on";
    });
    assertThat(g.switch_()).isEqualTo("interrupted");
    assertThat(g.switch_()).isEqualTo("on");
    Thread.currentThread().interrupt();
    var h = new Greenlet(() -> 3);
    assertThat(h.switch_()).isEqualTo(3);
    assertThatThrownBy(() -> Time.sleep(1)).isInstanceOf(KeyboardInterrupt.class);
  }

  @Test
  void blockingCalls_inAGreenlet_keepTheTurnOfOthersThatWaitInSwitch() {
    var seen = new ArrayList<Object>();
    var g = new Greenlet(() -> {
      Time.sleep(0.01);
      seen.add(Greenlet.getcurrent());
    });
    g.switch_();
    assertThat(seen).isEqualTo(List.of(g));
  }
}
