package pythonic.internal.sharedmemory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/** Words of mapped memory that several processes read and write. All access has the order of volatile fields. */
final class Words {

  private static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle();

  private Words() {}

  static long get(MemorySegment memory, long offset) {
    return (long) LONG.getVolatile(memory, offset);
  }

  static void set(MemorySegment memory, long offset, long value) {
    LONG.setVolatile(memory, offset, value);
  }

  static boolean compareAndSet(MemorySegment memory, long offset, long expected, long value) {
    return LONG.compareAndSet(memory, offset, expected, value);
  }

  /** {@return the value after the addition} */
  static long add(MemorySegment memory, long offset, long delta) {
    return (long) LONG.getAndAdd(memory, offset, delta) + delta;
  }

  static void raiseTo(MemorySegment memory, long offset, long value) {
    long current = get(memory, offset);
    while (current < value && !compareAndSet(memory, offset, current, value)) {
      current = get(memory, offset);
    }
  }
}
