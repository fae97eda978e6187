package pythonic.internal.manager;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.TypeError;

/**
 * A kind with a table of methods. Nothing that is not in the table can be called.
 *
 * @param <T> the class of the objects
 */
final class ReferentType<T> implements Kind {

  interface Maker<T> {
    T make(@Nullable Object[] args);
  }

  interface Method<T> {
    @Nullable Object call(T target, @Nullable Object[] args) throws Exception;
  }

  interface Action<T> {
    void call(T target, @Nullable Object[] args) throws Exception;
  }

  private record Entry<T>(int fewest, int most, Method<T> method) {}

  private final String typeid;
  private final Maker<T> maker;
  private final Map<String, Entry<T>> methods = new LinkedHashMap<>();
  private boolean concurrent;

  ReferentType(String typeid, Maker<T> maker) {
    this.typeid = typeid;
    this.maker = maker;
  }

  /** {@return the same methods under another name} */
  ReferentType<T> named(String other, Maker<T> otherMaker) {
    var type = new ReferentType<>(other, otherMaker);
    type.methods.putAll(methods);
    type.concurrent = concurrent;
    return type;
  }

  /** Calls need not take turns: the objects are made for threads. */
  ReferentType<T> concurrent() {
    concurrent = true;
    return this;
  }

  /** Exposes a method that takes so many arguments. */
  ReferentType<T> method(String name, int arguments, Method<T> method) {
    return method(name, arguments, arguments, method);
  }

  ReferentType<T> method(String name, int fewest, int most, Method<T> method) {
    methods.put(name, new Entry<>(fewest, most, method));
    return this;
  }

  /** Exposes a method that returns None. */
  ReferentType<T> action(String name, int arguments, Action<T> action) {
    return action(name, arguments, arguments, action);
  }

  ReferentType<T> action(String name, int fewest, int most, Action<T> action) {
    return method(
        name, fewest, most,
        (target, args) -> {
          action.call(target, args);
          return null;
        });
  }

  @Override
  public String typeid() {
    return typeid;
  }

  @Override
  public Object make(@Nullable Object[] args) {
    return Objects.requireNonNull(maker.make(args));
  }

  @Override
  public boolean exposes(Object object, String name) {
    return methods.containsKey(name);
  }

  @Override
  public String exposed(Object object) {
    return methods.keySet().toString();
  }

  @Override
  public boolean takesTurns() {
    return !concurrent;
  }

  @Override
  @SuppressWarnings("unchecked") // made by the maker
  public @Nullable Object call(Object object, String name, @Nullable Object[] args) throws Exception {
    Entry<T> entry = Objects.requireNonNull(methods.get(name), name);
    if (args.length < entry.fewest || args.length > entry.most) {
      String bound = entry.fewest == entry.most ? "" : args.length < entry.fewest ? "at least " : "at most ";
      int expected = args.length < entry.fewest ? entry.fewest : entry.most;
      throw new TypeError(name + " expected " + bound + expected + " argument" + (expected == 1 ? "" : "s") + ", got " + args.length);
    }
    return entry.method.call((T) object, args);
  }
}
