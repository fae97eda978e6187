package pythonic.internal.channels;

import java.lang.ref.WeakReference;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Mutex;

/**
 * The number of an open object, Python's {@code fileno()}: the JVM does not tell the system's, so it is the least that no other
 * open object of this process has. It is given when it is first asked for, and is free again when the object is closed
 * or forgotten.
 */
public final class Fileno {

  /** Those below are standard input, output and error. */
  private static final int FIRST = 3;

  private static final int NONE = -1;

  /** Whoever holds it may use the numbers below, and those of all objects. */
  private static final Mutex GIVING = new Mutex();

  private static final BitSet USED = new BitSet();
  private static final Map<Integer, WeakReference<Object>> OWNERS = new HashMap<>();

  private int number = NONE;

  /** {@return the number}
   *
   * @param owner the object that it stands for
   */
  public int of(Object owner) {
    try (var _ = GIVING.hold()) {
      if (number == NONE) {
        number = free();
        USED.set(number);
        OWNERS.put(number, new WeakReference<>(owner));
      }
      return number;
    }
  }

  private static int free() {
    int candidate = USED.nextClearBit(FIRST);
    if (OWNERS.size() >= 64 && Integer.bitCount(OWNERS.size()) == 1) { // now and then, so that it costs nothing on average
      OWNERS.values().removeIf(owner -> owner.refersTo(null));
      USED.clear();
      OWNERS.keySet().forEach(USED::set);
      candidate = USED.nextClearBit(FIRST);
    }
    return candidate;
  }

  /** The object was closed: its number may be given to another. */
  public void close() {
    try (var _ = GIVING.hold()) {
      if (number != NONE) {
        USED.clear(number);
        OWNERS.remove(number);
        number = NONE;
      }
    }
  }

  /** {@return the open object with a number, null if there is none} */
  public static @Nullable Object owner(int number) {
    try (var _ = GIVING.hold()) {
      WeakReference<Object> owner = OWNERS.get(number);
      return owner == null ? null : owner.get();
    }
  }
}
