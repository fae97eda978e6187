package pythonic.internal.wire;

import java.util.ArrayList;
import java.util.List;
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
  }

  /**
   * Keeps an object that travels to the child.
   *
   * @param type the name of its type
   * @throws RuntimeError if this thread starts no child
   */
  public static void keep(String type, Object travelling) {
    Spawning current = CURRENT.get();
    if (current == null) {
      throw new RuntimeError(type + " objects should only be shared between processes through inheritance");
    }
    current.travelling.add(travelling);
  }

  /** {@return what travels to the child that this thread is starting, empty if it starts none} */
  public static List<Object> travelling() {
    Spawning current = CURRENT.get();
    return current == null ? List.of() : List.copyOf(current.travelling);
  }
}
