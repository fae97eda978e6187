package pythonic.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import org.jspecify.annotations.NullUnmarked;

/**
 * Shows an object as an interface that it does not implement but whose methods it has, so that one contract can be
 * held against classes that have nothing in common but their names, as Python's own classes do.
 */
@NullUnmarked
public final class Alike {

  private Alike() {}

  /** {@return an object whose methods are those of the first target that has them} */
  public static <T> T as(Class<T> type, Object... targets) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              for (Object target : targets) {
                Method same = find(target, method);
                if (same != null) {
                  try {
                    same.trySetAccessible(); // the class may be one of a test's own
                    return same.invoke(target, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                }
              }
              throw new AssertionError("nobody has " + method + " among " + Arrays.toString(targets));
            }));
  }

  private static Method find(Object target, Method wanted) {
    try {
      return target.getClass().getMethod(wanted.getName(), wanted.getParameterTypes());
    } catch (NoSuchMethodException e) {
      return null;
    }
  }
}
