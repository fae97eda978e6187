package pythonic.internal.sockets;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.atomic.AtomicInteger;
import pythonic.internal.channels.Endpoint;

/**
 * A socket of the system in the guise of a channel of the JDK: the JDK opens one of its own, and the system is told that its number stands for
 * ours. So the JDK's selectors watch it, and all waiting is that of other sockets. The JDK's calls to read and write are not used.
 *
 * @param number the system's number
 * @param endpoint where to wait; whoever closes it closes the socket
 */
record Guise(int number, Endpoint<DatagramChannel> endpoint) {

  private static final long CLOSE_ON_EXEC = 0x80000;
  private static final long SOL_SOCKET = 1;
  private static final long SO_SNDBUF = 7;

  /** More than there are descriptors. */
  private static final int LIMIT = 1 << 20;

  /** Sizes of buffers that the system takes as they are. */
  private static final int FIRST_SIZE = 8192;
  private static final int SIZES = 32_768;

  private static final AtomicInteger MADE = new AtomicInteger();

  /** Takes over a socket that does not block. Its number is another one from now on. */
  static Guise of(int socket) throws IOException {
    try (var arena = Arena.ofConfined()) {
      DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
      try {
        int number = number(arena, channel, socket + 1);
        var endpoint = new Endpoint<>(channel);
        SystemCall.DUP3.call(arena, socket, number, CLOSE_ON_EXEC);
        return new Guise(number, endpoint);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      } finally {
        SystemCall.CLOSE.attempt(arena, socket);
      }
    }
  }

  /** The JDK does not tell the number: it is that of the socket whose buffer has one size and then another, as the JDK is told. */
  private static int number(Arena arena, DatagramChannel channel, int guess) throws IOException {
    int size = FIRST_SIZE + 2 * (MADE.getAndIncrement() & (SIZES - 1));
    MemorySegment value = arena.allocateFrom(ValueLayout.JAVA_INT, 0, Integer.BYTES);
    SegmentAllocator state = SegmentAllocator.prefixAllocator(arena.allocate(Long.BYTES));
    channel.setOption(StandardSocketOptions.SO_SNDBUF, size);
    for (int i = -1; i < LIMIT; i++) {
      int number = i < 0 ? guess : i;
      if (size(state, value, number) == size) {
        channel.setOption(StandardSocketOptions.SO_SNDBUF, size + 1);
        if (size(state, value, number) == size + 1) {
          return number;
        }
        channel.setOption(StandardSocketOptions.SO_SNDBUF, size);
      }
    }
    throw new IOException("the number of a socket was not found");
  }

  /** {@return the size of a buffer, -1 if the number is not a socket's} Linux tells of twice as much as it was given. */
  private static int size(SegmentAllocator state, MemorySegment value, int number) {
    long at = value.address();
    boolean isSocket = SystemCall.GETSOCKOPT.attempt(state, number, SOL_SOCKET, SO_SNDBUF, at, at + Integer.BYTES) == 0;
    return isSocket ? value.get(ValueLayout.JAVA_INT, 0) / 2 : -1;
  }
}
