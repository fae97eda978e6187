package pythonic.internal.sockets;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.internal.errors.SystemError;

/** Addresses of sockets as Linux has them in memory. */
final class SystemAddress {

  static final int UNIX = 1;
  static final int INET = 2;
  static final int INET6 = 10;

  /** Longer than any. */
  static final int ROOM = 128;

  private static final ValueLayout.OfShort PORT = ValueLayout.JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN);
  private static final int PATH_AT = 2;
  private static final int FOUR_AT = 4;
  private static final int SIX_AT = 8;
  private static final int SCOPE_AT = 24;

  private SystemAddress() {}

  /** {@return an address of a family; its size is what the system is to be told} */
  static MemorySegment of(Arena arena, SocketAddress address, int family) {
    MemorySegment room = arena.allocate(ROOM, Long.BYTES);
    room.set(ValueLayout.JAVA_SHORT, 0, (short) family);
    return switch (address) {
      case UnixDomainSocketAddress path -> room.asSlice(0, put(room, PATH_AT, Builtins.encode(path.getPath().toString())) + 1);
      case UnixName name -> room.asSlice(0, put(room, PATH_AT, name.bytes()));
      case InetSocketAddress internet -> {
        room.set(PORT, PATH_AT, (short) internet.getPort());
        InetAddress host = internet.getAddress();
        if (family == INET && host instanceof Inet4Address) {
          put(room, FOUR_AT, host.getAddress());
          yield room.asSlice(0, 16);
        }
        put(room, SIX_AT, host instanceof Inet4Address ? mapped(host.getAddress()) : host.getAddress());
        room.set(ValueLayout.JAVA_INT, SCOPE_AT, host instanceof Inet6Address six ? six.getScopeId() : 0);
        yield room.asSlice(0, SCOPE_AT + 4);
      }
      default -> throw SystemError.EAFNOSUPPORT.raised();
    };
  }

  private static byte[] mapped(byte[] four) {
    byte[] six = new byte[16];
    six[10] = -1;
    six[11] = -1;
    System.arraycopy(four, 0, six, 12, four.length);
    return six;
  }

  private static long put(MemorySegment room, long at, byte[] bytes) {
    MemorySegment.copy(bytes, 0, room, ValueLayout.JAVA_BYTE, at, bytes.length);
    return at + bytes.length;
  }

  /** {@return the address that the system has told, null if it told none} */
  static @Nullable SocketAddress read(MemorySegment room, int length) {
    if (length < PATH_AT) {
      return null;
    }
    return switch (room.get(ValueLayout.JAVA_SHORT, 0)) {
      case INET -> internet(room, FOUR_AT, 4, 0);
      case INET6 -> internet(room, SIX_AT, 16, room.get(ValueLayout.JAVA_INT, SCOPE_AT));
      case UNIX -> unix(room.asSlice(PATH_AT, Math.min(length, ROOM) - PATH_AT).toArray(ValueLayout.JAVA_BYTE));
      default -> null;
    };
  }

  private static SocketAddress unix(byte[] path) {
    if (path.length == 0 || path[0] == 0) {
      return new UnixName(path);
    }
    int end = 0;
    while (end < path.length && path[end] != 0) {
      end++;
    }
    return UnixDomainSocketAddress.of(Builtins.decode(Arrays.copyOf(path, end)));
  }

  private static SocketAddress internet(MemorySegment room, int at, int length, int scope) {
    byte[] number = room.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE);
    try {
      InetAddress host = scope != 0 ? Inet6Address.getByAddress(null, number, scope) : InetAddress.getByAddress(number);
      return new InetSocketAddress(host, Short.toUnsignedInt(room.get(PORT, PATH_AT)));
    } catch (UnknownHostException e) {
      throw new AssertionError(e); // the length is right
    }
  }
}
