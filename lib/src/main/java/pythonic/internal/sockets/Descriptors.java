package pythonic.internal.sockets;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import pythonic.internal.errors.SystemError;
import pythonic.internal.waiting.Mutex;

/**
 * The numbers of open sockets: as the system does, each gets the lowest that is free, from 3 on. They are the library's
 * own; the JDK keeps those of the system to itself.
 */
public final class Descriptors {

  private static final int FIRST = 3;

  /** Guards what follows. */
  private static final Mutex TURN = new Mutex();

  private static final Map<Integer, OpenSocket> OPEN = new HashMap<>();
  private static final PriorityQueue<Integer> FREE = new PriorityQueue<>();

  /** All numbers from here on were never used. */
  private static int next = FIRST;

  private Descriptors() {}

  /** {@return a number for a socket} */
  public static int add(OpenSocket socket) {
    try (var _ = TURN.hold()) {
      Integer number = FREE.poll();
      if (number == null) {
        number = next++;
      }
      OPEN.put(number, socket);
      return number;
    }
  }

  /** {@return another number for a socket that is open} */
  public static int share(OpenSocket socket) {
    socket.share();
    return add(socket);
  }

  /** {@return the socket of a number, null if there is none} */
  public static @Nullable OpenSocket find(int number) {
    try (var _ = TURN.hold()) {
      return OPEN.get(number);
    }
  }

  /**
   * {@return the socket of a number}
   *
   * @throws pythonic.builtins.OSError if there is none
   */
  public static OpenSocket get(int number) {
    OpenSocket socket = find(number);
    if (socket == null) {
      throw SystemError.EBADF.raised();
    }
    return socket;
  }

  /** {@return how many sockets are open} */
  public static int count() {
    try (var _ = TURN.hold()) {
      return OPEN.size();
    }
  }

  /** Gives a number back; the socket is closed if it was the last. */
  public static void close(int number) {
    OpenSocket socket;
    try (var _ = TURN.hold()) {
      socket = OPEN.remove(number);
      if (socket == null) {
        throw SystemError.EBADF.raised();
      }
    }
    try {
      socket.release();
    } finally {
      try (var _ = TURN.hold()) {
        FREE.add(number);
      }
    }
  }
}
