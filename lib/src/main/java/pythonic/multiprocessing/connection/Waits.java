package pythonic.multiprocessing.connection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.KeyError;
import pythonic.builtins.ValueError;
import pythonic.internal.channels.Interest;
import pythonic.internal.channels.Waitable;
import pythonic.internal.waiting.Deadline;

/** Python's {@code wait}, for the first of several things. */
final class Waits {

  private Waits() {}

  /** {@return those that are ready, in the order given, none if the deadline passed first} */
  static <T extends @Nullable Object> List<T> await(Iterable<T> all, Deadline deadline) {
    var objects = new ArrayList<T>();
    var interests = new ArrayList<Interest>();
    var seen = new HashMap<Object, Object>();
    for (T object : all) {
      Waitable waitable = Waitable.of(object);
      if (object == null || waitable == null) {
        throw new ValueError("Invalid file object: " + Builtins.repr(object));
      }
      if (seen.put(object, object) != null) {
        throw new KeyError(text(object) + " is already registered");
      }
      objects.add(object);
      interests.add(new Interest(waitable, Waitable.READ));
    }
    int[] ready = Interest.await(interests, deadline);
    var found = new ArrayList<T>();
    for (int i = 0; i < ready.length; i++) {
      if (ready[i] != 0) {
        found.add(objects.get(i));
      }
    }
    return found;
  }

  private static String text(Object object) {
    return object instanceof Connection connection
        ? connection + " (FD " + connection.fileno() + ")"
        : Builtins.repr(object);
  }
}
