package pythonic.internal.wire;

import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.internal.calls.LambdaForm;

/**
 * Names the object that cannot travel and the shortest path to it, once that is known to have failed. It reads fields
 * and walks collections; it calls no other code of the program.
 */
final class Culprit {

  /** One object of the graph and how it was reached. */
  private record Place(@Nullable Place from, String step, Object object) {

    String path() {
      var path = new StringBuilder();
      for (Place place = this; place != null; place = place.from) {
        path.insert(0, place.step);
      }
      return path.toString();
    }
  }

  /** The field in which an object has the one that it was made within. */
  private static final String OUTER = ".this$0";

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final ArrayDeque<Place> next = new ArrayDeque<>();

  private Culprit() {}

  /** {@return Python's text, with the path from the root to the culprit and the culprit's class} */
  static String describe(@Nullable Object root, String label, Object culprit) {
    Place place = root == null ? null : new Culprit().find(new Place(null, label, root), culprit);
    String path = place == null ? label : place.path();
    String text = "cannot pickle '" + Builtins.type_name(culprit) + "' object: ";
    String where = path.startsWith(".") ? path.substring(1) : path;
    String cure = where.endsWith(OUTER) ? ", which an inner class holds: declare that class static" : "";
    return text + (where.isEmpty() ? "" : where + ": ") + describe(culprit.getClass()) + cure;
  }

  private static String describe(Class<?> type) {
    if (!type.isHidden()) {
      return type.getName();
    }
    // The class of a lambda has a name that says where the lambda stands, and one interface.
    String name = type.getName();
    int end = name.indexOf("$$Lambda");
    String where = end < 0 ? name : name.substring(0, end);
    Class<?>[] interfaces = type.getInterfaces();
    return interfaces.length == 0
        ? "a hidden class of " + where
        : "a " + interfaces[0].getName() + " written as a lambda in " + where + ", and that interface is not Serializable";
  }

  /** Breadth first, so that the path is the shortest; each object once, so that cycles end. */
  @SuppressWarnings("ReferenceEquality") // the very object is meant, not one that is equal
  private @Nullable Place find(Place root, Object culprit) {
    next.add(root);
    for (Place place = next.poll(); place != null; place = next.poll()) {
      if (place.object == culprit) {
        return place;
      }
      if (seen.add(place.object)) {
        expand(place);
      }
    }
    return null;
  }

  private void expand(Place place) {
    switch (place.object) {
      case Object[] array -> items(place, Arrays.asList(array));
      case List<?> list when !isRemote(list) -> items(place, list);
      case Map<?, ?> map when !isRemote(map) -> entries(place, map);
      case Collection<?> items when !isRemote(items) -> items.forEach(item -> add(place, "[<item>]", item));
      case Optional<?> optional -> add(place, ".<value>", optional.orElse(null));
      case AtomicReference<?> reference -> add(place, ".<value>", reference.get());
      default -> {
        SerializedLambda lambda = LambdaForm.of(place.object);
        if (lambda != null) {
          captured(place, lambda);
        } else {
          fields(place);
        }
      }
    }
  }

  /** Our own collections stand for what another process holds. */
  private static boolean isRemote(Object collection) {
    return collection.getClass().getName().startsWith("pythonic.");
  }

  private void items(Place from, List<?> items) {
    int i = 0;
    for (Object item : items) {
      add(from, "[" + i++ + "]", item);
    }
  }

  private void entries(Place from, Map<?, ?> map) {
    map.forEach(
        (key, value) -> {
          String name = isPlain(key) ? Builtins.repr(key) : "<" + Builtins.type_name(key) + ">";
          add(from, "[" + name + "]", value);
          add(from, ".<key " + name + ">", key);
        });
  }

  /** Whether its repr runs no code of the program. */
  private static boolean isPlain(@Nullable Object key) {
    return key == null || key instanceof String || key instanceof Boolean || key instanceof Character
        || key instanceof Integer || key instanceof Long || key instanceof Double;
  }

  private void captured(Place from, SerializedLambda lambda) {
    for (int i = 0; i < lambda.getCapturedArgCount(); i++) {
      add(from, ".<captured " + i + ">", lambda.getCapturedArg(i));
    }
  }

  private void fields(Place from) {
    for (Field field : fieldsOf(from.object.getClass())) {
      // What a module does not open stays unseen: the text then names the culprit without the path.
      if (field.trySetAccessible()) {
        try {
          add(from, "." + field.getName(), field.get(from.object));
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  private static List<Field> fieldsOf(Class<?> type) {
    var fields = new ArrayList<Field>();
    for (Class<?> ancestor = type; ancestor != null; ancestor = ancestor.getSuperclass()) {
      for (Field field : ancestor.getDeclaredFields()) {
        int modifiers = field.getModifiers();
        if (!field.getType().isPrimitive() && !Modifier.isStatic(modifiers) && !Modifier.isTransient(modifiers)) {
          fields.add(field);
        }
      }
    }
    return fields;
  }

  private void add(Place from, String step, @Nullable Object object) {
    if (object != null) {
      next.add(new Place(from, step, object));
    }
  }
}
