package pythonic.differential;

import java.lang.reflect.Array;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.Keywords;
import pythonic.builtins.keywords.LockArgument;
import pythonic.builtins.keywords.Timeout;

/** Makes a call as a Java program would write it: finds the overload that takes these arguments and keywords. */
@NullUnmarked
final class Forms {

  private enum Fit {
    NONE
  }

  private record Name(Class<?> type, String method) {}

  private static final Map<Name, List<Method>> METHODS = new ConcurrentHashMap<>();

  private Forms() {}

  /** Constructs what the invocation names. */
  static Object construct(Class<?> type, Invocation call) throws Throwable {
    var constructors = sorted(Arrays.asList(type.getConstructors()));
    var arguments = new Object[1][];
    var constructor = choose(constructors, call, arguments);
    try {
      return constructor.newInstance(arguments[0]);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  static Object call(Object target, Invocation call) throws Throwable {
    return call(target.getClass(), target, call);
  }

  private static Object call(Class<?> type, Object target, Invocation call) throws Throwable {
    var arguments = new Object[1][];
    var method = choose(METHODS.computeIfAbsent(new Name(type, call.name()), Forms::methods), call, arguments);
    try {
      return method.invoke(target, arguments[0]);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static List<Method> methods(Name name) {
    String java = name.method.equals("wait") || name.method.equals("notify") ? name.method + "_" : name.method;
    var found = Arrays.stream(name.type.getMethods()).filter(it -> it.getName().equals(java) && !it.isBridge()).toList();
    found.forEach(method -> method.setAccessible(true)); // a public method may stand in a class that is not
    return sorted(found);
  }

  /** Those first that javac would take first. */
  private static <E extends Executable> List<E> sorted(List<E> forms) {
    return forms.stream().sorted(Comparator.comparing(Executable::isVarArgs)).toList();
  }

  private static <E extends Executable> E choose(List<E> forms, Invocation call, Object[][] arguments) throws Throwable {
    var keywords = new ArrayList<>();
    for (var keyword : call.keywords().entrySet()) {
      keywords.add(call(Keywords.class, null, Invocation.of(keyword.getKey(), keyword.getValue())));
    }
    for (E form : forms) {
      arguments[0] = fit(form, call.arguments(), keywords);
      if (arguments[0] != null) {
        return form;
      }
    }
    throw new AssertionError("no form takes " + call + ": " + forms);
  }

  /** {@return the arguments as the form takes them, null if it does not} */
  private static Object[] fit(Executable form, List<Object> positional, List<Object> keywords) {
    Class<?>[] types = form.getParameterTypes();
    int fixed = form.isVarArgs() ? types.length - 1 : types.length;
    if (form.isVarArgs() ? positional.size() != fixed : positional.size() + keywords.size() != fixed) {
      return null;
    }
    var arguments = new Object[types.length];
    for (int i = 0; i < fixed; i++) {
      boolean keyword = i >= positional.size();
      arguments[i] = keyword ? keyword(types[i], keywords.get(i - positional.size())) : convert(types[i], Fresh.value(positional.get(i)));
      if (arguments[i] instanceof Fit) {
        return null;
      }
    }
    if (form.isVarArgs()) {
      Class<?> type = types[fixed].getComponentType();
      if (!keywords.stream().allMatch(type::isInstance)) {
        return null;
      }
      Object rest = Array.newInstance(type, keywords.size());
      for (int i = 0; i < keywords.size(); i++) {
        Array.set(rest, i, keywords.get(i));
      }
      arguments[fixed] = rest;
    }
    return arguments;
  }

  private static Object keyword(Class<?> type, Object value) {
    return type.isInstance(value) && type != Object.class ? value : Fit.NONE;
  }

  /** Java's conversions; None where Python takes a number or a lock is written with the keyword. */
  private static Object convert(Class<?> type, Object value) {
    if (type == boolean.class) {
      return value instanceof Boolean ? value : Fit.NONE;
    }
    if (type == int.class) {
      return value instanceof Integer ? value : Fit.NONE;
    }
    if (type == double.class || (type == Double.class && value != null)) {
      return value instanceof Integer || value instanceof Double ? (Object) ((Number) value).doubleValue() : Fit.NONE;
    }
    if (value == null) {
      return type == Timeout.class ? new Timeout(null) : type == LockArgument.class ? new LockArgument<>(null) : none(type);
    }
    return type.isInstance(value) ? value : Fit.NONE;
  }

  private static Object none(Class<?> type) {
    return type.getPackageName().startsWith("pythonic.threading") ? Fit.NONE : null;
  }
}
