package pythonic.internal.sockets;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.internal.errors.SystemError;
import pythonic.internal.sockets.Transport.Sender;

/** The system's {@code sendmsg} and {@code recvmsg}: bytes, and messages to the system that go with them. */
public final class ControlMessages {

  private static final int MSG_NOSIGNAL = 0x4000;
  private static final int MSG_CMSG_CLOEXEC = 0x40000000;

  private static final long HEADER = 56;
  private static final long NAME_LENGTH_AT = 8;
  private static final long PIECES_AT = 16;
  private static final long COUNT_AT = 24;
  private static final long CONTROL_AT = 32;
  private static final long CONTROL_LENGTH_AT = 40;
  private static final long FLAGS_AT = 48;

  private static final int HEAD = 16;
  private static final long LEVEL_AT = 8;
  private static final long TYPE_AT = 12;
  private static final int ALIGNMENT = 8;

  private ControlMessages() {}

  /**
   * One message.
   *
   * @param level whose it is, such as SOL_SOCKET
   * @param type such as SCM_RIGHTS, whose data are numbers of sockets, the library's
   * @param data what it says
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Message(int level, int type, byte[] data) {}

  /**
   * What was received.
   *
   * @param messages those that came with the bytes
   * @param flags what the system tells of it, as MSG_CTRUNC
   * @param sender who has sent it
   */
  public record Received(List<Message> messages, int flags, Sender sender) {}

  /** {@return whether they can be sent and received here} */
  public static boolean arePossible() {
    return SystemCall.isPossible();
  }

  /** {@return how long a message is with so many bytes of data} */
  public static long length(long data) {
    return HEAD + data;
  }

  /** {@return how much room a message takes with so many bytes of data} */
  public static long space(long data) {
    return HEAD + aligned(data);
  }

  private static long aligned(long length) {
    return (length + ALIGNMENT - 1) & -ALIGNMENT;
  }

  /** Sends bytes and messages. {@return how many bytes, or {@link Transport#NOT_NOW}} */
  public static int send(OpenSocket socket, ByteBuffer buffer, List<Message> messages, int flags, @Nullable SocketAddress address) throws IOException {
    try (var arena = Arena.ofConfined(); var passed = new PassedSockets()) {
      MemorySegment data = arena.allocate(Math.max(buffer.remaining(), 1));
      data.asByteBuffer().put(buffer.duplicate());
      long room = messages.stream().mapToLong(message -> space(message.data.length)).sum();
      MemorySegment control = arena.allocate(Math.max(room, 1), ALIGNMENT);
      long at = 0;
      for (Message message : messages) {
        byte[] said = PassedSockets.areIn(message) ? passed.toSystem(message.data) : message.data;
        control.set(ValueLayout.JAVA_LONG, at, length(said.length));
        control.set(ValueLayout.JAVA_INT, at + LEVEL_AT, message.level);
        control.set(ValueLayout.JAVA_INT, at + TYPE_AT, message.type);
        MemorySegment.copy(said, 0, control, ValueLayout.JAVA_BYTE, at + HEAD, said.length);
        at += space(said.length);
      }
      MemorySegment to = address == null ? MemorySegment.NULL : SystemAddress.of(arena, address, socket.family());
      MemorySegment header = header(arena, to, data, buffer.remaining(), control, room);
      int count = socket.callSystem((state, number) -> SystemCall.SENDMSG.attempt(state, number, header.address(), flags | MSG_NOSIGNAL));
      if (count == -SystemError.EAGAIN.number()) {
        return Transport.NOT_NOW;
      }
      if (count < 0) {
        throw SystemError.of(-count);
      }
      buffer.position(buffer.position() + count);
      return count;
    }
  }

  /** Receives bytes and messages. {@return null if not now} */
  public static @Nullable Received receive(OpenSocket socket, ByteBuffer buffer, int controlRoom, int flags) throws IOException {
    try (var arena = Arena.ofConfined()) {
      MemorySegment data = arena.allocate(Math.max(buffer.remaining(), 1));
      MemorySegment control = arena.allocate(Math.max(controlRoom, 1), ALIGNMENT);
      MemorySegment from = arena.allocate(SystemAddress.ROOM, Long.BYTES);
      MemorySegment header = header(arena, from, data, buffer.remaining(), control, controlRoom);
      int count = socket.callSystem((state, number) -> SystemCall.RECVMSG.attempt(state, number, header.address(), flags | MSG_CMSG_CLOEXEC));
      if (count == -SystemError.EAGAIN.number()) {
        return null;
      }
      if (count < 0) {
        throw SystemError.of(-count);
      }
      buffer.put(data.asSlice(0, Math.min(count, buffer.remaining())).asByteBuffer());
      var messages = messages(control.asSlice(0, Math.min(header.get(ValueLayout.JAVA_LONG, CONTROL_LENGTH_AT), controlRoom)));
      SocketAddress sender = SystemAddress.read(from, header.get(ValueLayout.JAVA_INT, NAME_LENGTH_AT));
      return new Received(messages, header.get(ValueLayout.JAVA_INT, FLAGS_AT) & ~MSG_CMSG_CLOEXEC, new Sender(sender));
    }
  }

  private static MemorySegment header(Arena arena, MemorySegment name, MemorySegment data, long size, MemorySegment control, long room) {
    MemorySegment piece = arena.allocate(2 * Long.BYTES, Long.BYTES);
    piece.set(ValueLayout.JAVA_LONG, 0, data.address());
    piece.set(ValueLayout.JAVA_LONG, Long.BYTES, size);
    MemorySegment header = arena.allocate(HEADER, Long.BYTES);
    header.set(ValueLayout.JAVA_LONG, 0, name.address());
    header.set(ValueLayout.JAVA_INT, NAME_LENGTH_AT, (int) name.byteSize());
    header.set(ValueLayout.JAVA_LONG, PIECES_AT, piece.address());
    header.set(ValueLayout.JAVA_LONG, COUNT_AT, 1);
    header.set(ValueLayout.JAVA_LONG, CONTROL_AT, room == 0 ? 0 : control.address());
    header.set(ValueLayout.JAVA_LONG, CONTROL_LENGTH_AT, room);
    return header;
  }

  private static List<Message> messages(MemorySegment control) throws IOException {
    var messages = new ArrayList<Message>();
    for (long at = 0; at + HEAD <= control.byteSize(); ) {
      long length = control.get(ValueLayout.JAVA_LONG_UNALIGNED, at);
      long end = Math.min(at + length, control.byteSize());
      byte[] data = control.asSlice(at + HEAD, Math.max(end - at - HEAD, 0)).toArray(ValueLayout.JAVA_BYTE);
      var message = new Message(control.get(ValueLayout.JAVA_INT_UNALIGNED, at + LEVEL_AT), control.get(ValueLayout.JAVA_INT_UNALIGNED, at + TYPE_AT), data);
      messages.add(PassedSockets.areIn(message) ? new Message(message.level, message.type, PassedSockets.fromSystem(data)) : message);
      at += Math.max(aligned(length), HEAD);
    }
    return messages;
  }
}
