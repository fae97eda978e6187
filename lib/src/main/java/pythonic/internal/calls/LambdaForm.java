package pythonic.internal.calls;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Looks behind a lambda. A serializable lambda names its method when it is serialised; this stream catches that name
 * and writes nothing. It needs no access to the lambda's module, which reflection would.
 */
public final class LambdaForm {

  private static final String REVIVER = "$deserializeLambda$";

  /** What the lambdas of a class have in common, of those that were revived here; without what they capture. */
  private static final ClassValue<AtomicReference<@Nullable SerializedLambda>> REVIVED =
      new ClassValue<>() {
        @Override
        protected AtomicReference<@Nullable SerializedLambda> computeValue(Class<?> type) {
          return new AtomicReference<>();
        }
      };

  private LambdaForm() {}

  /** {@return what {@link #of} gives, but for what is captured: nulls may stand for it} */
  static @Nullable SerializedLambda shape(Object function) {
    SerializedLambda known = REVIVED.get(function.getClass()).get();
    return known != null ? known : of(function);
  }

  /** {@return whether {@link #revive} can make a function of a class's lambdas: whether its module lets us} */
  public static boolean isRevivable(Class<?> lambda) {
    return lambda.getModule().isOpen(lambda.getPackageName(), LambdaForm.class.getModule());
  }

  /**
   * {@return a lambda, from what {@link #of} gave in another process} Java's deserialisation does the same, and loads
   * much that a process which has just begun has no use for.
   *
   * @param fields capturing class, interface, its method and that one's signature, implementing class, method and
   *     signature, type of the method
   * @param kind of the method handle
   * @param captured what it captures
   * @throws ReflectiveOperationException if the class is not here, or has no such lambda
   */
  public static Object revive(String[] fields, int kind, @Nullable Object[] captured, ClassLoader loader) throws ReflectiveOperationException {
    Class<?> type = Class.forName(fields[0].replace('/', '.'), false, loader);
    Method reviver = type.getDeclaredMethod(REVIVER, SerializedLambda.class);
    reviver.setAccessible(true);
    Object function = call(MethodHandles.lookup().unreflect(reviver), form(type, fields, kind, captured));
    REVIVED.get(function.getClass()).set(form(type, fields, kind, new Object[captured.length]));
    return function;
  }

  private static SerializedLambda form(Class<?> type, String[] fields, int kind, @Nullable Object[] captured) {
    return new SerializedLambda(
        type, fields[1], fields[2], fields[3], kind, fields[4], fields[5], fields[6], fields[7], captured);
  }

  private static Object call(MethodHandle reviver, SerializedLambda form) throws ReflectiveOperationException {
    try {
      return (Object) reviver.invoke(form);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) { // it declares none
      throw new InvocationTargetException(e);
    }
  }

  /** {@return the fields of a lambda's form, as {@link #revive} takes them} */
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
    try (var catcher = new Catcher()) {
      catcher.writeObject(function);
      return catcher.caught;
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
