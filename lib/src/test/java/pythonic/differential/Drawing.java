package pythonic.differential;

import java.util.Random;
import org.jspecify.annotations.NullUnmarked;

/** Draws words and the forms of calls. */
@NullUnmarked
final class Drawing {

  /** Of any sign and size; those above zero are short, or too long for any clock. */
  static final Object[] TIMEOUTS = {0, 0.0, -1, -2.5, 0.0002, null, 1e10};
  static final Object[] TIMEOUTS_AND_NAN = {0, 0.0, -1, -2.5, 0.0002, null, 1e10, Double.NaN};

  private Drawing() {}

  /** {@return one of the words} */
  @SafeVarargs
  static <T> T any(Random random, T... words) {
    return words[random.nextInt(words.length)];
  }

  static Invocation call(String name, Object... arguments) {
    return Invocation.of(name, arguments);
  }

  /** {@return the call, with a time-out or without, by position or by keyword} */
  static Invocation timed(Random random, Invocation call, Object... timeouts) {
    Object timeout = any(random, timeouts);
    return switch (random.nextInt(4)) {
      case 0 -> call.with(timeout);
      case 1 -> call.with("timeout", timeout);
      default -> call;
    };
  }

  /** {@return the call, with a flag and a time-out or without, by position or by keyword} */
  static Invocation patient(Random random, Invocation call, String flag, Object... timeouts) {
    Object timeout = any(random, timeouts);
    boolean value = random.nextInt(3) > 0;
    return switch (random.nextInt(9)) {
      case 0 -> call.with(value);
      case 1 -> call.with(flag, value);
      case 2 -> call.with(value, timeout);
      case 3 -> call.with(value).with("timeout", timeout);
      case 4 -> call.with("timeout", timeout);
      case 5 -> call.with(flag, value).with("timeout", timeout);
      case 6 -> call.with("timeout", timeout).with(flag, value);
      default -> call;
    };
  }
}
