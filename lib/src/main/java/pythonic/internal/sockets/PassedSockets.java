package pythonic.internal.sockets;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import pythonic.internal.sockets.ControlMessages.Message;

/** Sockets that go from process to process: the library's numbers at the program's side, the system's at the other. */
final class PassedSockets implements AutoCloseable {

  private static final int SOL_SOCKET = 1;
  private static final int SCM_RIGHTS = 1;
  private static final int SO_TYPE = 3;
  private static final int SO_PROTOCOL = 38;
  private static final int SO_DOMAIN = 39;
  private static final long F_SETFL = 4;
  private static final long NON_BLOCKING = 0x800;
  private static final int STANDARD_ERROR = 2;

  /** The system's numbers that were made to be passed. */
  private final List<Integer> made = new ArrayList<>();

  static boolean areIn(Message message) {
    return message.level() == SOL_SOCKET && message.type() == SCM_RIGHTS;
  }

  /** {@return the system's numbers} Raises the OSError of a number that no open socket has. Standard input, output and error have the system's. */
  byte[] toSystem(byte[] numbers) throws IOException {
    ByteBuffer given = ByteBuffer.wrap(numbers).order(ByteOrder.nativeOrder());
    ByteBuffer told = ByteBuffer.allocate(numbers.length).order(ByteOrder.nativeOrder());
    while (given.remaining() >= Integer.BYTES) {
      int number = given.getInt();
      if (number < 0 || number > STANDARD_ERROR) {
        int second = Descriptor.get(number).socket().transport().secondNumber();
        made.add(second);
        told.putInt(second);
      } else {
        told.putInt(number);
      }
    }
    return told.array();
  }

  /** {@return numbers by which the program can make sockets; -1 for what is no socket, and is closed} */
  static byte[] fromSystem(byte[] numbers) throws IOException {
    ByteBuffer got = ByteBuffer.wrap(numbers).order(ByteOrder.nativeOrder());
    ByteBuffer told = ByteBuffer.allocate(numbers.length / Integer.BYTES * Integer.BYTES).order(ByteOrder.nativeOrder());
    while (told.hasRemaining()) {
      told.putInt(adopt(got.getInt()));
    }
    return told.array();
  }

  private static int adopt(int number) throws IOException {
    try (var arena = Arena.ofConfined()) {
      int family = option(arena, number, SO_DOMAIN);
      if (family < 0) {
        SystemCall.CLOSE.attempt(arena, number);
        return -1;
      }
      int type = option(arena, number, SO_TYPE);
      int proto = option(arena, number, SO_PROTOCOL);
      SystemCall.FCNTL.call(arena, number, F_SETFL, NON_BLOCKING);
      var transport = new SystemTransport(family, type, proto, number);
      return new Descriptor(new OpenSocket(family, type, proto, transport)).detach();
    }
  }

  /** {@return the value of an option, -1 if the number is not a socket's} */
  private static int option(Arena arena, int number, int option) {
    MemorySegment value = arena.allocateFrom(ValueLayout.JAVA_INT, 0, Integer.BYTES);
    long at = value.address();
    return SystemCall.GETSOCKOPT.attempt(arena, number, SOL_SOCKET, option, at, at + Integer.BYTES) == 0 ? value.get(ValueLayout.JAVA_INT, 0) : -1;
  }

  @Override
  public void close() {
    try (var arena = Arena.ofConfined()) {
      made.forEach(number -> SystemCall.CLOSE.attempt(arena, number));
    }
  }
}
