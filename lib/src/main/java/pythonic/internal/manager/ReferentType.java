package pythonic.internal.manager;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.TypeError;

/**
 * What a server can keep: how an object of the type is made, and the methods that others may call, by name. Nothing
 * that is not in the table can be called.
 *
 * @param <T> the class of the objects
 */
final class ReferentType<T> {

  interface Maker<T> {
    T make(@Nullable Object[] args);
  }

  interface Method<T> {
    @Nullable Object call(T target, @Nullable Object[] args);
  }

  private record Entry<T>(int fewest, int most, Method<T> method) {}

  final String typeid;
  private final Maker<T> maker;
  private final Map<String, Entry<T>> methods = new LinkedHashMap<>();

  ReferentType(String typeid, Maker<T> maker) {
    this.typeid = typeid;
    this.maker = maker;
  }

  /** Exposes a method that takes so many arguments. */
  ReferentType<T> method(String name, int arguments, Method<T> method) {
    return method(name, arguments, arguments, method);
  }

  ReferentType<T> method(String name, int fewest, int most, Method<T> method) {
    methods.put(name, new Entry<>(fewest, most, method));
    return this;
  }

  Referent<T> make(@Nullable Object[] args) {
    return new Referent<>(this, maker.make(args));
  }

  boolean exposes(String name) {
    return methods.containsKey(name);
  }

  String exposed() {
    return methods.keySet().toString();
  }

  @Nullable Object call(T target, String name, @Nullable Object[] args) {
    Entry<T> entry = Objects.requireNonNull(methods.get(name), name);
    if (args.length < entry.fewest || args.length > entry.most) {
      String bound = entry.fewest == entry.most ? "" : args.length < entry.fewest ? "at least " : "at most ";
      int expected = args.length < entry.fewest ? entry.fewest : entry.most;
      throw new TypeError(name + " expected " + bound + expected + " argument" + (expected == 1 ? "" : "s") + ", got " + args.length);
    }
    return entry.method.call(target, args);
  }
}
