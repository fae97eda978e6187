package pythonic.internal.calls;

import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.TypeError;
import pythonic.builtins.functions.Callable;

/**
 * The name and parameters of the method behind a lambda or method reference. All lambdas of one class share them,
 * so they are worked out once a class. An object of an ordinary class that implements a function has no name, as in
 * Python, and takes what its method takes.
 */
final class Signature {

  private static final ClassValue<Holder> CACHE =
      new ClassValue<>() {
        @Override
        protected Holder computeValue(Class<?> type) {
          return new Holder();
        }
      };

  /** Filled by the first instance of the class; two threads that race compute the same, so the race is harmless. */
  private static final class Holder {
    private volatile @Nullable Signature signature;
  }

  private final @Nullable String name;
  private final boolean bound;
  private final List<Class<?>> types;

  /** The same, with Integer for int and so on. */
  private final List<Class<?>> boxedTypes;

  private final ParameterNames names;

  private Signature(
      @Nullable String name, boolean bound, List<Class<?>> types, ParameterNames names) {
    this.name = name;
    this.bound = bound;
    this.types = types;
    this.boxedTypes = MethodType.methodType(void.class, types).wrap().parameterList();
    this.names = names;
  }

  static Signature of(Callable function) {
    Holder holder = CACHE.get(function.getClass());
    Signature known = holder.signature;
    if (known == null) {
      known = find(function);
      holder.signature = known;
    }
    return known;
  }

  @Nullable String name() {
    return name;
  }

  /** {@return the arguments in the order of the parameters} */
  @Nullable Object[] bind(List<@Nullable Object> args, Map<String, @Nullable Object> kwargs) {
    int arity = types.size();
    if (args.size() > arity) {
      throw tooMany(args.size());
    }
    var values = new @Nullable Object[arity];
    if (args.size() == arity && kwargs.isEmpty()) {
      for (int i = 0; i < arity; i++) {
        values[i] = fit(i, args.get(i));
      }
      return values;
    }
    var filled = new boolean[arity];
    for (int i = 0; i < args.size(); i++) {
      values[i] = fit(i, args.get(i));
      filled[i] = true;
    }
    kwargs.forEach(
        (keyword, value) -> {
          int index = indexOf(keyword);
          if (filled[index]) {
            throw new TypeError(title() + " got multiple values for argument '" + keyword + "'");
          }
          values[index] = fit(index, value);
          filled[index] = true;
        });
    requireAll(filled);
    return values;
  }

  /** {@return the one argument, as the function takes it} */
  @Nullable Object[] bind(@Nullable Object arg) {
    return types.size() == 1 ? new @Nullable Object[] {fit(0, arg)} : bind(Collections.singletonList(arg), Map.of());
  }

  private int indexOf(String keyword) {
    List<@Nullable String> known = names.get();
    if (!known.isEmpty() && known.getFirst() == null) {
      String why = "<lambda>".equals(name)
          ? "javac keeps no parameter names of lambdas, pass a method"
          : "its class carries no parameter names (compile with javac -parameters)";
      throw new TypeError(title() + " takes no keyword arguments: " + why);
    }
    int index = known.indexOf(keyword);
    if (index < 0) {
      throw new TypeError(title() + " got an unexpected keyword argument '" + keyword + "'");
    }
    return index;
  }

  private void requireAll(boolean[] filled) {
    List<String> missing =
        IntStream.range(0, filled.length).filter(i -> !filled[i]).mapToObj(this::quotedName).toList();
    if (!missing.isEmpty()) {
      int count = missing.size();
      throw new TypeError(
          title() + " missing " + count + " required positional argument" + (count == 1 ? "" : "s") + ": " + listed(missing));
    }
  }

  private static String listed(List<String> names) {
    int last = names.size() - 1;
    return switch (names.size()) {
      case 1 -> names.getFirst();
      case 2 -> names.get(0) + " and " + names.get(1);
      default -> String.join(", ", names.subList(0, last)) + ", and " + names.get(last);
    };
  }

  private TypeError tooMany(int given) {
    int self = bound ? 1 : 0;
    int takes = types.size() + self;
    return new TypeError(
        title() + " takes " + takes + " positional argument" + (takes == 1 ? "" : "s")
            + " but " + (given + self) + (given + self == 1 ? " was" : " were") + " given");
  }

  /** An int is accepted where a float is asked for; nothing else is converted. */
  private @Nullable Object fit(int index, @Nullable Object value) {
    Class<?> declared = types.get(index);
    Class<?> type = boxedTypes.get(index);
    if (value == null ? !declared.isPrimitive() : type.isInstance(value)) {
      return value;
    }
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      if (type == Long.class) {
        return ((Number) value).longValue();
      }
      if (type == Double.class) {
        return ((Number) value).doubleValue();
      }
    }
    if (type == Double.class && (value instanceof Long || value instanceof Float)) {
      return ((Number) value).doubleValue();
    }
    throw new TypeError(
        title() + " argument " + (index + 1) + " must be " + typeName(type) + ", not " + Builtins.type_name(value));
  }

  private static String typeName(Class<?> type) {
    String repr = Builtins.repr(type);
    return repr.substring("<class '".length(), repr.length() - "'>".length());
  }

  private String title() {
    return (name == null ? "function" : name) + "()";
  }

  private String quotedName(int index) {
    String given = names.get().get(index);
    return "'" + (given == null ? "arg" + index : given) + "'";
  }

  private static Signature find(Callable function) {
    SerializedLambda lambda = LambdaForm.shape(function);
    if (lambda == null) {
      return new Signature(
          null, false, Collections.nCopies(function.arity(), Object.class), ParameterNames.unknown(function.arity()));
    }
    ClassLoader loader = function.getClass().getClassLoader();
    List<Class<?>> types =
        MethodType.fromMethodDescriptorString(lambda.getInstantiatedMethodType(), loader).parameterList();
    String method = lambda.getImplMethodName();
    boolean bound = lambda.getCapturedArgCount() == 1 && isInstanceCall(lambda.getImplMethodKind()) && !method.startsWith("lambda$");
    String simple = method.startsWith("lambda$") ? "<lambda>" : method.equals("<init>") ? simpleName(lambda) : method;
    return new Signature(
        bound ? simpleName(lambda) + "." + simple : simple, bound, primitives(lambda, loader, types),
        ParameterNames.of(lambda, loader, types.size()));
  }

  private static boolean isInstanceCall(int kind) {
    return kind == MethodHandleInfo.REF_invokeVirtual
        || kind == MethodHandleInfo.REF_invokeInterface
        || kind == MethodHandleInfo.REF_invokeSpecial;
  }

  private static String simpleName(SerializedLambda lambda) {
    String type = lambda.getImplClass();
    return type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf('$')) + 1);
  }

  /** A parameter that is primitive in the method itself takes no None: the boxed type alone would not tell. */
  private static List<Class<?>> primitives(SerializedLambda lambda, @Nullable ClassLoader loader, List<Class<?>> boxed) {
    List<Class<?>> declared = MethodType.fromMethodDescriptorString(lambda.getImplMethodSignature(), loader).parameterList();
    int skip = declared.size() - boxed.size();
    if (skip < 0) {
      return boxed;
    }
    var types = new ArrayList<Class<?>>(boxed);
    for (int i = 0; i < types.size(); i++) {
      Class<?> given = declared.get(skip + i);
      if (given.isPrimitive()) {
        types.set(i, given);
      }
    }
    return types;
  }
}
