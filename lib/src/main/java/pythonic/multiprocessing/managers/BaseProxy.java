package pythonic.multiprocessing.managers;

import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.HasStr;
import pythonic.builtins.PythonException;
import pythonic.internal.manager.Manner;

/**
 * Stands for an object in a manager's process. Each call goes there; any thread of any process of the family may make
 * it. A proxy travels to other processes and stands for the same object there. Two proxies are equal
 * only if they are the same, whatever their objects hold, as in Python.
 *
 * <p>All calls may raise {@link pythonic.builtins.ConnectionError} when the manager has ended, which says how, and
 * {@link pythonic.builtins.KeyboardInterrupt} when the thread is interrupted; the call may have been made by then.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#proxy-objects">Python: proxy objects</a>
 */
public abstract class BaseProxy implements Serializable, HasStr {

  @Serial private static final long serialVersionUID = 1L;

  private final Token token;

  /**
   * {@return the proxy behind one that has the shape of an interface}
   *
   * @param typed what {@link BaseManager#create} gave, for a type that was registered with such a {@code proxytype}
   * @throws pythonic.builtins.TypeError if it is none
   */
  public static BaseProxy of(Object typed) {
    return TypedProxy.behind(typed);
  }

  /**
   * A proxy of an object of a manager.
   *
   * @param token names it
   */
  protected BaseProxy(Token token) {
    this.token = token;
  }

  /** {@return what names the object} */
  public final Token _token() {
    return token;
  }

  /** {@return how its calls wait} */
  Manner manner() {
    return Manner.USUAL;
  }

  /**
   * Calls a method of the object by its name.
   *
   * @param method a method that the manager exposes for the type, such as {@code __len__}
   * @param args its arguments
   * @return its result
   * @throws RemoteError if the manager does not expose it
   * @throws pythonic.builtins.TypeError if an argument cannot travel, or the number of arguments is wrong
   */
  public final @Nullable Object _callmethod(String method, @Nullable Object... args) {
    return token.call(manner(), method, args);
  }

  /** Calls a method whose result's type the caller knows: that of the method, or one that the program put in. */
  @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"}) // as the comment says
  final <R extends @Nullable Object> R call(String method, @Nullable Object... args) {
    return (R) token.call(manner(), method, args);
  }

  /** {@return a value as it is put into this object: a shared container for a plain one, if the manager nests them} */
  final @Nullable Object nested(@Nullable Object value) {
    return Nesting.of(token, value);
  }

  /** {@return a copy of the object} */
  public @Nullable Object _getvalue() {
    return token.call(manner(), "#GETVALUE");
  }

  /** {@return the object's {@code str()}; a text that says so if the manager cannot be asked} */
  @Override
  public String str() {
    try {
      return String.valueOf(token.call(manner(), "__str__"));
    } catch (PythonException e) {
      return toString().replaceAll(">$", "; '__str__()' failed>");
    }
  }

  /** {@return Python's repr, such as {@code <DictProxy object, typeid 'dict' at 0x7f0000000040>}} */
  @Override
  public String toString() {
    return "<" + pythonName() + " object, typeid '" + token.typeid() + "' at 0x" + token.id() + ">";
  }

  /** {@return the name of its class in Python} */
  String pythonName() {
    return getClass().getSimpleName();
  }
}
