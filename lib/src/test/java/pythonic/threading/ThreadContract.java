package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.group;
import static pythonic.builtins.Keywords.kwargs;
import static pythonic.builtins.Keywords.name;
import static pythonic.builtins.Keywords.target;
import static pythonic.builtins.Keywords.timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pythonic.builtins.AssertionError;
import pythonic.builtins.AttributeError;
import pythonic.builtins.OverflowError;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.keywords.ThreadKeyword;

/** What a thread does, of whichever kind Java's thread below it is. */
@Timeout(60)
abstract class ThreadContract {

  /** Makes a thread of the kind under test. */
  abstract Thread thread(ThreadKeyword... keywords);

  private static void nothing() {}

  static Thread ended(Thread thread) {
    thread.start();
    thread.join();
    return thread;
  }

  @Test
  void start_targetWithArguments_runsItInAnotherThread() {
    var seen = new ArrayList<@Nullable Object>();
    ended(thread(target((String a, Integer b) -> {
      seen.add(a + b);
      seen.add(Threading.current_thread().name());
    }), args("x", 1), name("worker")));
    assertThat(seen).containsExactly("x1", "worker");
  }

  @Test
  void start_kwargs_bindByName() {
    var seen = new ArrayList<String>();
    ended(thread(target(ThreadContract::note), args(seen), kwargs("word", "w")));
    assertThat(seen).containsExactly("w");
  }

  private static void note(List<String> seen, String word) {
    seen.add(word);
  }

  @Test
  void start_subclass_callsItsRun() {
    var seen = new ArrayList<String>();
    class Worker extends Thread {
      Worker(String word) {
        super(pythonic.builtins.Keywords.name(word));
      }

      @Override
      public void run() {
        seen.add(name());
      }
    }
    ended(new Worker("w"));
    assertThat(seen).containsExactly("w");
  }

  @Test
  void row26_startTwice_raisesRuntimeError() {
    var thread = thread();
    thread.start();
    assertThatThrownBy(thread::start).isInstanceOf(RuntimeError.class).hasMessage("threads can only be started once");
    thread.join();
    assertThatThrownBy(thread::start).isInstanceOf(RuntimeError.class).hasMessage("threads can only be started once");
  }

  @Test
  void row27_joinBeforeStart_raisesRuntimeError() {
    var thread = thread();
    String text = "cannot join thread before it is started";
    assertThatThrownBy(() -> thread.join()).isInstanceOf(RuntimeError.class).hasMessage(text);
    assertThatThrownBy(() -> thread.join(1)).isInstanceOf(RuntimeError.class).hasMessage(text);
    assertThatThrownBy(() -> thread.join(timeout(1))).isInstanceOf(RuntimeError.class).hasMessage(text);
  }

  @Test
  void row28_joinSelf_raisesRuntimeError() {
    var caught = new AtomicReference<Throwable>();
    ended(thread(target(() -> {
      try {
        Threading.current_thread().join();
      } catch (RuntimeError e) {
        caught.set(e);
      }
    })));
    assertThat(caught.get()).isInstanceOf(RuntimeError.class).hasMessage("cannot join current thread");
  }

