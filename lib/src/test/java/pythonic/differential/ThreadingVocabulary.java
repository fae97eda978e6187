package pythonic.differential;

import static pythonic.differential.Drawing.TIMEOUTS;
import static pythonic.differential.Drawing.TIMEOUTS_AND_NAN;
import static pythonic.differential.Drawing.any;
import static pythonic.differential.Drawing.call;
import static pythonic.differential.Drawing.patient;
import static pythonic.differential.Drawing.timed;

import java.util.Random;
import org.jspecify.annotations.NullUnmarked;

/** The calls of what threading has. */
@NullUnmarked
final class ThreadingVocabulary {

  private static final Object[] TIMEOUTS_OF_BARRIERS = {0, -1, 0.0002, null, null, null};

  private ThreadingVocabulary() {}

  static Invocation ofLocks(Random random) {
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> patient(random, call("acquire"), "blocking", TIMEOUTS_AND_NAN);
      case 4, 5, 6 -> call("release");
      case 7, 8 -> call("with_pass");
      default -> call("repr");
    };
  }

  static Invocation ofPlainLocks(Random random) {
    return random.nextInt(8) == 0 ? call("locked") : ofLocks(random);
  }

  static Invocation ofConditions(Random random) {
    return switch (random.nextInt(18)) {
      case 0, 1 -> timed(random, call("wait"), TIMEOUTS_AND_NAN);
      case 2 -> call("notify");
      case 3 -> call("notify", any(random, 0, 1, 2, -1));
      case 4 -> call("notify").with("n", any(random, 1, 2, 3));
      case 5 -> call("notify_all");
      case 6, 7, 8 -> timed(random, call("with_wait"), null, null, null, 0, -1, 0.0002);
      case 9, 10, 11 -> timed(random, call("with_wait_for", 1 + random.nextInt(6)), null, null, null, 0, -1, 0.0002);
      case 12, 13 -> call("with_add", random.nextInt(3));
      case 14 -> call("with_notify", random.nextInt(4));
      default -> ofLocks(random);
    };
  }

  static Invocation ofSemaphores(Random random) {
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3, 4 -> patient(random, call("acquire"), "blocking", TIMEOUTS);
      case 5, 6 -> call("release");
      case 7 -> call("release", any(random, -1, 0, 1, 2, 3));
      case 8 -> call("release").with("n", any(random, 0, 1, 2));
      case 9, 10 -> call("with_pass");
      default -> call("repr");
    };
  }

  static Invocation ofEvents(Random random) {
    return switch (random.nextInt(10)) {
      case 0, 1 -> call("set");
      case 2 -> call("clear");
      case 3 -> call(any(random, "is_set", "isSet"));
      case 4 -> call("repr");
      default -> timed(random, call("wait"), TIMEOUTS_AND_NAN);
    };
  }

  static Invocation ofBarriers(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> call("abort");
      case 1, 2 -> call("reset");
      case 3 -> call(any(random, "parties", "n_waiting", "broken"));
      case 4 -> call("repr");
      case 5 -> call("wait", 1e10);
      default -> timed(random, call("wait"), TIMEOUTS_OF_BARRIERS);
    };
  }
}
