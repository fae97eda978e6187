package pythonic.multiprocessing.managers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AttributeError;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.functions.Function1;
import pythonic.builtins.functions.Function2;
import pythonic.builtins.functions.Function3;
import pythonic.builtins.functions.Function4;
import pythonic.builtins.functions.Function5;
import pythonic.builtins.functions.Function6;
import pythonic.builtins.keywords.CreateMethod;
import pythonic.builtins.keywords.Exposed;
import pythonic.builtins.keywords.MethodToTypeid;
import pythonic.builtins.keywords.Proxytype;
import pythonic.builtins.keywords.RegisterKeyword;
import pythonic.internal.calls.Given;
import pythonic.internal.calls.Raise;
import pythonic.internal.manager.Registration;

/** The types that a program registers with a manager. */
abstract sealed class Registering permits BaseManager {

  private record Type(Registration registration, @Nullable Object proxytype, boolean creates) {}

  /** Filled before the manager is started or used, by one thread. */
  private final Map<String, Type> types = new LinkedHashMap<>();

  Registering() {}

  /**
   * Registers a type of which this program makes no objects itself, because the manager serves in another program; or, in
   * a manager's own program, one that keeps the one argument as it is. In Python it is said to the class, here to the
   * manager, before it is started: a subclass does so in its constructor.
   *
   * @param typeid the name of the type
   * @param keywords {@code proxytype} (an {@link AutoProxy}), {@code exposed} (all public methods), {@code
   *     method_to_typeid} (none), {@code create_method} (true)
   */
  public void register(String typeid, RegisterKeyword... keywords) {
    add(typeid, null, keywords);
  }

  /**
   * Registers a type, whose objects a function with 0 arguments makes.
   *
   * @param <R> the class of the objects
   * @param typeid the name of the type
   * @param callable makes an object, in the manager's process; usually a constructor
   * @param keywords as those of {@link #register(String, RegisterKeyword...)}
   */
  public <R extends @Nullable Object> void register(String typeid, Function0<R> callable, RegisterKeyword... keywords) {
    add(typeid, callable, keywords);
  }

  /**
   * Registers a type, whose objects a function with 1 argument makes.
   *
   * @param <A> the type of the first argument
   * @param <R> the class of the objects
   * @param typeid the name of the type
   * @param callable makes an object, in the manager's process; usually a constructor
   * @param keywords as those of {@link #register(String, RegisterKeyword...)}
   */
  public <A extends @Nullable Object, R extends @Nullable Object> void register(String typeid, Function1<A, R> callable, RegisterKeyword... keywords) {
    add(typeid, callable, keywords);
  }

  /**
   * Registers a type, whose objects a function with 2 arguments makes.
   *
   * @param <A> the type of the first argument
   * @param <B> the type of the second argument
   * @param <R> the class of the objects
   * @param typeid the name of the type
   * @param callable makes an object, in the manager's process; usually a constructor
   * @param keywords as those of {@link #register(String, RegisterKeyword...)}
   */
  public <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> void register(String typeid, Function2<A, B, R> callable, RegisterKeyword... keywords) {
    add(typeid, callable, keywords);
  }

  /**
   * Registers a type, whose objects a function with 3 arguments makes.
   *
   * @param <A> the type of the first argument
   * @param <B> the type of the second argument
   * @param <C> the type of the third argument
   * @param <R> the class of the objects
   * @param typeid the name of the type
   * @param callable makes an object, in the manager's process; usually a constructor
   * @param keywords as those of {@link #register(String, RegisterKeyword...)}
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, R extends @Nullable Object> void register(String typeid, Function3<A, B, C, R> callable, RegisterKeyword... keywords) {
    add(typeid, callable, keywords);
  }

  /**
   * Registers a type, whose objects a function with 4 arguments makes.
   *
   * @param <A> the type of the first argument
   * @param <B> the type of the second argument
   * @param <C> the type of the third argument
   * @param <D> the type of the fourth argument
   * @param <R> the class of the objects
   * @param typeid the name of the type
   * @param callable makes an object, in the manager's process; usually a constructor
   * @param keywords as those of {@link #register(String, RegisterKeyword...)}
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, R extends @Nullable Object> void register(String typeid, Function4<A, B, C, D, R> callable, RegisterKeyword... keywords) {
    add(typeid, callable, keywords);
  }

  /**
   * Registers a type, whose objects a function with 5 arguments makes.
   *
   * @param <A> the type of the first argument
   * @param <B> the type of the second argument
   * @param <C> the type of the third argument
   * @param <D> the type of the fourth argument
   * @param <E> the type of the fifth argument
   * @param <R> the class of the objects
   * @param typeid the name of the type
   * @param callable makes an object, in the manager's process; usually a constructor
   * @param keywords as those of {@link #register(String, RegisterKeyword...)}
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, R extends @Nullable Object> void register(String typeid, Function5<A, B, C, D, E, R> callable, RegisterKeyword... keywords) {
    add(typeid, callable, keywords);
  }

  /**
   * Registers a type, whose objects a function with 6 arguments makes.
   *
   * @param <A> the type of the first argument
   * @param <B> the type of the second argument
   * @param <C> the type of the third argument
   * @param <D> the type of the fourth argument
   * @param <E> the type of the fifth argument
   * @param <F> the type of the sixth argument
   * @param <R> the class of the objects
   * @param typeid the name of the type
   * @param callable makes an object, in the manager's process; usually a constructor
   * @param keywords as those of {@link #register(String, RegisterKeyword...)}
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, R extends @Nullable Object> void register(String typeid, Function6<A, B, C, D, E, F, R> callable, RegisterKeyword... keywords) {
    add(typeid, callable, keywords);
  }

  private void add(String typeid, @Nullable Callable callable, RegisterKeyword[] keywords) {
    Proxytype proxytype = Given.find("register", keywords, Proxytype.class);
    Exposed exposed = Given.find("register", keywords, Exposed.class);
    MethodToTypeid results = Given.find("register", keywords, MethodToTypeid.class);
    CreateMethod creates = Given.find("register", keywords, CreateMethod.class);
    var registration =
        new Registration(typeid, callable, exposed == null ? null : exposed.names(), results == null ? Map.of() : results.types());
    types.put(typeid, new Type(registration, proxytype == null ? null : proxytype.type(), creates == null || creates.value()));
  }

  final List<Registration> registrations() {
    return new ArrayList<>(types.values().stream().map(Type::registration).toList());
  }

  final void requireCreating(String typeid, String manager) {
    Type type = types.get(typeid);
    if (type != null && !type.creates) {
      throw new AttributeError("'" + manager + "' object has no attribute '" + typeid + "'");
    }
  }

  /** {@return a proxy of the kind that was registered} */
  final Object proxy(Token token) {
    Type type = types.get(token.typeid());
    return switch (type == null ? null : type.proxytype) {
      case Class<?> own when BaseProxy.class.isAssignableFrom(own) -> Proxies.of(own, token);
      case Class<?> shape -> TypedProxy.of(shape, token);
      case Callable maker -> made(maker, token);
      case null, default -> type == null ? Proxies.of(token) : new AutoProxy(token);
    };
  }

  private static Object made(Callable maker, Token token) {
    try {
      Object proxy = maker.invoke(token);
      return proxy == null ? new AutoProxy(token) : proxy;
    } catch (Exception e) {
      throw Raise.unchecked(e);
    }
  }
}
