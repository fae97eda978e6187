package pythonic.internal.sharedmemory;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteOrder;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.internal.waiting.Deadline;

/**
 * Linux's futex: a thread waits in the system until a word of shared memory is no longer what it was. It is used where
 * the program allows native access to this library; where it does not, the JVM would print a warning on the program's
 * stderr, and threads wait in Java instead, for a byte on a socket.
 *
 * <p>It holds the thread that waits, so virtual threads wait in Java.
 */
final class Futex {

  private static final Map<String, Long> NUMBERS = Map.of("amd64", 202L, "aarch64", 98L);
  private static final int WAIT = 0;
  private static final int WAKE = 1;
  private static final long NANOS = 1_000_000_000;

  private static final @Nullable MethodHandle SYSCALL = find();
  private static final long NUMBER = NUMBERS.getOrDefault(System.getProperty("os.arch"), 0L);

  private Futex() {}

  @SuppressWarnings("restricted") // looked up only where native access is allowed
  private static @Nullable MethodHandle find() {
    boolean known = System.getProperty("os.name").equals("Linux") && NUMBERS.containsKey(System.getProperty("os.arch"))
        && ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    if (!known || Boolean.getBoolean("pythonic.portable") || !Futex.class.getModule().isNativeAccessEnabled()) {
      return null;
    }
    var signature = FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS,
        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
    Linker linker = Linker.nativeLinker();
    return linker.defaultLookup().find("syscall")
        .map(address -> linker.downcallHandle(address, signature, Linker.Option.firstVariadicArg(1)))
        .orElse(null);
  }

  static boolean isUsable() {
    return SYSCALL != null;
  }

  /**
   * Waits until a word is no longer the one that stands for waiting.
   *
   * @param interrupted what the word becomes when the thread is interrupted; it is {@code waiting} again afterwards
   * @return false if the deadline passed first
   * @throws KeyboardInterrupt if the thread was interrupted first
   */
  static boolean await(MemorySegment memory, long at, long waiting, long interrupted, Deadline deadline) {
    // An interrupt does not end a call into the system: it changes the word, which does.
    var hook = new InterruptHook(() -> {
      if (Words.compareAndSet(memory, at, waiting, interrupted)) {
        wake(memory, at);
      }
    });
    hook.set();
    boolean inTime;
    try {
      inTime = block(memory, at, waiting, deadline);
    } finally {
      hook.remove();
    }
    if (Words.compareAndSet(memory, at, interrupted, waiting)) {
      Thread.interrupted();
      throw new KeyboardInterrupt();
    }
    return inTime;
  }

  private static boolean block(MemorySegment memory, long at, long waiting, Deadline deadline) {
    MemorySegment word = memory.asSlice(at, Long.BYTES);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment time = deadline.isNever() ? MemorySegment.NULL : arena.allocate(2 * Long.BYTES, Long.BYTES);
      while (Words.get(memory, at) == waiting) {
        if (!deadline.isNever()) {
          long left = deadline.remainingNanos();
          if (left <= 0) {
            return false;
          }
          time.set(ValueLayout.JAVA_LONG, 0, left / NANOS);
          time.set(ValueLayout.JAVA_LONG, Long.BYTES, left % NANOS);
        }
        call(word, WAIT, (int) waiting, time);
      }
      return true;
    }
  }

  /** Wakes the thread that waits for a word to change. */
  static void wake(MemorySegment memory, long at) {
    call(memory.asSlice(at, Long.BYTES), WAKE, 1, MemorySegment.NULL);
  }

  /** The result says nothing that the word does not say. */
  private static void call(MemorySegment word, int operation, int value, MemorySegment time) {
    MethodHandle syscall = SYSCALL;
    if (syscall == null) {
      throw new IllegalStateException("not usable here");
    }
    try {
      var _ = (long) syscall.invokeExact(NUMBER, word, operation, value, time);
    } catch (Throwable e) {
      throw new IllegalStateException(e); // a call into the system throws nothing
    }
  }
}
