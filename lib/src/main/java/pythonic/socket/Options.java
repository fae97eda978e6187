package pythonic.socket;

import java.io.IOException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.NetworkChannel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.OSError;
import pythonic.internal.errors.SystemError;
import pythonic.internal.sockets.OpenSocket;
import pythonic.internal.sockets.SystemTransport;
import pythonic.internal.sockets.Transport;

/** The options of sockets: those that Java has, by Python's numbers. */
final class Options {

  private static final int INT = 4;
  private static final int LARGEST = 1024;

  /** Linux gives itself as much again for its own use, and tells of all. */
  private static final int BUFFER_FACTOR = System.getProperty("os.name").equals("Linux") ? 2 : 1;

  private static final Map<Long, SocketOption<?>> KNOWN = new HashMap<>();

  static {
    know(Socket.SOL_SOCKET, Socket.SO_REUSEADDR, StandardSocketOptions.SO_REUSEADDR);
    know(Socket.SOL_SOCKET, Socket.SO_REUSEPORT, StandardSocketOptions.SO_REUSEPORT);
    know(Socket.SOL_SOCKET, Socket.SO_KEEPALIVE, StandardSocketOptions.SO_KEEPALIVE);
    know(Socket.SOL_SOCKET, Socket.SO_BROADCAST, StandardSocketOptions.SO_BROADCAST);
    know(Socket.SOL_SOCKET, Socket.SO_RCVBUF, StandardSocketOptions.SO_RCVBUF);
    know(Socket.SOL_SOCKET, Socket.SO_SNDBUF, StandardSocketOptions.SO_SNDBUF);
    know(Socket.SOL_SOCKET, Socket.SO_LINGER, StandardSocketOptions.SO_LINGER);
    know(Socket.IPPROTO_TCP, Socket.TCP_NODELAY, StandardSocketOptions.TCP_NODELAY);
    know(Socket.IPPROTO_TCP, Socket.TCP_KEEPIDLE, ExtendedSocketOptions.TCP_KEEPIDLE);
    know(Socket.IPPROTO_TCP, Socket.TCP_KEEPINTVL, ExtendedSocketOptions.TCP_KEEPINTERVAL);
    know(Socket.IPPROTO_TCP, Socket.TCP_KEEPCNT, ExtendedSocketOptions.TCP_KEEPCOUNT);
    know(Socket.IPPROTO_TCP, Socket.TCP_QUICKACK, ExtendedSocketOptions.TCP_QUICKACK);
    know(Socket.IPPROTO_IP, Socket.IP_TOS, StandardSocketOptions.IP_TOS);
    know(Socket.IPPROTO_IPV6, Socket.IPV6_TCLASS, StandardSocketOptions.IP_TOS);
    know(Socket.IPPROTO_IP, Socket.IP_MULTICAST_TTL, StandardSocketOptions.IP_MULTICAST_TTL);
    know(Socket.IPPROTO_IPV6, Socket.IPV6_MULTICAST_HOPS, StandardSocketOptions.IP_MULTICAST_TTL);
    know(Socket.IPPROTO_IP, Socket.IP_MULTICAST_LOOP, StandardSocketOptions.IP_MULTICAST_LOOP);
    know(Socket.IPPROTO_IPV6, Socket.IPV6_MULTICAST_LOOP, StandardSocketOptions.IP_MULTICAST_LOOP);
  }

  private Options() {}

  private static void know(int level, int number, SocketOption<?> option) {
    KNOWN.put(key(level, number), option);
  }

  private static long key(int level, int number) {
    return (long) level << 32 | number;
  }

  static int get(OpenSocket socket, int level, int number) throws IOException {
    Transport transport = socket.transport();
    if (transport instanceof SystemTransport system) {
      return number(system.option(level, number, INT));
    }
    Integer fact = level == Socket.SOL_SOCKET ? fact(socket, number) : null;
    if (fact != null) {
      return fact;
    }
    SocketOption<?> option = KNOWN.get(key(level, number));
    if (option == null || !hasLevel(socket, level)) {
      if (isV6Only(socket, level, number)) {
        return socket.isV6Only() ? 1 : 0;
      }
      throw unknown(socket, level).raised();
    }
    Object value = value(transport, option);
    return switch (value) {
      case null -> 0; // of a kind of socket that Java does not give it to, and that nobody has set
      case Boolean truth -> truth ? 1 : 0;
      case Integer count when isBuffer(option) -> BUFFER_FACTOR * count;
      case Integer count when option.equals(StandardSocketOptions.SO_LINGER) -> count < 0 ? 0 : 1;
      case Integer count -> count;
      default -> throw SystemError.ENOPROTOOPT.raised();
    };
  }

  /** {@return what is known without asking the channel, null if it must be asked} */
  private static @Nullable Integer fact(OpenSocket socket, int number) {
    return switch (number) {
      case Socket.SO_TYPE -> socket.type();
      case Socket.SO_DOMAIN -> socket.family();
      case Socket.SO_PROTOCOL -> socket.proto() != 0 ? socket.proto() : protocol(socket);
      case Socket.SO_ACCEPTCONN -> socket.transport().isListening() ? 1 : 0;
      case Socket.SO_ERROR -> error(socket.transport().takeFailure());
      default -> null;
    };
  }

