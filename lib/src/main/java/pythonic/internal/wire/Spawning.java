package pythonic.internal.wire;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.RuntimeError;

/**
 * The time in which a thread makes ready what a child is started with. What lies in shared memory travels then only,
 * and is kept for as long as the child lives.
 */
public final class Spawning implements AutoCloseable {

  private static final ThreadLocal<@Nullable Spawning> CURRENT = new ThreadLocal<>();

  private final @Nullable Spawning outer = CURRENT.get();
  private final List<Object> travelling = new ArrayList<>();
  private final List<Runnable> untilBegun = new ArrayList<>();
  private final IdentityHashMap<Object, Object> forms = new IdentityHashMap<>();

  private Spawning() {}

  /** Begins. It ends when it is closed, by the same thread. */
  public static Spawning begin() {
    var spawning = new Spawning();
    CURRENT.set(spawning);
    return spawning;
  }

  @Override
  public void close() {
    CURRENT.set(outer);
    untilBegun.forEach(Runnable::run); // no child was given anything
  }

  /**
   * Keeps an object that travels to the child.
   *
   * @param type the name of its type
   * @throws RuntimeError if this thread starts no child
   */
  public static void keep(String type, Object travelling) {
    require(type).travelling.add(travelling);
  }

  /**
   * {@return the start of a child that is under way}
   *
   * @param type the name of the type of what is to travel
   * @throws RuntimeError if this thread starts no child
   */
  public static Spawning require(String type) {
    Spawning current = CURRENT.get();
    if (current == null) {
      throw new RuntimeError(type + " objects should only be shared between processes through inheritance");
    }
    return current;
  }

  /** {@return whether this thread starts a child} */
  public static boolean isUnderWay() {
    return CURRENT.get() != null;
  }

  /** {@return what travels to the child that this thread is starting, empty if it starts none} */
  public static List<Object> travelling() {
    Spawning current = CURRENT.get();
    return current == null ? List.of() : List.copyOf(current.travelling);
  }

  /**
   * Has an action done when the child that this thread is starting has begun, and has opened for itself what travels to it; or
   * when it has ended before, or is not started after all.
   */
  public static void untilBegun(Runnable action) {
    Spawning current = CURRENT.get();
    if (current == null) {
      throw new IllegalStateException("no child is being started");
    }
    current.untilBegun.add(action);
  }

  /** {@return the actions, which are the caller's from now on} */
  public static List<Runnable> takeUntilBegun() {
    Spawning current = CURRENT.get();
    if (current == null) {
      return List.of();
    }
    List<Runnable> taken = List.copyOf(current.untilBegun);
    current.untilBegun.clear();
    return taken;
  }

  /** {@return what travels in place of an object: the same, however often it occurs in what one child is started with} */
  @SuppressWarnings("unchecked") // the same object has the same form
  public static <F> F form(Object object, Supplier<F> form) {
    Spawning current = CURRENT.get();
    return current == null ? form.get() : (F) current.forms.computeIfAbsent(object, _ -> form.get());
  }
}
