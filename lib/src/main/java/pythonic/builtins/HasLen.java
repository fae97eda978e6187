package pythonic.builtins;

/**
 * An object that has a length and is no Java collection. {@link Builtins#len} asks it, and {@link Builtins#bool},
 * unless it {@link HasBool says itself} whether it is true.
 *
 * @see <a href="https://docs.python.org/3/reference/datamodel.html#object.__len__">Python: object.__len__</a>
 */
public interface HasLen {

  /** {@return Python's {@code len()} of this object} */
  int size();
}
