package pythonic.internal.child;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A child's class loader: what the child's own class path lacks comes from the parent. */
final class ShippedClassLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  private final ParentLink parent;

  private static final String CLASS = ".class";

  /** By resource. Kept for the child's own children, which may ask for them in turn. */
  private final ConcurrentHashMap<String, byte[]> shipped = new ConcurrentHashMap<>();

  ShippedClassLoader(ParentLink parent) {
    super("pythonic-shipped", ClassLoader.getSystemClassLoader());
    this.parent = parent;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = bytes(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name + " (neither this process nor its parent has it)");
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  private byte @Nullable [] bytes(String className) {
    String resource = className.replace('.', '/') + CLASS;
    byte[] known = shipped.get(resource);
    if (known != null) {
      return known;
    }
    byte[] bytes = parent.classBytes(className);
    if (bytes.length == 0) {
      return null;
    }
    shipped.put(resource, bytes);
    return bytes;
  }

  /** A child of the child may need a class before the child itself does. */
  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    InputStream own = shipped.containsKey(name) ? null : super.getResourceAsStream(name);
    if (own != null || !name.endsWith(CLASS)) {
      return own;
    }
    byte[] bytes = bytes(name.substring(0, name.length() - CLASS.length()).replace('/', '.'));
    return bytes == null ? null : new ByteArrayInputStream(bytes);
  }
}
