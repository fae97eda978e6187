package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.name;
import static pythonic.builtins.Keywords.target;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pythonic.builtins.KeyError;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.SystemExit;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Procedure0;

@Timeout(60)
class ExceptHookTest {

  @AfterEach
  void restore() {
    Threading.excepthook(Threading.__excepthook__());
  }

  private static Thread fail(Procedure0 target) {
    var thread = new Thread(target(target), name("T1"));
    thread.start();
    thread.join();
    return thread;
  }

  private static void raise(Throwable exception) throws Exception {
    if (exception instanceof Error error) {
      throw error;
    }
    throw (Exception) exception;
  }

  @Test
  void row39_uncaughtException_isPrintedByTheDefaultHook() {
    try (var errors = new Errors()) {
      fail(() -> raise(new KeyError("x")));
      assertThat(errors.text())
          .startsWith("Exception in thread T1:\nTraceback (most recent call last):\n  File \"")
          .contains("File \"ExceptHookTest.java\"").endsWith("\nKeyError: 'x'\n");
    }
  }

  @Test
  void monitorOfOneOfOurTypes_isPrintedWithTheNamesThatWereMeant() {
    try (var errors = new Errors()) {
      fail(() -> ((Object) new Event()).notifyAll());
      assertThat(errors.text()).endsWith(
          """
          java.lang.IllegalMonitorStateException: current thread is not owner
          wait(), notify() and notifyAll() are the monitor's: of Pythonic's types call wait_(), notify_() and notify_all()
          """);
    }
  }

  @Test
  void row39_javaExceptionsAndErrors_arePrintedToo() {
    for (Throwable exception :
        List.of(new IOException("io"), new StackOverflowError("deep"), new InterruptedException("stop"))) {
      try (var errors = new Errors()) {
        fail(() -> raise(exception));
        assertThat(errors.text()).startsWith("Exception in thread T1:\n").endsWith(exception.getMessage() + "\n");
      }
    }
  }

  @Test
  void row39_keyboardInterrupt_goesThroughTheHook() {
    try (var errors = new Errors()) {
      fail(() -> raise(new KeyboardInterrupt()));
      assertThat(errors.text()).startsWith("Exception in thread T1:\n").endsWith("\nKeyboardInterrupt\n");
    }
  }

  @Test
  void row39_systemExit_isSilentByDefaultButReachesAUserHook() {
    try (var errors = new Errors()) {
      fail(() -> raise(new SystemExit(3)));
      assertThat(errors.text()).isEmpty();
    }
    var seen = new ArrayList<ExceptHookArgs>();
    Threading.excepthook(seen::add);
    Thread thread = fail(() -> raise(new SystemExit(3)));
    assertThat(seen).hasSize(1);
    ExceptHookArgs args = seen.getFirst();
    assertThat(args.exc_type()).isEqualTo(SystemExit.class);
    assertThat(args.exc_value()).isInstanceOfSatisfying(SystemExit.class, e -> assertThat(e.code()).isEqualTo(3));
    assertThat(args.exc_traceback()).isNotEmpty();
    assertThat(args.thread()).isSameAs(thread);
  }

  @Test
  void row39_hookThatRaises_isReported() {
    Threading.excepthook(_ -> raise(new ValueError("hook")));
    try (var errors = new Errors()) {
      fail(() -> raise(new KeyError("x")));
      assertThat(errors.text())
          .startsWith("Exception in threading.excepthook:\nTraceback (most recent call last):\n")
          .endsWith("\nValueError: hook\n").doesNotContain("KeyError");
    }
  }

  @Test
  void excepthook_raisesSystemExit_isSilent() {
    Threading.excepthook(_ -> raise(new SystemExit(1)));
    try (var errors = new Errors()) {
      fail(() -> raise(new KeyError("x")));
      assertThat(errors.text()).isEmpty();
    }
  }

  @Test
  void excepthook_runsInTheThreadWhileItIsAlive() {
    var seen = new ArrayList<Object>();
    Threading.excepthook(args -> {
      seen.add(Threading.current_thread().equals(args.thread()));
      seen.add(args.thread() != null && args.thread().is_alive());
    });
    fail(() -> raise(new KeyError("x")));
    assertThat(seen).containsExactly(true, true);
  }

  @Test
  void excepthook_set_isReadBack() throws Exception {
    var seen = new ArrayList<Object>();
    Threading.excepthook(args -> seen.add(args.exc_value()));
    var error = new KeyError("x");
    Threading.excepthook().call(ExceptHookArgs.of(error, Threading.current_thread()));
    assertThat(seen).containsExactly(error);
  }

  @Test
  @SuppressWarnings("NullAway") // the mistake is what is tested
  void excepthook_none_raisesRuntimeError() {
    assertThatThrownBy(() -> Threading.excepthook(null))
        .isInstanceOf(RuntimeError.class).hasMessage("threading.excepthook is None");
  }

  @Test
  void defaultHook_withoutThread_namesTheIdent() throws Exception {
    try (var errors = new Errors()) {
      Threading.__excepthook__().call(new ExceptHookArgs(KeyError.class, new KeyError("x"), List.of(), null));
      assertThat(errors.text()).startsWith("Exception in thread " + Threading.get_ident() + ":\n");
    }
  }
}
