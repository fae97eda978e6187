package pythonic.internal.lifecycle;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Signals that come while the JVM ends already: it would go on with its end, however long that takes. Java tells of signals in a
 * class of the JDK that every JDK has and that javac warns of, so it is called by reflection.
 */
final class LateSignals {

  /** Where the JVM's own way to answer a signal comes from; any other is the program's, and stays. */
  private static final String OWN = "sun.misc.";

  private LateSignals() {}

  /** Has the number of a signal that asks the program to end told to an action, on a thread that Java names after the signal. */
  static void handle(IntConsumer action) {
    for (String name : List.of("INT", "TERM", "HUP")) {
      try {
        handle(name, action);
      } catch (ReflectiveOperationException e) {
        return; // another JVM, or one that was told to leave signals alone
      }
    }
  }

  private static void handle(String name, IntConsumer action) throws ReflectiveOperationException {
    Class<?> type = Class.forName("sun.misc.Signal");
    Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
    Object signal = type.getConstructor(String.class).newInstance(name);
    var number = (Integer) type.getMethod("getNumber").invoke(signal);
    // Nothing but its one method is called.
    Object handler = Proxy.newProxyInstance(handlerType.getClassLoader(), new Class<?>[] {handlerType}, (_, _, _) -> {
      action.accept(number);
      return null;
    });
    Object before = type.getMethod("handle", type, handlerType).invoke(null, signal, handler);
    if (before != null && !before.getClass().getName().startsWith(OWN)) {
      type.getMethod("handle", type, handlerType).invoke(null, signal, before);
    }
  }
}
