package pythonic.differential;

import static pythonic.differential.Drawing.any;
import static pythonic.differential.Drawing.call;
import static pythonic.differential.Drawing.patient;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.Keywords;

/** The calls of queues, and the items. */
@NullUnmarked
final class QueueVocabulary {

  private QueueVocabulary() {}

  /** {@return an item of any type} */
  static Object anything(Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> null;
      case 1 -> any(random, true, false);
      case 2 -> any(random, 0.5, -0.0, 1e22, 3.0);
      case 3 -> Keywords.args(random.nextInt(3), text(random));
      case 4 -> Arrays.asList(random.nextInt(3), null, text(random));
      case 5 -> Map.of(text(random), random.nextInt(3));
      case 6 -> text(random);
      default -> random.nextInt(10);
    };
  }

  /** {@return an item of those that have an order: equal ones that can be told apart are among them} */
  static Object number(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> random.nextInt(5) / 2.0;
      case 1 -> random.nextBoolean();
      default -> random.nextInt(5);
    };
  }

  /** {@return an item of those that have an order} */
  static Object text(Random random) {
    return any(random, "", "a", "A", "ab", "b", "it's", "\u00e9", "\u4e2d", "line\n", "\ud83d\ude00");
  }

  /** {@return an item of those that have an order, decided by their second parts where the first are equal} */
  static Object tuple(Random random) {
    return random.nextInt(4) == 0
        ? Keywords.args(number(random))
        : Keywords.args(number(random), text(random), random.nextInt(2));
  }

  /** {@return an item of those that have an order, decided item by item} */
  static Object list(Random random) {
    return List.of(List.of(random.nextInt(2)), List.of(random.nextInt(2), text(random)), List.of())
        .get(random.nextInt(3));
  }

  static Invocation simple(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> call("put_nowait", anything(random));
      case 1, 2, 3 -> patient(random, call("put", anything(random)), "block", Drawing.TIMEOUTS);
      case 4 -> call("get_nowait");
      case 5 -> call(any(random, "qsize", "empty", "repr"));
      default -> patient(random, call("get"), "block", Drawing.TIMEOUTS_AND_NAN);
    };
  }

  static Vocabulary full(Function<Random, Object> items) {
    return random ->
        switch (random.nextInt(24)) {
          case 0, 1, 2, 3, 4, 5, 6, 7, 8 -> put(random, items);
          case 9 -> call("get_nowait");
          case 10, 11, 12, 13, 14, 15 -> patient(random, call("get"), "block", Drawing.TIMEOUTS);
          case 16, 17 -> call("task_done");
          case 18 -> call("join");
          case 19 -> random.nextInt(3) == 0 ? shutdown(random) : call("queue");
          default -> look(random);
        };
  }

  /** {@return the calls for items that have no order among them, after which a priority queue may only be looked at} */
  static Vocabulary unordered() {
    return random -> random.nextInt(3) > 0 ? put(random, QueueVocabulary::anything) : look(random);
  }

  private static Invocation put(Random random, Function<Random, Object> items) {
    return random.nextInt(8) == 0
        ? call("put_nowait", items.apply(random))
        : patient(random, call("put", items.apply(random)), "block", Drawing.TIMEOUTS);
  }

  private static Invocation shutdown(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> call("shutdown");
      case 1 -> call("shutdown", random.nextBoolean());
      default -> call("shutdown").with("immediate", random.nextBoolean());
    };
  }

  private static Invocation look(Random random) {
    return call(any(random, "qsize", "empty", "full", "maxsize", "unfinished_tasks", "is_shutdown", "queue", "repr"));
  }
}
