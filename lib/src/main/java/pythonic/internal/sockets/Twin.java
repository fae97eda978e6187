package pythonic.internal.sockets;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pythonic.internal.errors.SystemError;
import pythonic.internal.waiting.Mutex;

/**
 * A second number of the system for the socket of a channel, by which the system is called for what the JDK cannot do. The JDK does not tell the
 * first: it is that of the socket whose option changes when the JDK is told to change it. The option gets its value back.
 */
final class Twin implements AutoCloseable {

  private static final long SOL_SOCKET = 1;
  private static final long SO_REUSEADDR = 2;
  private static final long SO_RCVBUF = 8;
  private static final long F_DUPFD_CLOEXEC = 1030;
  private static final int SIZE = 8192;
  private static final int ATTEMPTS = 3;
  private static final int NEAR = 5;

  /** One search at a time, lest two change the same way. */
  private static final Mutex SEARCH = new Mutex();

  /** What the last search found. Used under {@link #SEARCH}. */
  private static int last;

  /** Who holds it may call the system with the number, if it is not negative. */
  private final Mutex use = new Mutex();

  private int number;

  /** Takes over a second number. */
  Twin(int number) {
    this.number = number;
  }

  /**
   * Makes the second number of a channel's socket.
   *
   * @throws pythonic.builtins.OSError if the system cannot be called
   */
  static Twin of(NetworkChannel channel) throws IOException {
    return new Twin(number(channel));
  }

  /** {@return a second number} Whoever has it closes it. */
  static int number(NetworkChannel channel) throws IOException {
    return channel.supportedOptions().contains(StandardSocketOptions.SO_REUSEADDR)
        ? number(channel, StandardSocketOptions.SO_REUSEADDR, SO_REUSEADDR, List.of(true, false, true, false))
        : number(channel, StandardSocketOptions.SO_RCVBUF, SO_RCVBUF, List.of(SIZE, SIZE + 2, SIZE, SIZE + 2)); // Linux tells of twice as much
  }

  private static <T> int number(NetworkChannel channel, SocketOption<T> option, long name, List<T> values) throws IOException {
    try (var arena = Arena.ofConfined(); var _ = SEARCH.hold()) {
      T before = channel.getOption(option);
      try {
        for (int i = 0; i <= ATTEMPTS; i++) { // the first time where the last was found: to look at all takes long where many are open
          int found = search(arena, channel, option, name, values, i == 0 ? near(last) : open());
          if (found >= 0) {
            return found;
          }
        }
        throw SystemError.EBADF.raised();
      } finally {
        channel.setOption(option, before);
      }
    }
  }

  /** {@return a second number, or -1 if another socket has got the first meanwhile} */
  private static <T> int search(
      Arena arena, NetworkChannel channel, SocketOption<T> option, long name, List<T> values, List<Integer> candidates) throws IOException {
    for (T value : values.subList(1, values.size())) {
      channel.setOption(option, value);
      candidates.removeIf(candidate -> value(arena, candidate, name) != shown(value));
    }
    if (candidates.isEmpty()) {
      return -1;
    }
    // Several are numbers of the same socket.
    int twin = SystemCall.FCNTL.call(arena, candidates.getFirst(), F_DUPFD_CLOEXEC, 0);
    channel.setOption(option, values.getFirst());
    if (value(arena, twin, name) == shown(values.getFirst())) {
      last = candidates.getFirst();
      return twin;
    }
    SystemCall.CLOSE.attempt(arena, twin);
    return -1;
  }

  private static int shown(Object value) {
    return value instanceof Integer size ? 2 * size : value.equals(true) ? 1 : 0;
  }

  private static List<Integer> near(int number) {
    return new ArrayList<>(IntStream.rangeClosed(number - NEAR, number + NEAR).filter(each -> each >= 0).boxed().toList());
  }

  private static List<Integer> open() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return new ArrayList<>(files.map(file -> Integer.valueOf(file.getFileName().toString())).toList());
    }
  }

  private static int value(Arena arena, int number, long name) {
    MemorySegment value = arena.allocateFrom(ValueLayout.JAVA_INT, -1, Integer.BYTES);
    long at = value.address();
    return SystemCall.GETSOCKOPT.attempt(arena, number, SOL_SOCKET, name, at, at + Integer.BYTES) == 0 ? value.get(ValueLayout.JAVA_INT, 0) : -1;
  }

  /** {@return the result, or the negative number of the error} */
  int attempt(SystemSocket.Calling calling) {
    try (var arena = Arena.ofConfined(); var _ = use.hold()) {
      return number < 0 ? -SystemError.EBADF.number() : calling.call(arena, number);
    }
  }

  @Override
  public void close() {
    try (var arena = Arena.ofConfined(); var _ = use.hold()) {
      if (number >= 0) {
        SystemCall.CLOSE.attempt(arena, number);
      }
      number = -1;
    }
  }
}
