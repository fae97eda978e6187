package pythonic.internal.manager;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.TypeError;

/** The types that a server can make. */
final class Kinds {

  private static final Map<String, Kind> OF_THE_LANGUAGE =
      Stream.<Kind>of(
              DictReferent.TYPE, ListReferent.TYPE, SetReferent.TYPE, NamespaceReferent.TYPE, ValueReferent.TYPE, ArrayReferent.TYPE,
              LockReferent.LOCK, LockReferent.RLOCK, SemaphoreReferent.SEMAPHORE, SemaphoreReferent.BOUNDED, ConditionReferent.TYPE,
              SimpleReferents.EVENT, SimpleReferents.BARRIER, IteratorReferent.TYPE, QueueReferent.QUEUE, QueueReferent.JOINABLE)
          .collect(Collectors.toMap(Kind::typeid, Function.identity()));

  private Kinds() {}

  /** {@return those of the language, and what a program has registered, which comes first} */
  static Map<String, Kind> with(List<Registration> more) {
    var kinds = new HashMap<>(OF_THE_LANGUAGE);
    for (Registration registration : more) {
      kinds.put(registration.typeid(), new RegisteredKind(registration));
    }
    return kinds;
  }

  /** {@return what a method has returned, as an object of a kind} */
  static Object adopt(Kind kind, @Nullable Object value) throws Exception {
    return switch (value) {
      case null -> throw new TypeError("None cannot stay in the server");
      case Map<?, ?> map when kind == DictReferent.TYPE -> DictReferent.TYPE.make(DictReferent.flat(map));
      case Iterable<?> items when kind == ListReferent.TYPE -> ListReferent.TYPE.make(SimpleReferents.array(items));
      case Iterable<?> items when kind == SetReferent.TYPE -> SetReferent.TYPE.make(SimpleReferents.array(items));
      case Object any when kind instanceof RegisteredKind -> any;
      default -> Objects.requireNonNull(kind.make(new @Nullable Object[] {value}));
    };
  }
}
