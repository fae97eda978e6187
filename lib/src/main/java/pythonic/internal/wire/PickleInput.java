package pythonic.internal.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AttributeError;
import pythonic.builtins.ValueError;

/** Java's deserialisation with the classes of a given loader. */
final class PickleInput extends ObjectInputStream {

  private static final Map<String, Class<?>> PRIMITIVES =
      Stream.of(
              boolean.class, byte.class, char.class, short.class, int.class, long.class, float.class, double.class,
              void.class)
          .collect(Collectors.toUnmodifiableMap(Class::getName, Function.identity()));

  private final ClassLoader loader;

  private PickleInput(InputStream in, ClassLoader loader) throws IOException {
    super(in);
    this.loader = loader;
  }

  static @Nullable Object read(byte[] bytes, int offset, ClassLoader loader) {
    try (var in = new PickleInput(new ByteArrayInputStream(bytes, offset, bytes.length - offset), loader)) {
      return in.readObject();
    } catch (ClassNotFoundException e) {
      throw (AttributeError)
          new AttributeError("Can't get attribute '" + e.getMessage() + "': no such class here").initCause(e);
    } catch (IOException e) {
      throw (ValueError) new ValueError("cannot unpickle: " + e).initCause(e);
    }
  }

  @Override
  protected Class<?> resolveClass(ObjectStreamClass description) throws ClassNotFoundException {
    Class<?> primitive = PRIMITIVES.get(description.getName());
    return primitive != null ? primitive : Class.forName(description.getName(), false, loader);
  }

  @Override
  protected Class<?> resolveProxyClass(String[] interfaces) throws ClassNotFoundException {
    var types = new Class<?>[interfaces.length];
    ClassLoader definer = loader;
    for (int i = 0; i < types.length; i++) {
      types[i] = Class.forName(interfaces[i], false, loader);
      if (!Modifier.isPublic(types[i].getModifiers())) {
        definer = types[i].getClassLoader(); // that alone can define what implements it
      }
    }
    // The class is asked for through an object of it, as the method that gives it alone is deprecated.
    return Proxy.newProxyInstance(definer, types, (_, _, _) -> null).getClass();
  }
}
