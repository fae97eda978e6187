package pythonic.docs;

import java.lang.reflect.Constructor;
import pythonic.socketserver.BaseRequestHandler;

/** Makes handlers of the ports' servers, which are classes without a package. */
final class PortHandler {

  private PortHandler() {}

  /** {@return a new one of a class} */
  @SuppressWarnings("unchecked") // the lesson's class has that type
  static <R> BaseRequestHandler<R> of(String name) {
    try {
      Constructor<?> constructor = Class.forName(name).getDeclaredConstructor();
      constructor.setAccessible(true);
      return (BaseRequestHandler<R>) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name, e);
    }
  }
}
