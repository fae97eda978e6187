package pythonic.builtins;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Function1;
import pythonic.builtins.keywords.CreateMethod;
import pythonic.builtins.keywords.Ctx;
import pythonic.builtins.keywords.Exposed;
import pythonic.builtins.keywords.MethodToTypeid;
import pythonic.builtins.keywords.Nested;
import pythonic.builtins.keywords.Proxytype;
import pythonic.builtins.keywords.Serializer;
import pythonic.builtins.keywords.ShutdownTimeout;

/** The keywords of managers. */
abstract sealed class ManagerKeywords extends SocketKeywords permits SharedMemoryKeywords {

  ManagerKeywords() {}

  /**
   * {@code nested=value} of a manager, an extension: lists, dicts and sets that are put into those of the manager become
   * shared ones too, so what is done to them is not lost.
   *
   * @param value false for Python's way, where they are copied
   * @return the keyword
   */
  public static Nested nested(boolean value) {
    return new Nested(value);
  }

  /**
   * {@code ctx=context} of a manager.
   *
   * @param value from {@code get_context}, null for the default
   * @return the keyword
   */
  public static Ctx ctx(@Nullable Object value) {
    return new Ctx(value);
  }

  /**
   * {@code serializer=name} of a manager.
   *
   * @param name {@code pickle}
   * @return the keyword
   */
  public static Serializer serializer(String name) {
    return new Serializer(name);
  }

  /**
   * {@code shutdown_timeout=seconds} of a manager.
   *
   * @param seconds how long its process has to end, and again after each stronger word
   * @return the keyword
   */
  public static ShutdownTimeout shutdown_timeout(double seconds) {
    return new ShutdownTimeout(seconds);
  }

  /**
   * {@code proxytype=type} of a registered type: proxies have the shape of an interface, or are of a class of proxies.
   *
   * @param type an interface with the methods that are called, or a class such as {@code QueueProxy}
   * @return the keyword
   */
  public static Proxytype proxytype(@Nullable Class<?> type) {
    return new Proxytype(type);
  }

  /**
   * {@code proxytype=type} of a registered type: proxies are of a class of the program.
   *
   * @param <T> a token
   * @param <P> the class
   * @param type makes a proxy of a token: the constructor of a subclass of {@code BaseProxy}
   * @return the keyword
   */
  public static <T, P> Proxytype proxytype(Function1<T, P> type) {
    return new Proxytype(type);
  }

  /**
   * {@code exposed=[...]} of a registered type.
   *
   * @param names the methods that may be called; by default all that are public and do not begin with an underscore
   * @return the keyword
   */
  public static Exposed exposed(String... names) {
    return new Exposed(List.of(names));
  }

  /**
   * {@code method_to_typeid={...}} of a registered type.
   *
   * @param types for the names of methods the types as which what they return stays with the manager
   * @return the keyword
   */
  public static MethodToTypeid method_to_typeid(Map<String, String> types) {
    return new MethodToTypeid(new LinkedHashMap<>(types));
  }

  /**
   * {@code create_method=value} of a registered type.
   *
   * @param value whether {@code create} makes objects of it
   * @return the keyword
   */
  public static CreateMethod create_method(boolean value) {
    return new CreateMethod(value);
  }
}
