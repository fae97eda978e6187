package pythonic.internal.channels;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the objects of each type are waited for: public types can name no internal one, so they say it here. */
final class Views {

  private static final ConcurrentHashMap<Class<?>, Function<Object, Waitable>> BY_TYPE = new ConcurrentHashMap<>();

  private Views() {}

  @SuppressWarnings("unchecked") // looked up by the object's own type
  static <T> void add(Class<T> type, Function<? super T, ? extends Waitable> view) {
    BY_TYPE.put(type, object -> view.apply((T) object));
  }

  static @Nullable Waitable of(Object object) {
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
      Function<Object, Waitable> view = BY_TYPE.get(type);
      if (view != null) {
        return view.apply(object);
      }
    }
    return null;
  }
}
