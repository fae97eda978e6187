package pythonic.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pythonic.builtins.SystemExit;
import pythonic.gevent.Gevent;
import pythonic.gevent.Greenlet;
import pythonic.gevent.Timeout;
import pythonic.gevent.pool.Pool;
import pythonic.queue.Queue;
import pythonic.threading.Event;
import pythonic.threading.Thread;

/** The examples of the porting guide that are in no lesson. */
final class GuideExamplesTest {

  @Test
  void exceptions_twoRoots_areCaughtAsInPython() {
    String caught;
    try {
      throw new SystemExit(3);
    } catch (Exception e) {
      caught = "an Exception: " + repr(e);
    } catch (Throwable t) {
      caught = "another BaseException: " + repr(t);
    }
    assertThat(caught).isEqualTo("another BaseException: SystemExit(3)");
  }

  private static final List<String> said = new ArrayList<>();

  static void greet(String greeting, String name) {
    said.add(greeting + " " + name);
  }

  @Test
  void kwargs_functionOfTwoParameters_bindByName() {
    var t = new Thread(target(GuideExamplesTest::greet), kwargs(Map.of("name", "Ann", "greeting", "hello")));
    t.start();
    t.join();
    assertThat(said).containsExactly("hello Ann");
  }

  @Test
  void target_overloadedMethod_isLambda() {
    var event = new Event();
    var waiter = new Thread(target(() -> event.wait_()));
    waiter.start();
    event.set();
    waiter.join();
    assertThat(waiter.is_alive()).isFalse();
  }

  @Test
  void calls_keywords_areThoseOfTheGuide() {
    var q = new Queue<String>();
    var t = new Thread(target(() -> q.put("item")));
    t.start();
    t.join(timeout(5));
    assertThat(q.get(true, 2.5)).isEqualTo("item");
  }

  static void nap(double seconds) {
    Gevent.sleep(seconds);
  }

  static final class Adder extends Greenlet<Integer> {
    @Override
    public Integer _run() {
      return 1 + 2;
    }
  }

  @Test
  void greenlets_spellings_areThoseOfTheGuide() {
    var pool = new Pool(2);
    pool.spawn(GuideExamplesTest::nap, 10.0);
    var g = new Adder();
    g.start();
    assertThat(bool(g) && len(pool) == 1).isTrue();
    assertThat(g.get(timeout(5))).isEqualTo(3);
    var inTime = new Timeout(0.01, false).run(() -> pool.join());
    assertThat(inTime).isFalse();
    try (var _ = Timeout.start_new(0.01)) {
      pool.join();
    } catch (Timeout t) {
      said.add("late");
    }
    assertThat(said).contains("late");
    assertThat(Gevent.wait_(List.of(g))).containsExactly(g);
    pool.kill();
    var echo = new pythonic.greenlet.Greenlet((Integer x) -> x + 1);
    assertThat(echo.switch_(1)).isEqualTo(2);
  }
}
