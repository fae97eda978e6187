package pythonic.greenlet;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.keywords.Args;
import pythonic.builtins.keywords.Kwargs;
import pythonic.internal.calls.Call;

/**
 * What a switch hands over: values, or an exception to be raised, or the exit that ended a greenlet, which is a value. To
 * a greenlet that begins, the values are its arguments, and an exit is none.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Parcel(@Nullable Object[] values, @Nullable Throwable thrown, @Nullable Throwable exit) {

  private static final @Nullable Object[] NONE = {};
  static final Parcel EMPTY = new Parcel(NONE, null, null);

  static Parcel one(@Nullable Object value) {
    return of(new @Nullable Object[] {value});
  }

  static Parcel of(@Nullable Object[] values) {
    return new Parcel(values, null, null);
  }

  static Parcel raising(Throwable exception) {
    return new Parcel(NONE, exception, null);
  }

  /** {@return what arrives at a greenlet that has none left to raise it: an exit is a value there} */
  Parcel atTheEnd() {
    return thrown instanceof GreenletExit ? new Parcel(NONE, null, thrown) : this;
  }

  /** {@return what {@code switch} returns: one value as it is, others as a tuple} */
  @Nullable Object unpack() {
    if (exit != null) {
      return exit;
    }
    Map<String, @Nullable Object> named = kwargs();
    if (named.isEmpty()) {
      return values.length == 1 ? values[0] : new Args(Arrays.asList(values));
    }
    Args unnamed = new Args(args());
    return unnamed.values().isEmpty() ? named : new Args(Arrays.asList(unnamed, named));
  }

  @Nullable Object call(Callable function) throws Exception {
    return new Call(function, args(), kwargs()).run();
  }

  private Map<String, @Nullable Object> kwargs() {
    return values.length > 0 && values[values.length - 1] instanceof Kwargs keywords ? keywords.values() : Map.of();
  }

  private List<@Nullable Object> args() {
    List<@Nullable Object> all = Arrays.asList(values);
    return kwargs().isEmpty() ? all : all.subList(0, all.size() - 1);
  }
}
