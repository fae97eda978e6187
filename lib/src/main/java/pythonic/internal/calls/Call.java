package pythonic.internal.calls;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.keywords.Args;
import pythonic.builtins.keywords.Kwargs;

/**
 * A function with the arguments it will be called with: what a Thread, Timer, Process or pool task carries. Arguments
 * are checked when the call is made, as in Python, where {@code start()} succeeds and the thread fails.
 */
public final class Call implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private static final @Nullable Object[] NO_ARGUMENTS = {};

  private final Callable function;

  @SuppressWarnings("serial") // what cannot be serialised is refused by name when the call travels
  private final List<@Nullable Object> args;

  @SuppressWarnings("serial")
  private final Map<String, @Nullable Object> kwargs;

  public Call(Callable function, List<@Nullable Object> args, Map<String, @Nullable Object> kwargs) {
    this.function = function;
    this.args = args;
    this.kwargs = kwargs;
  }

  /** A call from the keywords {@code args} and {@code kwargs}, either of which may be absent. */
  public static Call of(Callable function, @Nullable Args args, @Nullable Kwargs kwargs) {
    return new Call(
        function,
        args == null ? List.of() : args.values(),
        kwargs == null ? Map.of() : kwargs.values());
  }

  /** The same, null for a target that is None. */
  public static @Nullable Call ofNullable(@Nullable Callable function, @Nullable Args args, @Nullable Kwargs kwargs) {
    return function == null ? null : of(function, args, kwargs);
  }

  /** A call without arguments. */
  public static Call of(Callable function) {
    return new Call(function, List.of(), Map.of());
  }

  /** A call with positional arguments. */
  public static Call of(Callable function, @Nullable Object... args) {
    var list = new ArrayList<@Nullable Object>(args.length);
    Collections.addAll(list, args);
    return new Call(function, Collections.unmodifiableList(list), Map.of());
  }

  /**
   * Makes the call.
   *
   * @throws pythonic.builtins.TypeError if the arguments do not fit the function
   * @throws Exception whatever the function throws
   */
  public @Nullable Object run() throws Exception {
    if (args.isEmpty() && kwargs.isEmpty() && function.arity() == 0) {
      return function.invoke(NO_ARGUMENTS); // there is nothing to bind
    }
    return function.invoke(Signature.of(function).bind(args, kwargs));
  }

  /**
   * Calls a function of one argument with each item.
   *
   * @return the results
   * @throws pythonic.builtins.TypeError if an item does not fit the function
   * @throws Exception whatever the function throws
   */
  public static List<@Nullable Object> each(Callable function, List<@Nullable Object> items) throws Exception {
    Signature signature = Signature.of(function);
    var results = new ArrayList<@Nullable Object>(items.size());
    for (Object item : items) {
      results.add(function.invoke(signature.bind(item)));
    }
    return results;
  }

  /** {@return the function's name in Python's texts, null for an object that has none} */
  public @Nullable String functionName() {
    return Signature.of(function).name();
  }

  public Callable function() {
    return function;
  }

  public List<@Nullable Object> args() {
    return args;
  }

  public Map<String, @Nullable Object> kwargs() {
    return kwargs;
  }
}
