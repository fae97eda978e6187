package pythonic.internal.calls;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Looks behind a lambda. A serializable lambda names its method when it is serialised; this stream catches that name
 * and writes nothing. It needs no access to the lambda's module, which reflection would.
 */
public final class LambdaForm {

  private static final String REVIVER = "$deserializeLambda$";

  /** Of lambdas whose class was made here, by what they have in common: how one is made of what it captures. */
  private static final ConcurrentHashMap<List<Object>, MethodHandle> MAKERS = new ConcurrentHashMap<>();

  /** What the lambdas of a class have in common, of those that were revived here or capture nothing; without what they capture. */
  private static final ClassValue<AtomicReference<@Nullable SerializedLambda>> SHAPES =
      new ClassValue<>() {
        @Override
        protected AtomicReference<@Nullable SerializedLambda> computeValue(Class<?> type) {
          return new AtomicReference<>();
        }
      };

  private LambdaForm() {}

  /** {@return what {@link #of} gives, but for what is captured: nulls may stand for it} */
  static @Nullable SerializedLambda shape(Object function) {
    SerializedLambda known = SHAPES.get(function.getClass()).get();
    return known != null ? known : of(function);
  }

  /** {@return whether {@link #revive} can make a function of a class's lambdas: whether its module lets us} */
  public static boolean isRevivable(Class<?> lambda) {
    return lambda.getModule().isOpen(lambda.getPackageName(), LambdaForm.class.getModule());
  }

  /** {@return whether a lambda implements its one interface only, and nothing that its form does not tell} */
  public static boolean isSimple(Object function) {
    return function.getClass().getInterfaces().length == 1;
  }

  /**
   * {@return a lambda, from what {@link #of} gave in another process} Java's deserialisation does the same, and loads
   * much that a process which has just begun has no use for.
   *
   * @param fields as {@link #fields} gives them
   * @param kind of the method handle
   * @param captured what it captures
   * @param simple what {@link #isSimple} said there
   * @throws ReflectiveOperationException if the class is not here, or has no such lambda
   */
  public static Object revive(String[] fields, int kind, @Nullable Object[] captured, boolean simple, ClassLoader loader)
      throws ReflectiveOperationException {
    Class<?> type = Class.forName(fields[0].replace('/', '.'), false, loader);
    MethodHandle maker = simple ? maker(type, fields, kind, captured.length, loader) : null;
    Object function = maker != null ? made(maker, captured) : byItsClass(type, form(type, fields, kind, captured));
    SHAPES.get(function.getClass()).set(form(type, fields, kind, new Object[captured.length]));
    return function;
  }

  /** Does of {@link #revive} what can be done before a lambda is asked for. Nothing of the program is run or initialised. */
  public static void prepare(String[] fields, int kind, int captures, ClassLoader loader) throws ReflectiveOperationException {
    Class<?> type = Class.forName(fields[0].replace('/', '.'), false, loader);
    if (type.getDeclaredMethods().length > 0) { // asking for them links the class
      maker(type, fields, kind, captures, loader);
    }
  }

  private static @Nullable MethodHandle maker(Class<?> type, String[] fields, int kind, int captures, ClassLoader loader)
      throws ReflectiveOperationException {
    List<Object> key = List.of(type, Arrays.asList(fields), kind, captures);
    MethodHandle known = MAKERS.get(key);
    if (known != null) {
      return known;
    }
    if (!type.getModule().equals(LambdaForm.class.getModule())) {
      return null; // a class of another module, as are those that the parent has sent, lets us have no part in its nest
    }
    byte[] bytes = FunctionClass.bytes(type, fields, kind, captures, loader);
    if (bytes == null) {
      return null;
    }
    Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup()).defineHiddenClass(bytes, false, Lookup.ClassOption.NESTMATE);
    MethodHandle maker = lookup.findConstructor(lookup.lookupClass(), MethodType.methodType(void.class, Object[].class));
    MAKERS.put(key, maker);
    return maker;
  }

  private static Object byItsClass(Class<?> type, SerializedLambda form) throws ReflectiveOperationException {
    Method reviver = type.getDeclaredMethod(REVIVER, SerializedLambda.class);
    reviver.setAccessible(true);
    MethodHandle handle = MethodHandles.lookup().unreflect(reviver);
    return result(() -> (Object) handle.invoke(form));
  }

  private static Object made(MethodHandle maker, @Nullable Object[] captured) throws ReflectiveOperationException {
    return result(() -> (Object) maker.invoke(captured));
  }

  private static SerializedLambda form(Class<?> type, String[] fields, int kind, @Nullable Object[] captured) {
    return new SerializedLambda(
        type, fields[1], fields[2], fields[3], kind, fields[4], fields[5], fields[6], fields[7], captured);
  }

  private interface Calling {
    Object call() throws Throwable;
  }

  private static Object result(Calling calling) throws ReflectiveOperationException {
    try {
      return calling.call();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) { // it declares none
      throw new InvocationTargetException(e);
    }
  }

  /**
   * {@return the fields of a lambda's form, as {@link #revive} takes them: capturing class, interface, its method and that one's
   * signature, implementing class, method and signature, type of the method}
   */
  public static String[] fields(SerializedLambda form) {
    return new String[] {
      form.getCapturingClass(), form.getFunctionalInterfaceClass(), form.getFunctionalInterfaceMethodName(),
      form.getFunctionalInterfaceMethodSignature(), form.getImplClass(), form.getImplMethodName(),
      form.getImplMethodSignature(), form.getInstantiatedMethodType()
    };
  }

  /** {@return what a serializable lambda or method reference stands for, null for any other object} */
  public static @Nullable SerializedLambda of(Object function) {
    if (!function.getClass().isHidden() && !function.getClass().isSynthetic()) {
      return null;
    }
    AtomicReference<@Nullable SerializedLambda> shape = SHAPES.get(function.getClass());
    SerializedLambda known = shape.get();
    if (known != null && known.getCapturedArgCount() == 0) {
      return known;
    }
    try (var catcher = new Catcher()) {
      catcher.writeObject(function);
      SerializedLambda caught = catcher.caught;
      if (caught != null && caught.getCapturedArgCount() == 0) {
        shape.set(caught); // threads that race set the same
      }
      return caught;
    } catch (IOException e) {
      return null;
    }
  }

  private static final class Catcher extends ObjectOutputStream {

    private @Nullable SerializedLambda caught;

    Catcher() throws IOException {
      super(OutputStream.nullOutputStream());
      enableReplaceObject(true);
    }

    @Override
    protected @Nullable Object replaceObject(@Nullable Object object) {
      if (caught == null && object instanceof SerializedLambda lambda) {
        caught = lambda;
      }
      return null;
    }
  }
}
