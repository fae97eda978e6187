package pythonic.builtins;

/**
 * An object whose {@code str()} is not its repr. What Python's class defines as {@code __str__} such a class defines
 * here, and {@code print} and {@link Builtins#str} use it; {@code toString()} is the repr.
 *
 * @see <a href="https://docs.python.org/3/reference/datamodel.html#object.__str__">Python: object.__str__</a>
 */
public interface HasStr {

  /** {@return Python's {@code str()} of this object} */
  String str();
}