  private static int protocol(OpenSocket socket) {
    if (socket.family() == Socket.AF_UNIX) {
      return 0;
    }
    return socket.type() == Socket.SOCK_STREAM ? Socket.IPPROTO_TCP : Socket.IPPROTO_UDP;
  }

  private static int error(@Nullable IOException failure) {
    Integer number = failure == null ? Integer.valueOf(0) : SystemError.of(failure).errno();
    return number == null ? SystemError.EINVAL.number() : number;
  }

  private static @Nullable Object value(Transport transport, SocketOption<?> option) throws IOException {
    NetworkChannel channel = transport.network();
    if (!transport.isListening() && channel.supportedOptions().contains(option)) {
      return channel.getOption(option);
    }
    Object set = transport.remembered().get(option); // what a listener was given is for those that it accepts
    return set != null || !channel.supportedOptions().contains(option) ? set : channel.getOption(option);
  }

  private static SystemError unknown(OpenSocket socket, int level) {
    return hasLevel(socket, level) ? SystemError.ENOPROTOOPT : SystemError.EOPNOTSUPP;
  }

  private static boolean hasLevel(OpenSocket socket, int level) {
    return switch (level) {
      case Socket.IPPROTO_TCP -> socket.type() == Socket.SOCK_STREAM && socket.family() != Socket.AF_UNIX;
      case Socket.IPPROTO_IP -> socket.family() != Socket.AF_UNIX;
      case Socket.IPPROTO_IPV6 -> socket.family() == Socket.AF_INET6;
      default -> level == Socket.SOL_SOCKET;
    };
  }

  static byte[] get(OpenSocket socket, int level, int number, int buflen) throws IOException {
    if (buflen < 0 || buflen > LARGEST) {
      throw new OSError("getsockopt buflen out of range");
    }
    if (socket.transport() instanceof SystemTransport system) {
      return system.option(level, number, buflen);
    }
    ByteBuffer bytes = ByteBuffer.allocate(2 * INT).order(ByteOrder.nativeOrder());
    if (level == Socket.SOL_SOCKET && number == Socket.SO_LINGER) {
      Object seconds = value(socket.transport(), StandardSocketOptions.SO_LINGER);
      bytes.putInt(seconds instanceof Integer set && set >= 0 ? 1 : 0).putInt(seconds instanceof Integer set ? Math.max(set, 0) : 0);
    } else {
      bytes.putInt(get(socket, level, number));
    }
    byte[] all = new byte[Math.min(buflen, bytes.position())];
    bytes.flip().get(all);
    return all;
  }

  private static int number(byte[] bytes) {
    return ByteBuffer.wrap(Arrays.copyOf(bytes, INT)).order(ByteOrder.nativeOrder()).getInt();
  }

  static void set(OpenSocket socket, int level, int number, int value) throws IOException {
    if (socket.transport() instanceof SystemTransport system) {
      system.option(level, number, ByteBuffer.allocate(INT).order(ByteOrder.nativeOrder()).putInt(value).array());
      return;
    }
    SocketOption<?> option = KNOWN.get(key(level, number));
    if (option == null || !hasLevel(socket, level)) {
      if (isV6Only(socket, level, number)) {
        socket.v6Only(value != 0);
        return;
      }
      throw (socket.family() == Socket.AF_UNIX ? SystemError.EOPNOTSUPP : SystemError.ENOPROTOOPT).raised();
    }
    if (option.equals(StandardSocketOptions.SO_LINGER)) {
      throw SystemError.EINVAL.raised(); // it is a pair
    }
    put(socket.transport(), option, option.type() == Boolean.class ? (Object) (value != 0) : (Object) value);
  }

  static void set(OpenSocket socket, int level, int number, byte[] value) throws IOException {
    if (socket.transport() instanceof SystemTransport system) {
      system.option(level, number, value);
      return;
    }
    if (value.length < (number == Socket.SO_LINGER && level == Socket.SOL_SOCKET ? 2 * INT : INT)) {
      throw SystemError.EINVAL.raised();
    }
    ByteBuffer bytes = ByteBuffer.wrap(value).order(ByteOrder.nativeOrder());
    if (level == Socket.SOL_SOCKET && number == Socket.SO_LINGER) {
      boolean on = bytes.getInt() != 0;
      int seconds = bytes.getInt();
      put(socket.transport(), StandardSocketOptions.SO_LINGER, on ? seconds : -1);
    } else if (!Multicast.change(socket, level, number, value)) {
      set(socket, level, number, bytes.getInt());
    }
  }

  @SuppressWarnings("unchecked") // the value is made by the option's type
  private static void put(Transport transport, SocketOption<?> option, Object value) throws IOException {
    NetworkChannel channel = transport.network();
    boolean known = channel.supportedOptions().contains(option);
    try {
      if (known) {
        channel.setOption((SocketOption<Object>) option, value);
      }
    } catch (IllegalArgumentException e) {
      throw (OSError) SystemError.EINVAL.raised().initCause(e);
    }
    transport.remembered().put(option, value);
  }

  private static boolean isV6Only(OpenSocket socket, int level, int number) {
    return level == Socket.IPPROTO_IPV6 && number == Socket.IPV6_V6ONLY && socket.family() == Socket.AF_INET6;
  }

  private static boolean isBuffer(SocketOption<?> option) {
    return option.equals(StandardSocketOptions.SO_RCVBUF) || option.equals(StandardSocketOptions.SO_SNDBUF);
  }
}
