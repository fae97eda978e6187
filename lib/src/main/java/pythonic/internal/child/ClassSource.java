package pythonic.internal.child;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a parent finds the bytes of classes that its child lacks: the class loaders of what it sent, which also know
 * classes that were compiled in memory, by the source launcher or in jshell.
 */
public final class ClassSource {

  private final Set<ClassLoader> loaders = new LinkedHashSet<>();

  /** The loaders of the given objects' classes, then the current thread's context class loader. */
  public ClassSource(Object... senders) {
    for (Object sender : senders) {
      add(sender.getClass().getClassLoader());
    }
    add(Thread.currentThread().getContextClassLoader());
  }

  private ClassSource(boolean ignored) {}

  /** {@return a source that has nothing} */
  static ClassSource none() {
    return new ClassSource(false);
  }

  private void add(@Nullable ClassLoader loader) {
    if (loader != null) {
      loaders.add(loader);
    }
  }

  /** {@return the bytes of a class, empty if no loader has them} */
  byte[] bytes(String className) {
    String resource = className.replace('.', '/') + ".class";
    for (ClassLoader loader : loaders) {
      try (InputStream in = loader.getResourceAsStream(resource)) {
        if (in != null) {
          return in.readAllBytes();
        }
      } catch (IOException e) {
        // this loader cannot read it: the next one may
      }
    }
    return new byte[0];
  }
}
