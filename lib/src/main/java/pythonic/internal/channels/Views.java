package pythonic.internal.channels;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the objects of each type are waited for: public types can name no internal one, so they say it here. */
final class Views {

  private static final ConcurrentHashMap<Class<?>, Function<Object, Waitable>> BY_TYPE = new ConcurrentHashMap<>();

  /** The same for classes whose view was found in a superclass: a class is offered before there are objects of it. */
  private static final ConcurrentHashMap<Class<?>, Function<Object, Waitable>> FOUND = new ConcurrentHashMap<>();

  private Views() {}

  @SuppressWarnings("unchecked") // looked up by the object's own type
  static <T> void add(Class<T> type, Function<? super T, ? extends Waitable> view) {
    BY_TYPE.put(type, object -> view.apply((T) object));
  }

  static @Nullable Waitable of(Object object) {
    Function<Object, Waitable> found = FOUND.get(object.getClass());
    if (found != null) {
      return found.apply(object);
    }
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
      Function<Object, Waitable> view = BY_TYPE.get(type);
      if (view != null) {
        FOUND.put(object.getClass(), view);
        return view.apply(object);
      }
    }
    return null;
  }
}
