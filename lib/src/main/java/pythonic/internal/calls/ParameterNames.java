package pythonic.internal.calls;

import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names of the parameters of the method behind a lambda, where its class carries them. They take long to find, and only keywords
 * and the texts of errors need them, so they are looked for when they are asked for.
 */
final class ParameterNames {

  /** The method: its class, name and descriptor; null for an object that is no lambda. Not the lambda, which may hold what it captures. */
  private final @Nullable String type;

  private final String method;
  private final String descriptor;
  private final @Nullable ClassLoader loader;
  private final int arity;

  /** Two threads that race find the same. */
  private volatile @Nullable List<@Nullable String> found;

  private ParameterNames(@Nullable String type, String method, String descriptor, @Nullable ClassLoader loader, int arity) {
    this.type = type;
    this.method = method;
    this.descriptor = descriptor;
    this.loader = loader;
    this.arity = arity;
  }

  /** The last so many parameters of a lambda's method: what it captures comes first. */
  static ParameterNames of(SerializedLambda lambda, @Nullable ClassLoader loader, int arity) {
    return new ParameterNames(lambda.getImplClass().replace('/', '.'), lambda.getImplMethodName(), lambda.getImplMethodSignature(), loader, arity);
  }

  /** So many that nobody knows. */
  static ParameterNames unknown(int arity) {
    return new ParameterNames(null, "", "", null, arity);
  }

  /** {@return the names in the order of the parameters, null for each that is not known} */
  List<@Nullable String> get() {
    List<@Nullable String> known = found;
    if (known == null) {
      known = find();
      found = known;
    }
    return known;
  }

  private List<@Nullable String> find() {
    List<@Nullable String> none = Collections.nCopies(arity, null);
    if (type == null) {
      return none;
    }
    try {
      Class<?> owner = Class.forName(type, false, loader);
      Executable executable =
          Stream.<Executable>concat(Stream.of(owner.getDeclaredMethods()), Stream.of(owner.getDeclaredConstructors()))
              .filter(candidate -> candidate.getName().equals(method) || method.equals("<init>"))
              .filter(candidate -> descriptor(candidate).equals(descriptor))
              .findFirst()
              .orElse(null);
      if (executable == null || executable.getParameterCount() < arity) {
        return none;
      }
      Parameter[] parameters = executable.getParameters();
      var names = new ArrayList<@Nullable String>(arity);
      for (Parameter parameter : List.of(parameters).subList(parameters.length - arity, parameters.length)) {
        names.add(parameter.isNamePresent() ? parameter.getName() : null);
      }
      return names;
    } catch (ClassNotFoundException e) {
      return none;
    }
  }

  private static String descriptor(Executable method) {
    Class<?> result = method instanceof Method m ? m.getReturnType() : void.class;
    return MethodType.methodType(result, method.getParameterTypes()).toMethodDescriptorString();
  }
}
