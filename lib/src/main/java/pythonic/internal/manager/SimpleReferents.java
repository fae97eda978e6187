package pythonic.internal.manager;

import static pythonic.builtins.Keywords.timeout;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AttributeError;
import pythonic.builtins.Builtins;
import pythonic.builtins.functions.Procedure0;
import pythonic.threading.Barrier;
import pythonic.threading.Event;

/** Objects that are kept as they are. */
final class SimpleReferents {

  static final ReferentType<Event> EVENT =
      new ReferentType<Event>("Event", _ -> new Event())
          .concurrent()
          .method("is_set", 0, (event, _) -> event.is_set())
          .action("set", 0, (event, _) -> event.set())
          .action("clear", 0, (event, _) -> event.clear())
          .method("wait", 0, 1, (event, args) -> event.wait_(timeout(Taking.first(args))));

  static final ReferentType<Barrier> BARRIER =
      new ReferentType<Barrier>("Barrier", SimpleReferents::barrier)
          .concurrent()
          .method("wait", 0, 1, (barrier, args) -> barrier.wait_(timeout(Taking.first(args))))
          .action("reset", 0, (barrier, _) -> barrier.reset())
          .action("abort", 0, (barrier, _) -> barrier.abort())
          .method("__getattribute__", 1, (barrier, args) -> attribute(barrier, String.valueOf(args[0])));

  private SimpleReferents() {}

  private static Barrier barrier(@Nullable Object[] args) {
    Procedure0 action = args.length > 1 ? (Procedure0) args[1] : null;
    Double timeout = args.length > 2 && args[2] instanceof Number number ? (Double) number.doubleValue() : null;
    return new Barrier(Taking.number(args[0]), action, timeout(timeout));
  }

  private static Object attribute(Barrier barrier, String name) {
    return switch (name) {
      case "parties" -> barrier.parties();
      case "n_waiting" -> barrier.n_waiting();
      case "broken" -> barrier.broken();
      default -> throw new AttributeError("'Barrier' object has no attribute '" + name + "'");
    };
  }

  static @Nullable Object[] array(Iterable<?> items) {
    var all = new ArrayList<@Nullable Object>();
    items.forEach(all::add);
    return all.toArray();
  }

  /** {@return the text of a value within another's} */
  static String text(@Nullable Object value) {
    return Builtins.repr(value);
  }
}
