package pythonic.contextvars;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.ContextManager;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.ValueError;

/**
 * What {@link ContextVar#set} returns: the value before, to be restored by {@link ContextVar#reset}, or at the end of
 * {@code try (var _ = variable.set(5)) { ... }}.
 *
 * @param <T> the type of the variable's values
 * @see <a href="https://docs.python.org/3/library/contextvars.html#contextvars.Token">Python: Token</a>
 */
public final class Token<T extends @Nullable Object> implements ContextManager {

  /** The old value of a variable that was not set. */
  public static final Object MISSING =
      new Object() {
        @Override
        public String toString() {
          return "<Token.MISSING>";
        }
      };

  private final ContextVar<T> variable;
  private final Context context;
  private final Bindings.@Nullable Binding before;

  /** Written by the thread that the context is current in, which alone can use it; volatile for the repr. */
  private volatile boolean used;

  Token(ContextVar<T> variable, Context context, Bindings.@Nullable Binding before) {
    this.variable = variable;
    this.context = context;
    this.before = before;
  }

  /** {@return the variable that was set} */
  public ContextVar<T> var() {
    return variable;
  }

  /** {@return the value before, {@link #MISSING} if there was none} */
  public @Nullable Object old_value() {
    return before == null ? MISSING : before.getValue();
  }

  /** Does nothing: the variable has been set. */
  @Override
  public void enter() {}

  /**
   * Restores the value before.
   *
   * @throws RuntimeError if that was done before
   * @throws ValueError if another context is current than the one the variable was set in
   */
  @Override
  public void close() {
    use(variable);
  }

  void use(ContextVar<?> by) {
    if (used) {
      throw new RuntimeError(this + " has already been used once");
    }
    if (!variable.equals(by)) {
      throw new ValueError(this + " was created by a different ContextVar");
    }
    if (!context.isCurrent()) {
      throw new ValueError(this + " was created in a different Context");
    }
    used = true;
    Bindings now = context.bindings();
    context.bindings(before == null ? now.without(variable.number()) : now.with(before));
  }

  /** {@return Python's repr, such as {@code <Token var=<ContextVar name='x' at 0x1b28cdfa> at 0x4d7e1886>}} */
  @Override
  public String toString() {
    return "<Token" + (used ? " used" : "") + " var=" + variable + " at " + Context.address(this) + ">";
  }
}
