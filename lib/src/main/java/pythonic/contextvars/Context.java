package pythonic.contextvars;

import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.HasLen;
import pythonic.builtins.KeyError;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.TypeError;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.functions.Runner;
import pythonic.internal.calls.Raise;

/**
 * The values of context variables. One context is current in each thread; {@link #run} makes another one current for
 * the time of a call, and what the call sets stays in that.
 *
 * <p>It is a mapping from the variables that were set in it to their values, in the order in which the variables were
 * made. Any thread may read it; only what runs in it changes it.
 *
 * @see <a href="https://docs.python.org/3/library/contextvars.html#contextvars.Context">Python: Context</a>
 */
public final class Context extends ContextCalls implements Runner, Iterable<ContextVar<?>>, HasLen {

  private static final ThreadLocal<@Nullable Context> CURRENT = new ThreadLocal<>();

  /** Whether it is current in a thread. That thread alone writes {@link #bindings}. */
  private final AtomicBoolean entered;

  private volatile Bindings bindings;

  /** An empty context. */
  public Context() {
    this(Bindings.NONE, false);
  }

  private Context(Bindings bindings, boolean entered) {
    this.bindings = bindings;
    this.entered = new AtomicBoolean(entered);
  }

  /** {@return the current thread's context, made if there is none yet} */
  static Context current() {
    Context current = CURRENT.get();
    if (current == null) {
      current = new Context(Bindings.NONE, true);
      CURRENT.set(current);
    }
    return current;
  }

  /** {@return the current thread's context, null if nothing has needed one yet} */
  static @Nullable Context existing() {
    return CURRENT.get();
  }

  @SuppressWarnings("ReferenceEquality") // two contexts with the same values are still two
  boolean isCurrent() {
    return CURRENT.get() == this;
  }

  Bindings bindings() {
    return bindings;
  }

  void bindings(Bindings changed) {
    bindings = changed;
  }

  @Override
  @Nullable Object call(Callable function, @Nullable Object... arguments) {
    if (!entered.compareAndSet(false, true)) {
      throw new RuntimeError("cannot enter context: " + this + " is already entered");
    }
    Context before = CURRENT.get();
    CURRENT.set(this);
    try {
      return function.invoke(arguments);
    } catch (Exception e) {
      throw Raise.unchecked(e);
    } finally {
      CURRENT.set(before);
      entered.set(false);
    }
  }

  /** {@return a copy} It costs the same however many variables are set. */
  public Context copy() {
    return new Context(bindings, false);
  }

  /**
   * {@return the value of a variable in this context, null if it was not set in it}
   *
   * @param <T> the type of the variable's values
   * @param variable the variable
   */
  public <T extends @Nullable Object> @Nullable T get(ContextVar<T> variable) {
    Bindings.Binding set = bindings.find(variable.number());
    return set == null ? null : variable.value(set);
  }

  /**
   * {@return the value of a variable in this context}
   *
   * @param <T> the type of the variable's values
   * @param variable the variable
   * @param otherwise what is returned if it was not set in this context
   */
  public <T extends @Nullable Object> T get(ContextVar<T> variable, T otherwise) {
    Bindings.Binding set = bindings.find(variable.number());
    return set == null ? otherwise : variable.value(set);
  }

  /**
   * {@return the value of a variable in this context: Python's {@code context[variable]}}
   *
   * @param <T> the type of the variable's values
   * @param variable the variable
   * @throws KeyError if it was not set in this context
   */
  public <T extends @Nullable Object> T getitem(ContextVar<T> variable) {
    Bindings.Binding set = bindings.find(variable.number());
    if (set == null) {
      throw new KeyError(variable);
    }
    return variable.value(set);
  }

  /**
   * {@return the value of a variable in this context, null if it was not set in it}
   *
   * @param variable the variable
   * @throws TypeError if it is no variable
   */
  @Override
  public @Nullable Object get(@Nullable Object variable) {
    Bindings.Binding set = find(variable);
    return set == null ? null : set.getValue();
  }

  /**
   * {@return whether a variable was set in this context: Python's {@code variable in context}}
   *
   * @param variable the variable
   * @throws TypeError if it is no variable
   */
  public boolean contains(@Nullable Object variable) {
    return find(variable) != null;
  }

  /**
   * {@return whether a variable was set in this context}
   *
   * @param variable the variable
   * @throws TypeError if it is no variable
   */
  @Override
  public boolean containsKey(@Nullable Object variable) {
    return find(variable) != null;
  }

  private Bindings.@Nullable Binding find(@Nullable Object variable) {
    if (variable instanceof ContextVar<?> known) {
      return bindings.find(known.number());
    }
    throw new TypeError("a ContextVar key was expected, got " + Builtins.repr(variable));
  }

  /** {@return how many variables were set in this context} */
  @Override
  public int size() {
    return bindings.size();
  }

  /** {@return the variables that were set in this context, as they are now} */
  public List<ContextVar<?>> keys() {
    return bindings.list().stream().<ContextVar<?>>map(Map.Entry::getKey).toList();
  }

  /** {@return the values of the variables, as they are now} */
  @Override
  public List<@Nullable Object> values() {
    return bindings.list().stream().<@Nullable Object>map(Map.Entry::getValue).toList();
  }

  /** {@return the variables with their values, as they are now} */
  public List<Map.Entry<ContextVar<?>, @Nullable Object>> items() {
    return List.copyOf(bindings.list());
  }

  /** {@return an iterator over the variables, as they are now} */
  @Override
  public Iterator<ContextVar<?>> iterator() {
    return keys().iterator();
  }

  /** {@return the variables with their values, as they are now} */
  @Override
  public Set<Map.Entry<ContextVar<?>, @Nullable Object>> entrySet() {
    return Collections.unmodifiableSet(new LinkedHashSet<>(bindings.list()));
  }

  /** {@return {@code <_contextvars.Context object at 0x...>}} */
  @Override
  public String toString() {
    return "<_contextvars.Context object at " + address(this) + ">";
  }

  /** {@return what stands for the address in Python's repr, such as {@code 0x1b28cdfa}} */
  static String address(Object object) {
    return "0x" + HexFormat.of().toHexDigits(System.identityHashCode(object));
  }
}
