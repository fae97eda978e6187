package pythonic.multiprocessing.managers;

import java.io.Serial;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.TypeError;

/** Gives a proxy the shape of an interface of the program: its methods are called by their names. */
final class TypedProxy implements InvocationHandler, Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private static final Object[] NONE = {};

  private final AutoProxy proxy;

  private TypedProxy(AutoProxy proxy) {
    this.proxy = proxy;
  }

  static Object of(Class<?> type, Token token) {
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new TypedProxy(new AutoProxy(token)));
  }

  static BaseProxy behind(Object typed) {
    if (typed instanceof BaseProxy proxy) {
      return proxy;
    }
    if (Proxy.isProxyClass(typed.getClass()) && Proxy.getInvocationHandler(typed) instanceof TypedProxy handler) {
      return handler.proxy;
    }
    throw new TypeError("'" + typed.getClass().getSimpleName() + "' object is no proxy of a manager");
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // as in Python a proxy equals only itself
  public @Nullable Object invoke(Object self, Method method, @Nullable Object @Nullable [] args) {
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "equals" -> args != null && self == args[0];
        case "hashCode" -> System.identityHashCode(self);
        default -> proxy.toString();
      };
    }
    return proxy._callmethod(method.getName(), args == null ? NONE : args);
  }
}