  @Test
  void row29_joinWithTimeout_returnsWhileAlive() {
    var release = new CountDownLatch(1);
    var thread = thread(target(() -> release.await()));
    thread.start();
    long begin = System.nanoTime();
    thread.join(0.02);
    assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(20));
    thread.join(-1);
    thread.join(Double.NEGATIVE_INFINITY);
    thread.join(0);
    thread.join(timeout(0));
    assertThat(thread.is_alive()).isTrue();
    release.countDown();
    thread.join(timeout(null));
    assertThat(thread.is_alive()).isFalse();
    thread.join(-5);
    thread.join(Threading.TIMEOUT_MAX);
  }

  @Test
  void join_impossibleTime_raises() {
    var thread = ended(thread());
    assertThatThrownBy(() -> thread.join(Double.NaN))
        .isInstanceOf(ValueError.class).hasMessage("Invalid value NaN (not a number)");
    assertThatThrownBy(() -> thread.join(Threading.TIMEOUT_MAX * 2))
        .isInstanceOf(OverflowError.class).hasMessage("timestamp out of range for platform time_t");
  }

  @Test
  void row30_daemonAfterStart_raisesRuntimeError() {
    var thread = ended(thread());
    assertThatThrownBy(() -> thread.daemon(true))
        .isInstanceOf(RuntimeError.class).hasMessage("cannot set daemon status of active thread");
  }

  @Test
  void row31_group_raisesAssertionError() {
    String text = "group argument must be None for now";
    assertThatThrownBy(() -> thread(group(1))).isInstanceOf(AssertionError.class).hasMessage(text);
    assertThatCode(() -> thread(group(null))).doesNotThrowAnyException();
  }

  @Test
  void constructor_keywordTwice_raisesTypeError() {
    assertThatThrownBy(() -> thread(name("a"), name("b")))
        .isInstanceOf(TypeError.class)
        .hasMessage("Thread.__init__() got multiple values for keyword argument 'name'");
  }

  @Test
  void row33_names_arePythons() {
    assertThat(thread(target(ThreadContract::nothing)).name()).matches("Thread-\\d+ \\(nothing\\)");
    assertThat(thread(target(() -> {})).name()).matches("Thread-\\d+ \\(<lambda>\\)");
    assertThat(thread(target(this::row26_startTwice_raisesRuntimeError)).name())
        .matches("Thread-\\d+ \\(row26_startTwice_raisesRuntimeError\\)");
    Procedure0 nameless = new Procedure0() {
      @Override
      public void call() {}
    };
    assertThat(thread(target(nameless)).name()).matches("Thread-\\d+");
    assertThat(thread().name()).matches("Thread-\\d+");
    assertThat(thread(name("")).name()).matches("Thread-\\d+");
    assertThat(thread(name(null)).name()).matches("Thread-\\d+");
    assertThat(thread(name(5)).name()).isEqualTo("5");
  }

  @Test
  void row33_names_countUp() {
    assertThat(number(thread())).isLessThan(number(thread()));
  }

  private static int number(Thread thread) {
    return Integer.parseInt(thread.name().substring("Thread-".length()));
  }

  @Test
  void name_set_reachesJavaThread() {
    var seen = new ArrayList<String>();
    var thread = thread(target(() -> {
      seen.add(java.lang.Thread.currentThread().getName());
      Threading.current_thread().name("second");
      seen.add(java.lang.Thread.currentThread().getName());
    }), name("x"));
    thread.name("first");
    ended(thread);
    assertThat(seen).containsExactly("first", "second");
    thread.name(null);
    assertThat(thread.name()).isEqualTo("None");
    thread.name("");
    assertThat(thread.name()).isEmpty();
  }

  @Test
  void row34_daemon_isInheritedFromCreator() {
    var inherited = new ArrayList<Boolean>();
    Procedure0 create = () -> inherited.add(thread().daemon());
    ended(thread(target(create), daemon(true)));
    ended(thread(target(create), daemon(false)));
    ended(thread(target(create), daemon(null)));
    assertThat(inherited).containsExactly(true, false, Threading.current_thread().daemon());
  }

  @Test
  void row35_repr_showsStateAndIdent() {
    var release = new CountDownLatch(1);
    var thread = thread(target(() -> release.await()), name("x"), daemon(false));
    assertThat(thread).hasToString("<Thread(x, initial)>");
    assertThat(thread(name("x"), daemon(true))).hasToString("<Thread(x, initial daemon)>");
    thread.start();
    assertThat(thread).hasToString("<Thread(x, started " + thread.ident() + ")>");
    release.countDown();
    thread.join();
    assertThat(thread).hasToString("<Thread(x, stopped " + thread.ident() + ")>");
    var daemonic = ended(thread(name("d"), daemon(true)));
    assertThat(daemonic).hasToString("<Thread(d, stopped daemon " + daemonic.ident() + ")>");
    class Worker extends Thread {}
    assertThat(new Worker().toString()).startsWith("<Worker(Thread-");
  }

  @Test
  void row36_runTwiceByHand_raisesAttributeError() throws Exception {
    var seen = new ArrayList<Integer>();
    var thread = thread(target(() -> seen.add(1)));
    thread.run();
    assertThatThrownBy(thread::run)
        .isInstanceOf(AttributeError.class).hasMessage("'Thread' object has no attribute '_target'");
    assertThat(seen).containsExactly(1);
    var bare = thread();
    bare.run();
    assertThatThrownBy(bare::run).isInstanceOf(AttributeError.class);
  }

  @Test
  void row37_ident_isNullBeforeStartAndStaysAfterEnd() {
    var inside = new ArrayList<Long>();
    var thread = thread(target(() -> {
      inside.add(Threading.get_ident());
      inside.add(Threading.get_native_id());
    }));
    assertThat(thread.ident()).isNull();
    assertThat(thread.native_id()).isNull();
    ended(thread);
    assertThat(List.of(thread.ident(), thread.native_id())).isEqualTo(inside);
  }

  @Test
  void nativeId_rightAfterStart_isKnown() {
    for (int i = 0; i < 50; i++) {
      var thread = thread();
      thread.start();
      assertThat(thread.native_id()).isNotNull().isPositive();
      thread.join();
    }
  }

  @Test
  void startAndJoin_ordinaryFields_areVisible() {
    var box = new int[2];
    for (int i = 1; i < 200; i++) {
      box[0] = i;
      ended(thread(target(() -> {
        box[1] = box[0];
      })));
      assertThat(box[1]).isEqualTo(i);
    }
  }

  @Test
  void run_ended_dropsTargetAndArguments() throws Exception {
    var argument = new java.lang.ref.WeakReference<>(new Object());
    Thread thread = started(argument);
    thread.join();
    for (int i = 0; i < 100 && argument.get() != null; i++) {
      System.gc();
      java.lang.Thread.onSpinWait();
    }
    assertThat(argument.get()).isNull();
    assertThat(thread.is_alive()).isFalse();
  }

  private Thread started(java.lang.ref.WeakReference<Object> argument) {
    var thread = thread(target((Object _) -> {}), args(argument.get()));
    thread.start();
    return thread;
  }

  @Test
  @SuppressWarnings("deprecation") // the old spellings are what is tested
  void oldSpellings_doTheSame() {
    var thread = thread();
    thread.setName("old");
    thread.setDaemon(true);
    assertThat(thread.getName()).isEqualTo(thread.name()).isEqualTo("old");
    assertThat(thread.isDaemon()).isEqualTo(thread.daemon()).isTrue();
    assertThat(thread.isAlive()).isFalse();
  }

  @Test
  void start_wrongArguments_failsInTheThread() {
    try (var errors = new Errors()) {
      ended(thread(target((String a) -> {}), args(1, 2), name("bad")));
      assertThat(errors.text())
          .startsWith("Exception in thread bad:\nTraceback (most recent call last):\n")
          .endsWith("TypeError: <lambda>() takes 1 positional argument but 2 were given\n");
    }
  }

  @Test
  void interrupt_beforeStartAndAfterEnd_doesNothing() {
    var seen = new ArrayList<Boolean>();
    var thread = thread(target(() -> seen.add(java.lang.Thread.interrupted())));
    thread.interrupt();
    ended(thread);
    thread.interrupt();
    assertThat(seen).containsExactly(false);
  }
}
