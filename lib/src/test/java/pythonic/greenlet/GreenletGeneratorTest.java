package pythonic.greenlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.greenlet.GreenletGenerator.generator;
import static pythonic.greenlet.GreenletGenerator.yield_;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pythonic.builtins.GeneratorExit;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.StopIteration;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.testing.Threads;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a hub stays with its thread
final class GreenletGeneratorTest {

  private final List<Object> seen = new ArrayList<>();

  private static void countdown(int n) {
    for (int i = n; i > 0; i--) {
      yield_(i);
    }
  }

  private String echo() {
    try {
      Object got = yield_("ready");
      while (got != null) {
        seen.add(got);
        got = yield_(got + "!");
      }
      return "done";
    } catch (ValueError e) {
      return "caught " + e.getMessage();
    } finally {
      seen.add("left");
    }
  }

  @Test
  void items_comeAsTheyAreAskedFor() {
    for (int i : GreenletGenerator.<Integer, Integer>generator(GreenletGeneratorTest::countdown, 3)) {
      seen.add(i);
    }
    assertThat(seen).containsExactly(3, 2, 1);
  }

  @Test
  void body_beginsWithTheFirstItem() {
    GreenletGenerator<Integer> items = generator(() -> {
      seen.add("begun");
      yield_(1);
      seen.add("ended");
    });
    assertThat(seen).isEmpty();
    assertThat(items.next()).isEqualTo(1);
    assertThat(seen).containsExactly("begun");
    assertThat(items.hasNext()).isFalse();
    assertThat(seen).containsExactly("begun", "ended");
    assertThatThrownBy(items::next).isExactlyInstanceOf(StopIteration.class);
  }

  @Test
  void send_isWhatYieldReturns_andTheEndTellsTheResult() {
    GreenletGenerator<String> items = generator(this::echo);
    assertThatThrownBy(() -> items.send("early"))
        .isExactlyInstanceOf(TypeError.class)
        .hasMessage("can't send non-None value to a just-started generator");
    assertThat(items.send(null)).isEqualTo("ready");
    assertThat(items.send("a")).isEqualTo("a!");
    assertThatThrownBy(() -> items.send(null)).isExactlyInstanceOf(StopIteration.class).hasMessage("done");
    assertThat(seen).containsExactly("a", "left");
  }

  @Test
  void throw_isRaisedInTheBody() {
    GreenletGenerator<String> items = generator(this::echo);
    items.next();
    assertThatThrownBy(() -> items.throw_(new ValueError("no"))).isExactlyInstanceOf(StopIteration.class).hasMessage("caught no");
    assertThatThrownBy(() -> items.throw_(new ValueError("over"))).isExactlyInstanceOf(ValueError.class).hasMessage("over");
    GreenletGenerator<String> fresh = generator(this::echo);
    assertThatThrownBy(() -> fresh.throw_(new ValueError("early"))).hasMessage("early");
    assertThat(seen).containsExactly("left");
  }

  @Test
  void close_endsTheBody() {
    GreenletGenerator<String> items = generator(this::echo);
    items.next();
    items.close();
    items.close();
    assertThat(seen).containsExactly("left");
    assertThat(items.hasNext()).isFalse();
    GreenletGenerator<Integer> stubborn = generator(() -> {
      try {
        yield_(1);
      } catch (GeneratorExit e) {
        yield_(2);
      }
    });
    stubborn.next();
    assertThatThrownBy(stubborn::close).isExactlyInstanceOf(RuntimeError.class).hasMessage("generator ignored GeneratorExit");
  }

  /** Ten thousand that nobody reads on: their bodies end, and their threads with them. */
  @Test
  void abandoned_areClosed() {
    int count = 10_000;
    var closed = new AtomicInteger();
    for (int i = 0; i < count; i++) {
      GreenletGenerator<Integer> items = generator(() -> {
        try {
          countdown(2);
        } finally {
          closed.incrementAndGet();
        }
      });
      items.next();
    }
    Threads.await("nearly all are closed", () -> {
      System.gc();
      GreenletGenerator<Integer> other = generator(GreenletGeneratorTest::countdown, 1);
      return other.next() == 1 && !other.hasNext() && closed.get() >= count - 1; // the last may be on the stack
    });
    assertThat(closed.get()).isBetween(count - 1, count);
  }

  @Test
  void endedAndStopped_tellTheirValue() {
    GreenletGenerator<Integer> items = generator(() -> {
      int sum = 0;
      for (Object x = yield_(0); x != null; x = yield_(sum)) {
        sum += (int) x;
      }
      return sum;
    });
    assertThat(items.next()).isZero();
    assertThat(items.send(2)).isEqualTo(2);
    assertThat(items.send(3)).isEqualTo(5);
    assertThatThrownBy(items::next).isExactlyInstanceOf(StopIteration.class).satisfies(e -> assertThat(((StopIteration) e).args()).isEqualTo(List.of(5)));
    assertThatThrownBy(items::next).isExactlyInstanceOf(StopIteration.class).satisfies(e -> assertThat(((StopIteration) e).args()).isEmpty());
    GreenletGenerator<Integer> unread = generator(() -> {
      seen.add("begun");
    });
    unread.close();
    assertThat(unread.hasNext()).isFalse();
    assertThat(seen).isEmpty();
  }

  @Test
  void wrongUses_raise() {
    assertThatThrownBy(() -> yield_(1)).isExactlyInstanceOf(RuntimeError.class).hasMessage("'yield' outside function");
    GreenletGenerator<Object> fails = generator(() -> {
      throw new StopIteration();
    });
    assertThatThrownBy(fails::next).isExactlyInstanceOf(RuntimeError.class).hasMessage("generator raised StopIteration");
    var own = new ArrayList<GreenletGenerator<Object>>();
    own.add(generator(() -> own.getFirst().next()));
    assertThatThrownBy(() -> own.getFirst().next()).isExactlyInstanceOf(ValueError.class).hasMessage("generator already executing");
  }

  @Test
  void generators_nestAndPassTheTurn() {
    GreenletGenerator<Integer> inner = generator(GreenletGeneratorTest::countdown, 2);
    GreenletGenerator<Integer> outer = generator(() -> {
      for (int i : inner) {
        yield_(i * 10);
      }
    });
    assertThat(outer.next()).isEqualTo(20);
    assertThat(outer.next()).isEqualTo(10);
    assertThat(outer.hasNext()).isFalse();
  }
}
