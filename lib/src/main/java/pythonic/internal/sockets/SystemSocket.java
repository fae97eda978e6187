package pythonic.internal.sockets;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;
import pythonic.internal.channels.Endpoint;
import pythonic.internal.errors.SystemError;
import pythonic.internal.waiting.Mutex;

/** A socket of the system, which is called only while it is open: its number may be another's after that. */
final class SystemSocket implements AutoCloseable {

  private final Guise guise;

  /** Who holds it may call the system with the number, if {@link #isClosed} is false: no call waits. */
  private final Mutex use = new Mutex();

  private boolean isClosed;

  /** Takes over a socket that does not block. */
  SystemSocket(int number) throws IOException {
    this.guise = Guise.of(number);
  }

  Endpoint<DatagramChannel> endpoint() {
    return guise.endpoint();
  }

  /** A call into the system. */
  interface Calling {
    int call(Arena arena, int number);
  }

  /** {@return the result, or the negative number of the error} */
  int attempt(Calling calling) throws IOException {
    try (var arena = Arena.ofConfined(); var _ = use.hold()) {
      if (isClosed) {
        throw new AsynchronousCloseException();
      }
      guise.endpoint().channel(); // it is used
      return calling.call(arena, guise.number());
    }
  }

  /** {@return the result} Raises the system's error. */
  int call(Calling calling) throws IOException {
    int result = attempt(calling);
    if (result < 0) {
      throw SystemError.of(-result);
    }
    return result;
  }

  /** {@return the result, {@link Transport#NOT_NOW} if it is not possible now} Raises the system's other errors. */
  int nowOrLater(Calling calling) throws IOException {
    int result = attempt(calling);
    if (result == -SystemError.EAGAIN.number()) {
      return Transport.NOT_NOW;
    }
    if (result < 0) {
      throw SystemError.of(-result);
    }
    return result;
  }

  /** {@return the address that a call tells, null if it is not connected} */
  @Nullable SocketAddress name(SystemCall which) throws IOException {
    try (var arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocate(SystemAddress.ROOM, Long.BYTES);
      MemorySegment length = arena.allocateFrom(ValueLayout.JAVA_INT, SystemAddress.ROOM);
      int result = attempt((state, number) -> which.attempt(state, number, name.address(), length.address()));
      if (result == -SystemError.ENOTCONN.number()) {
        return null;
      }
      if (result < 0) {
        throw SystemError.of(-result);
      }
      return SystemAddress.read(name, length.get(ValueLayout.JAVA_INT, 0));
    }
  }

  int option(int level, int option) throws IOException {
    return ByteBuffer.wrap(option(level, option, Integer.BYTES)).order(ByteOrder.nativeOrder()).getInt();
  }

  byte[] option(int level, int option, int most) throws IOException {
    try (var arena = Arena.ofConfined()) {
      MemorySegment value = arena.allocate(Math.max(most, 1));
      MemorySegment length = arena.allocateFrom(ValueLayout.JAVA_INT, most);
      call((state, number) -> SystemCall.GETSOCKOPT.attempt(state, number, level, option, value.address(), length.address()));
      return value.asSlice(0, length.get(ValueLayout.JAVA_INT, 0)).toArray(ValueLayout.JAVA_BYTE);
    }
  }

  void option(int level, int option, byte[] bytes) throws IOException {
    try (var arena = Arena.ofConfined()) {
      MemorySegment value = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
      call((state, number) -> SystemCall.SETSOCKOPT.attempt(state, number, level, option, value.address(), bytes.length));
    }
  }

  @Override
  public void close() {
    try (var _ = use.hold()) {
      isClosed = true;
    }
    guise.endpoint().close();
  }
}
