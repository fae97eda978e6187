package pythonic.contextvars;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.LookupError;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Default;

/**
 * A variable that has a value of its own in each {@link Context}. Make it once, in a static field: contexts hold their
 * variables for ever.
 *
 * @param <T> the type of its values
 * @see <a href="https://docs.python.org/3/library/contextvars.html#contextvars.ContextVar">Python: ContextVar</a>
 */
public final class ContextVar<T extends @Nullable Object> {

  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final int number = COUNTER.getAndIncrement();
  private final String name;
  private final @Nullable Default<? extends T> otherwise;

  /**
   * Makes a variable without a default.
   *
   * @param name its name, for people
   * @throws TypeError if the name is null
   */
  public ContextVar(String name) {
    this(name, null, true);
  }

  /**
   * Makes a variable.
   *
   * @param name its name, for people
   * @param otherwise {@code default_}, its value where none was set
   * @throws TypeError if the name is null
   */
  public ContextVar(String name, Default<? extends T> otherwise) {
    this(name, otherwise, true);
  }

  private ContextVar(@Nullable String name, @Nullable Default<? extends T> otherwise, boolean ignored) {
    if (name == null) {
      throw new TypeError("context variable name must be a str");
    }
    this.name = name;
    this.otherwise = otherwise;
  }

  /** {@return the name} */
  public String name() {
    return name;
  }

  /**
   * {@return the value in the current context, else the default}
   *
   * @throws LookupError if there is neither
   */
  public T get() {
    Bindings.Binding set = find();
    if (set != null) {
      return value(set);
    }
    if (otherwise == null) {
      throw new LookupError(this);
    }
    return otherwise.value();
  }

  /**
   * {@return the value in the current context, else what is given}
   *
   * @param otherwise what to return where no value was set, even if the variable has a default
   */
  public T get(T otherwise) {
    Bindings.Binding set = find();
    return set == null ? otherwise : value(set);
  }

  /**
   * Sets the value in the current context.
   *
   * @param value the value
   * @return what {@link #reset} takes to restore the value before
   */
  public Token<T> set(T value) {
    Context context = Context.current();
    Bindings.Binding before = context.bindings().find(number);
    context.bindings(context.bindings().with(new Bindings.Binding(this, value)));
    return new Token<>(this, context, before);
  }

  /**
   * Restores the value that the variable had before a {@link #set}.
   *
   * @param token what that returned
   * @throws RuntimeError if it was used before
   * @throws ValueError if another variable, or another context, made it
   * @throws TypeError if it is null
   */
  public void reset(Token<T> token) {
    if (token == null) {
      throw new TypeError("expected an instance of Token, got None");
    }
    token.use(this);
  }

  int number() {
    return number;
  }

  @SuppressWarnings("unchecked") // only this variable's set makes bindings of it
  T value(Bindings.Binding set) {
    return (T) set.getValue();
  }

  private Bindings.@Nullable Binding find() {
    Context context = Context.existing();
    return context == null ? null : context.bindings().find(number);
  }

  /** {@return Python's repr, such as {@code <ContextVar name='x' default=5 at 0x1b28cdfa>}} */
  @Override
  public String toString() {
    return "<ContextVar name=" + Builtins.repr(name)
        + (otherwise == null ? "" : " default=" + Builtins.repr(otherwise.value()))
        + " at " + Context.address(this) + ">";
  }
}
