package pythonic.atexit;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.functions.Procedure1;
import pythonic.builtins.functions.Procedure2;
import pythonic.builtins.functions.Procedure3;
import pythonic.builtins.functions.Procedure4;
import pythonic.builtins.functions.Procedure5;
import pythonic.builtins.functions.Procedure6;
import pythonic.internal.calls.Call;
import pythonic.internal.console.Console;
import pythonic.internal.lifecycle.Lifecycle;
import pythonic.internal.text.Traceback;

/**
 * Functions that are called when the program ends, the last registered first: after all threads have ended that are
 * not daemons, and after pools have finished their work. They are not called if the process is killed.
 *
 * @see <a href="https://docs.python.org/3/library/atexit.html">Python: atexit</a>
 */
public final class Atexit {

  private static final ConcurrentLinkedQueue<Entry> ENTRIES = new ConcurrentLinkedQueue<>();

  private Atexit() {}

  private record Entry(Callable function, Lifecycle.Registration registration) {}

  /**
   * Has a function called when the program ends.
   *
   * @param function the function
   * @return the function
   */
  public static Procedure0 register(Procedure0 function) {
    add(Call.of(function));
    return function;
  }

  /**
   * Has a function called when the program ends.
   *
   * @param <A> the type of argument 1
   * @param function the function
   * @param a argument 1
   * @return the function
   */
  public static <A extends @Nullable Object> Procedure1<A> register(Procedure1<A> function, A a) {
    add(Call.of(function, a));
    return function;
  }

  /**
   * Has a function called when the program ends.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param function the function
   * @param a argument 1
   * @param b argument 2
   * @return the function
   */
  public static <A extends @Nullable Object, B extends @Nullable Object> Procedure2<A, B> register(
      Procedure2<A, B> function, A a, B b) {
    add(Call.of(function, a, b));
    return function;
  }

  /**
   * Has a function called when the program ends.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param function the function
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @return the function
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> Procedure3<A, B, C> register(
      Procedure3<A, B, C> function, A a, B b, C c) {
    add(Call.of(function, a, b, c));
    return function;
  }

  /**
   * Has a function called when the program ends.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param function the function
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @param d argument 4
   * @return the function
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object> Procedure4<A, B, C, D> register(
      Procedure4<A, B, C, D> function, A a, B b, C c, D d) {
    add(Call.of(function, a, b, c, d));
    return function;
  }

  /**
   * Has a function called when the program ends.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param function the function
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @param d argument 4
   * @param e argument 5
   * @return the function
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object> Procedure5<A, B, C, D, E> register(
      Procedure5<A, B, C, D, E> function, A a, B b, C c, D d, E e) {
    add(Call.of(function, a, b, c, d, e));
    return function;
  }

  /**
   * Has a function called when the program ends.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param <F> the type of argument 6
   * @param function the function
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @param d argument 4
   * @param e argument 5
   * @param f argument 6
   * @return the function
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object> Procedure6<A, B, C, D, E, F> register(
      Procedure6<A, B, C, D, E, F> function, A a, B b, C c, D d, E e, F f) {
    add(Call.of(function, a, b, c, d, e, f));
    return function;
  }

  /**
   * Takes a function back, as often as it was registered. It must be the object that {@code register} returned: Java
   * makes another one each time a method reference is written.
   *
   * @param function the function
   */
  public static void unregister(Callable function) {
    ENTRIES.removeIf(entry -> {
      boolean found = entry.function.equals(function);
      if (found) {
        entry.registration.cancel();
      }
      return found;
    });
  }

  private static void add(Call call) {
    ENTRIES.add(new Entry(call.function(), Lifecycle.atExit(() -> run(call))));
  }

  private static void run(Call call) {
    try {
      call.run();
    } catch (Throwable e) { // as in Python even a SystemExit does not keep the others from being called
      String name = call.functionName();
      String repr = name == null ? Builtins.repr(call.function()) : "<function " + name + ">";
      Console.write(System.err, "Exception ignored in atexit callback " + repr + ":\n" + Traceback.format(e));
    }
  }
}
