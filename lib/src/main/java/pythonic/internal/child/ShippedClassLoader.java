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

  /** Kept for the child's own children, which may ask for them in turn. */
  private final ConcurrentHashMap<String, byte[]> shipped = new ConcurrentHashMap<>();

  ShippedClassLoader(ParentLink parent) {
    super("pythonic-shipped", ClassLoader.getSystemClassLoader());
    this.parent = parent;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = parent.classBytes(name);
    if (bytes.length == 0) {
      throw new ClassNotFoundException(name + " (neither this process nor its parent has it)");
    }
    shipped.put(name.replace('.', '/') + ".class", bytes);
    return defineClass(name, bytes, 0, bytes.length);
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    byte[] bytes = shipped.get(name);
    return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
  }
}
