package pythonic.internal.channels;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.OSError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.internal.errors.SystemError;
import pythonic.internal.waiting.Mutex;

/**
 * What a program waits for by {@code select} and its kin: an int, or what has a method {@code fileno()}.
 *
 * @param number its number
 * @param waitable how it is waited for
 * @param owner the open object that has the number, null if there is none
 */
public record Subject(int number, Waitable waitable, @Nullable Object owner) {

  private static final ClassValue<@Nullable Method> METHODS = new ClassValue<>() {
    @Override
    protected @Nullable Method computeValue(Class<?> type) {
      try {
        Method method = type.getMethod("fileno");
        method.trySetAccessible(); // the class may be hidden, the method is not
        return method;
      } catch (NoSuchMethodException e) {
        return null;
      }
    }
  };

  /** Numbers of what has none in this library. Used under {@link #NAMING}. */
  private static final Map<Object, Fileno> NUMBERS = new WeakHashMap<>();

  private static final Mutex NAMING = new Mutex();

  /**
   * {@return what an object is, as a subject}
   *
   * @throws TypeError if it has no number
   * @throws ValueError if the number is negative, as that of what is closed
   * @throws OSError if nothing open has that number
   */
  public static Subject of(@Nullable Object object) {
    int number = number(object);
    Waitable waitable = waitable(object, number);
    return new Subject(number, waitable, Fileno.owner(number));
  }

  /** {@return the same, but what nothing open has the number of is closed} Raises a TypeError or ValueError as {@link #of} does. */
  public static Subject orClosed(@Nullable Object object) {
    int number = number(object);
    try {
      return of(object);
    } catch (OSError e) {
      return new Subject(number, Nothing.OPEN, null);
    }
  }

  /** {@return this, or what has the number since} */
  public Subject now() {
    return waitable == Nothing.OPEN ? orClosed(number) : this;
  }

  /** What a number stands for that nothing has. */
  private enum Nothing implements Waitable {
    OPEN;

    @Override
    public int ready(int uses) {
      throw SystemError.EBADF.raised();
    }

    @Override
    public Runnable whenReady(int uses, Runnable wake) {
      wake.run();
      return () -> {};
    }
  }

  /** {@return how an object is waited for} Raises what {@link #of} does. */
  public static Waitable waitable(@Nullable Object object) {
    try {
      Waitable waitable = Waitable.of(object);
      if (waitable != null) {
        return waitable;
      }
    } catch (OSError e) {
      // It is closed, which its number tells in other words.
    }
    return waitable(object, number(object));
  }

  private static Waitable waitable(@Nullable Object object, int number) {
    Waitable waitable = Waitable.of(object);
    if (waitable == null) {
      waitable = Waitable.of(number);
    }
    if (waitable == null) {
      throw SystemError.EBADF.raised();
    }
    return waitable;
  }

  /** {@return the number of an object} Raises what {@link #of} does. */
  public static int number(@Nullable Object object) {
    int number = fileno(object);
    if (number < 0) {
      throw new ValueError("file descriptor cannot be a negative integer (" + number + ")");
    }
    return number;
  }

  /**
   * {@return the number of an object, negative if it is closed}
   *
   * @throws TypeError if it has none
   */
  public static int fileno(@Nullable Object object) {
    if (object instanceof Integer given) {
      return given;
    }
    Method method = object == null ? null : METHODS.get(object.getClass());
    if (object == null || (method == null && Waitable.of(object) == null)) {
      throw new TypeError("argument must be an int, or have a fileno() method.");
    }
    if (method == null) {
      try (var _ = NAMING.hold()) {
        return NUMBERS.computeIfAbsent(object, _ -> new Fileno()).of(object);
      }
    }
    try {
      if (method.invoke(object) instanceof Integer number) {
        return number;
      }
      throw new TypeError("fileno() returned a non-integer");
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException raised) {
        throw raised;
      }
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw (TypeError) new TypeError("argument must be an int, or have a fileno() method.").initCause(e);
    }
  }
}
