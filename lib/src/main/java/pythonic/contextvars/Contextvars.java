package pythonic.contextvars;

/**
 * The function of the module {@code contextvars}.
 *
 * @see <a href="https://docs.python.org/3/library/contextvars.html">Python: contextvars</a>
 */
public final class Contextvars {

  private Contextvars() {}

  /** {@return a copy of the current context} It costs the same however many variables are set. */
  public static Context copy_context() {
    return Context.current().copy();
  }
}
