package pythonic.internal.manager;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.internal.calls.Call;
import pythonic.internal.calls.Raise;
import pythonic.queue.Queue;
import pythonic.threading.Barrier;
import pythonic.threading.Event;
import pythonic.threading.Lock;
import pythonic.threading.RLock;
import pythonic.threading.Semaphore;

/** A type that a program has registered: its public methods, found by name and number of arguments. */
final class RegisteredKind implements Kind {

  /** What every object has is nobody's to call from afar. */
  private static final Set<String> OF_ALL = Set.of("wait", "notify", "notifyAll", "getClass", "hashCode", "equals", "toString");

  private final Registration registration;

  RegisteredKind(Registration registration) {
    this.registration = registration;
  }

  @Override
  public String typeid() {
    return registration.typeid();
  }

  @Override
  public String typeName(Object object) {
    return object.getClass().getSimpleName();
  }

  @Override
  public Object make(@Nullable Object[] args) throws Exception {
    Object made;
    if (registration.callable() != null) {
      made = Call.of(registration.callable(), args).run();
    } else if (args.length == 1) {
      made = args[0];
    } else {
      throw new ValueError("Without callable, must have one non-keyword argument");
    }
    if (made == null) {
      throw new TypeError("the callable of " + typeid() + " made None");
    }
    return switch (made) {
      case Lock lock -> LockReferent.of(lock);
      case RLock lock -> LockReferent.of(lock);
      case Semaphore semaphore -> SemaphoreReferent.of(semaphore);
      default -> made;
    };
  }

  /** {@return the language's own type of an object, which knows more of waiting and of death; null if there is none} */
  private static @Nullable Kind own(Object object) {
    return switch (object) {
      case LockReferent _ -> LockReferent.LOCK;
      case SemaphoreReferent _ -> SemaphoreReferent.SEMAPHORE;
      case Queue<?> _ -> QueueReferent.QUEUE;
      case Event _ -> SimpleReferents.EVENT;
      case Barrier _ -> SimpleReferents.BARRIER;
      default -> null;
    };
  }

  @Override
  public boolean exposes(Object object, String method) {
    Kind own = own(object);
    if (own != null && registration.exposed() == null && own.exposes(object, method)) {
      return true;
    }
    List<String> exposed = registration.exposed();
    return exposed == null ? !method.startsWith("_") && names(object).contains(method) : exposed.contains(method);
  }

  @Override
  public String exposed(Object object) {
    List<String> exposed = registration.exposed();
    return (exposed == null ? new ArrayList<>(names(object)) : exposed).toString();
  }

  private static Set<String> names(Object object) {
    var names = new TreeSet<String>();
    for (Method method : object.getClass().getMethods()) {
      if (isOffered(method)) {
        names.add(method.getName());
      }
    }
    return names;
  }

  private static boolean isOffered(Method method) {
    return !OF_ALL.contains(method.getName()) && !Modifier.isStatic(method.getModifiers());
  }

  @Override
  public boolean takesTurns() {
    return false;
  }

  @Override
  public @Nullable String resultType(String method) {
    return registration.methodToTypeid().get(method);
  }

  @Override
  public @Nullable Object call(Object object, String name, @Nullable Object[] args) throws Exception {
    Kind own = own(object);
    if (own != null && own.exposes(object, name)) {
      return own.call(object, name, args);
    }
    List<Method> named = Arrays.stream(object.getClass().getMethods()).filter(method -> method.getName().equals(name)).filter(RegisteredKind::isOffered).toList();
    for (Method method : named) {
      if (fits(method, args)) {
        return invoke(method, object, args);
      }
    }
    for (Method method : named) {
      if (method.isVarArgs() && args.length >= method.getParameterCount() - 1) {
        @Nullable Object[] gathered = Conversions.gather(method.getParameterTypes(), args);
        if (gathered != null && fits(method, gathered)) {
          return invoke(method, object, gathered);
        }
      }
    }
    throw refusal(object, name, named, args);
  }

  private static boolean fits(Method method, @Nullable Object[] args) {
    Class<?>[] types = method.getParameterTypes();
    if (types.length != args.length) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      if (!Conversions.fits(types[i], args[i])) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Object invoke(Method method, Object object, @Nullable Object[] args) throws Exception {
    try {
      method.trySetAccessible(); // the class may be nested and private, its public methods are for others
      return method.invoke(object, Conversions.convert(method.getParameterTypes(), args));
    } catch (InvocationTargetException e) {
      throw Raise.unchecked(e.getCause() == null ? e : e.getCause());
    }
  }

  private static TypeError refusal(Object object, String name, List<Method> named, @Nullable Object[] args) {
    String full = object.getClass().getSimpleName() + "." + name + "()";
    for (Method method : named) {
      if (method.getParameterCount() == args.length) {
        return new TypeError(full + " cannot be called with " + Builtins.repr(Arrays.asList(args)));
      }
    }
    int expected = named.isEmpty() ? 0 : named.getFirst().getParameterCount();
    return new TypeError(full + " takes " + (expected + 1) + " positional argument" + (expected == 0 ? "" : "s") + " but "
        + (args.length + 1) + (args.length == 0 ? " was" : " were") + " given");
  }
}
