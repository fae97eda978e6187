package pythonic.multiprocessing.managers;

import java.lang.reflect.Constructor;
import java.util.Map;
import java.util.function.Function;
import pythonic.builtins.TypeError;

/** The proxies of the types that every manager of the language makes. */
final class Proxies {

  private static final Map<String, Function<Token, BaseProxy>> MAKERS =
      Map.ofEntries(
          Map.entry("dict", DictProxy::new), Map.entry("list", ListProxy::new), Map.entry("set", SetProxy::new),
          Map.entry("Namespace", NamespaceProxy::new), Map.entry("Value", ValueProxy::new), Map.entry("Array", ArrayProxy::new),
          Map.entry("Lock", AcquirerProxy::new), Map.entry("RLock", AcquirerProxy::new), Map.entry("Semaphore", AcquirerProxy::new),
          Map.entry("BoundedSemaphore", AcquirerProxy::new), Map.entry("Condition", ConditionProxy::new), Map.entry("Event", EventProxy::new),
          Map.entry("Barrier", BarrierProxy::new), Map.entry("Queue", QueueProxy::new), Map.entry("JoinableQueue", QueueProxy::new),
          Map.entry("Iterator", IteratorProxy::new),
          Map.entry(ServedTypes.POOL, PoolProxy::new), Map.entry(ServedTypes.RESULT, AsyncResultProxy::new));

  private Proxies() {}

  /** {@return a proxy of the type's own class, an {@link AutoProxy} for a type that only the program knows} */
  static BaseProxy of(Token token) {
    return MAKERS.getOrDefault(token.typeid(), AutoProxy::new).apply(token);
  }

  /** {@return a proxy of a class, which is made of a token} */
  static BaseProxy of(Class<?> type, Token token) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(Token.class);
      constructor.trySetAccessible();
      return (BaseProxy) constructor.newInstance(token);
    } catch (ReflectiveOperationException e) {
      throw (TypeError) new TypeError(type.getSimpleName() + " cannot be made of a token").initCause(e);
    }
  }
}
