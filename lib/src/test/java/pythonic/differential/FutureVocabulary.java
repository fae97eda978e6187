package pythonic.differential;

import static pythonic.differential.Drawing.any;
import static pythonic.differential.Drawing.call;
import static pythonic.differential.Drawing.timed;

import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.KeyError;
import pythonic.builtins.SystemExit;
import pythonic.builtins.ValueError;

/** The calls of futures. */
@NullUnmarked
final class FutureVocabulary {

  private FutureVocabulary() {}

  static Invocation anyCall(Random random) {
    return switch (random.nextInt(16)) {
      case 0 -> call("set_result", QueueVocabulary.anything(random));
      case 1 -> call("set_exception", exception(random));
      case 2 -> call("cancel");
      case 3, 4 -> call("set_running_or_notify_cancel");
      case 5, 6, 7 -> call("callback", any(random, "a", "b", "c"), any(random, "note", "note", "raise", "exit", "nest", "cancel"));
      case 8, 9, 10 -> timed(random, call("result"), Drawing.TIMEOUTS_AND_NAN);
      case 11, 12, 13 -> timed(random, call("exception"), Drawing.TIMEOUTS_AND_NAN);
      default -> call(any(random, "cancelled", "running", "done", "repr"));
    };
  }

  private static Object exception(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> new Fresh("ValueError('boom')", () -> new ValueError("boom"));
      case 1 -> new Fresh("KeyError('key')", () -> new KeyError("key"));
      case 2 -> new Fresh("ValueError()", ValueError::new);
      case 3 -> new Fresh("SystemExit(3)", () -> new SystemExit(3));
      default -> null;
    };
  }
}
