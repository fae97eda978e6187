package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Keywords.context;
import static pythonic.builtins.Keywords.default_;
import static pythonic.builtins.Keywords.name;
import static pythonic.builtins.Keywords.target;
import static pythonic.builtins.Keywords.virtual;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.builtins.ValueError;
import pythonic.contextvars.Context;
import pythonic.contextvars.ContextVar;
import pythonic.contextvars.Contextvars;

/** {@code Thread(context=...)} of Python 3.14. */
class ThreadContextTest {

  private static final ContextVar<String> VAR = new ContextVar<>("var", default_("unset"));

  private static void ended(Thread thread) {
    thread.start();
    thread.join();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void row44_contextNotGiven_isEmpty(boolean virtual) {
    var seen = new ArrayList<Object>();
    new Context().run(() -> {
      VAR.set("parent's");
      for (@Nullable Context none : new Context[] {null}) {
        ended(new Thread(virtual(virtual), context(none), target(() -> seen.add(VAR.get()))));
      }
      ended(new Thread(virtual(virtual), target(() -> {
        seen.add(VAR.get());
        seen.add(Contextvars.copy_context().size());
        VAR.set("child's");
      })));
      seen.add(VAR.get());
    });
    assertThat(seen).containsExactly("unset", "unset", 0, "parent's");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void context_given_theTargetRunsInIt(boolean virtual) {
    var given = new Context();
    given.run(() -> {
      VAR.set("given");
    });
    var seen = new ArrayList<Object>();
    ended(new Thread(virtual(virtual), context(given), target(() -> {
      seen.add(VAR.get());
      VAR.set("changed");
    })));
    assertThat(seen).containsExactly("given");
    assertThat(given.get(VAR)).isEqualTo("changed");
    assertThat(VAR.get()).isEqualTo("unset");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void context_targetRaises_theHookRunsOutsideOfIt(boolean virtual) {
    var given = new Context();
    var seen = new ArrayList<Object>();
    Threading.excepthook(args -> {
      seen.add(args.exc_value().getMessage());
      seen.add(VAR.get());
    });
    try {
      ended(new Thread(virtual(virtual), context(given), target(() -> {
        VAR.set("inside");
        throw new ValueError("bad");
      })));
    } finally {
      Threading.excepthook(Threading.__excepthook__());
    }
    assertThat(seen).containsExactly("bad", "unset");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void context_enteredElsewhere_isReportedByTheHook(boolean virtual) {
    var busy = new Context();
    try (var errors = new Errors()) {
      busy.run(() -> ended(new Thread(virtual(virtual), name("T"), context(busy), target(() -> {}))));
      assertThat(errors.text()).startsWith("Exception in thread T:\n")
          .endsWith("RuntimeError: cannot enter context: " + busy + " is already entered\n");
    }
  }
}
