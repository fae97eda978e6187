package pythonic.internal.sockets;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.OSError;
import pythonic.internal.errors.SystemError;

/**
 * Calls into Linux for sockets that the JDK has no channel for. They need native access: where the program does not allow it to this library,
 * the JVM prints a warning at the first call and goes on, or refuses if it was told to.
 */
enum SystemCall {
  SOCKET(41, 198),
  CONNECT(42, 203),
  ACCEPT4(288, 242),
  SENDTO(44, 206),
  RECVFROM(45, 207),
  SENDMSG(46, 211),
  RECVMSG(47, 212),
  SHUTDOWN(48, 210),
  BIND(49, 200),
  LISTEN(50, 201),
  GETSOCKNAME(51, 204),
  GETPEERNAME(52, 205),
  SOCKETPAIR(53, 199),
  SETSOCKOPT(54, 208),
  GETSOCKOPT(55, 209),
  DUP3(292, 24),
  FCNTL(72, 25),
  EPOLL_CREATE1(291, 20),
  EPOLL_CTL(233, 21),
  EPOLL_PWAIT(281, 22),
  CLOSE(3, 57);

  private static final int ARGUMENTS = 6;
  private static final int EINTR = 4;
  private static final boolean IS_AMD64 = System.getProperty("os.arch").equals("amd64");
  /** Whether an event of epoll has no gap between what it tells and of whom. */
  static final boolean IS_EVENT_PACKED = IS_AMD64;

  private static final boolean IS_THERE = System.getProperty("os.name").equals("Linux")
      && (IS_AMD64 || System.getProperty("os.arch").equals("aarch64")) && !Boolean.getBoolean("pythonic.portable");

  private final long number;

  SystemCall(long amd64, long aarch64) {
    number = System.getProperty("os.arch").equals("amd64") ? amd64 : aarch64;
  }

  /** What is looked up at the first call. */
  private static final class Found {

    static final StructLayout STATE = Linker.Option.captureStateLayout();
    static final long ERRNO = STATE.byteOffset(PathElement.groupElement("errno"));
    static final @Nullable MethodHandle SYSCALL = find();

    private Found() {}

    @SuppressWarnings("restricted") // it is what makes these sockets possible, as the documentation says
    private static @Nullable MethodHandle find() {
      var types = new ValueLayout[1 + ARGUMENTS];
      Arrays.fill(types, ValueLayout.JAVA_LONG);
      Linker linker = Linker.nativeLinker();
      try {
        return linker.defaultLookup().find("syscall")
            .map(address -> linker.downcallHandle(address, FunctionDescriptor.of(ValueLayout.JAVA_LONG, types),
                Linker.Option.firstVariadicArg(1), Linker.Option.captureCallState("errno")))
            .orElse(null);
      } catch (IllegalCallerException e) {
        return null;
      }
    }
  }

  /** {@return the result, or the negative number of the error} */
  int attempt(SegmentAllocator allocator, long... arguments) {
    MethodHandle syscall = found();
    MemorySegment state = allocator.allocate(Found.STATE);
    var all = new long[ARGUMENTS];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    while (true) {
      long result;
      try {
        result = (long) syscall.invokeExact(state, number, all[0], all[1], all[2], all[3], all[4], all[5]);
      } catch (Throwable e) {
        throw new IllegalStateException(e); // a call into the system throws nothing
      }
      if (result >= 0) {
        return (int) result;
      }
      int errno = state.get(ValueLayout.JAVA_INT, Found.ERRNO);
      if (errno != EINTR) {
        return -errno;
      }
    }
  }

  /**
   * {@return the result}
   *
   * @throws OSError if it fails
   */
  int call(SegmentAllocator allocator, long... arguments) {
    int result = attempt(allocator, arguments);
    if (result < 0) {
      throw SystemError.of(-result);
    }
    return result;
  }

  /** {@return whether the system can be called at all} */
  static boolean isPossible() {
    return IS_THERE && Found.SYSCALL != null;
  }

  private static MethodHandle found() {
    MethodHandle found = IS_THERE ? Found.SYSCALL : null;
    if (found == null) {
      SystemError error = SystemError.ESOCKTNOSUPPORT;
      throw IS_THERE ? new OSError(error.number(), error.text() + " (Java was told to deny native access; start it with " + flag() + ")") : error.raised();
    }
    return found;
  }

  private static String flag() {
    Module module = SystemCall.class.getModule();
    return "--enable-native-access=" + (module.isNamed() ? module.getName() : "ALL-UNNAMED");
  }
}
