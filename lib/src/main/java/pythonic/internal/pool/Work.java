package pythonic.internal.pool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.TypeError;
import pythonic.builtins.functions.Callable;
import pythonic.internal.calls.Call;

/**
 * What a worker is to call.
 *
 * @param kind how often, and with what
 * @param function the function
 * @param args the arguments of the one call; or of each call the argument, or what gives its arguments
 * @param kwargs the arguments by name
 * @param limit how many seconds one call may take, 0 for no limit
 */
public record Work(Kind kind, Callable function, List<@Nullable Object> args, Map<String, @Nullable Object> kwargs, double limit) {

  /** Work without a limit. */
  public Work(Kind kind, Callable function, List<@Nullable Object> args, Map<String, @Nullable Object> kwargs) {
    this(kind, function, args, kwargs, 0);
  }

  /** How a function is called. */
  public enum Kind {
    /** Once, with the arguments. */
    CALL,
    /** Once for each item, with that; the results are a list. */
    MAP,
    /** Once for each item, with the arguments that the item gives; the results are a list. */
    STARMAP;

    private static final Kind[] ALL = values();

    static Kind of(byte code) {
      return ALL[code];
    }

    @SuppressWarnings("EnumOrdinal") // both ends run the same version of this class
    byte code() {
      return (byte) ordinal();
    }
  }

  /** Does the work, in the current thread. {@return the result} */
  public @Nullable Object run() throws Exception {
    return switch (kind) {
      case CALL -> new Call(function, args, kwargs).run();
      case MAP -> Call.each(function, args);
      case STARMAP -> {
        var results = new ArrayList<@Nullable Object>(args.size());
        for (Object item : args) {
          results.add(new Call(function, unpacked(item), Map.of()).run());
        }
        yield results;
      }
    };
  }

  /** Does the work with a limit for each call, in the current thread. {@return the result} */
  @Nullable Object run(TimeLimit clock) throws Exception {
    if (kind == Kind.CALL) {
      return limited(clock);
    }
    var results = new ArrayList<@Nullable Object>(args.size());
    for (Object item : args) {
      if (clock.hasPassed()) {
        break; // the thread that was interrupted has gone on, but nobody waits for it any more
      }
      var single = new Work(kind, function, Collections.singletonList(item), kwargs, limit);
      if (single.limited(clock) instanceof List<?> list) {
        results.addAll(list);
      }
    }
    return results;
  }

  private @Nullable Object limited(TimeLimit clock) throws Exception {
    clock.begin(limit);
    try {
      return run();
    } finally {
      clock.end();
    }
  }

  /** {@return the same for these items} */
  public Work with(List<@Nullable Object> items) {
    return new Work(kind, function, items, kwargs, limit);
  }

  /** {@return how many calls it is} */
  int count() {
    return kind == Kind.CALL ? 1 : args.size();
  }

  private static List<@Nullable Object> unpacked(@Nullable Object item) {
    return switch (item) {
      case Iterable<?> items -> {
        var list = new ArrayList<@Nullable Object>();
        items.forEach(list::add);
        yield list;
      }
      case Object[] array -> Arrays.asList(array);
      case null, default -> throw new TypeError("'" + Builtins.type_name(item) + "' object is not iterable");
    };
  }

  /** {@return the work in the text of an error} */
  public String description() {
    String name = new Call(function, List.of(), Map.of()).functionName();
    return (name == null ? function.getClass().getSimpleName() : name) + "()";
  }

  /** {@return what finds the classes of the function and of its results} */
  ClassLoader loader() {
    ClassLoader own = function.getClass().getClassLoader();
    return own == null ? ClassLoader.getSystemClassLoader() : own;
  }
}
