package pythonic.builtins;

/**
 * An object that has a length and is no Java collection. {@link Builtins#len} and {@link Builtins#bool} ask it.
 *
 * @see <a href="https://docs.python.org/3/reference/datamodel.html#object.__len__">Python: object.__len__</a>
 */
public interface HasLen {

  /** {@return Python's {@code len()} of this object} */
  int size();
}
