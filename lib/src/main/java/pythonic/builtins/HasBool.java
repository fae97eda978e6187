package pythonic.builtins;

/**
 * An object that is true or false: what Python's class defines as {@code __bool__} such a class defines here, and
 * {@link Builtins#bool} uses it.
 *
 * @see <a href="https://docs.python.org/3/reference/datamodel.html#object.__bool__">Python: object.__bool__</a>
 */
public interface HasBool {

  /** {@return whether Python would take it for true} */
  boolean __bool__();
}
