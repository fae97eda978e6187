package pythonic.socket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.MembershipKey;
import java.nio.channels.MulticastChannel;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pythonic.internal.errors.SystemError;
import pythonic.internal.sockets.OpenSocket;

/** Groups that a socket of datagrams joins and leaves. */
final class Multicast {

  /** The groups that sockets are in; a key goes with its channel. */
  private static final Map<Group, MembershipKey> JOINED = new ConcurrentHashMap<>();

  private Multicast() {}

  private record Group(MulticastChannel channel, InetAddress group, NetworkInterface by) {}

  /** {@return false if the option is none of these} Joins a group, or leaves it, or sets where datagrams to groups go out. */
  static boolean change(OpenSocket socket, int level, int number, byte[] value) throws IOException {
    boolean four = level == Socket.IPPROTO_IP && (number == Socket.IP_ADD_MEMBERSHIP || number == Socket.IP_DROP_MEMBERSHIP);
    boolean six = level == Socket.IPPROTO_IPV6 && (number == Socket.IPV6_JOIN_GROUP || number == Socket.IPV6_LEAVE_GROUP);
    if (level == Socket.IPPROTO_IP && number == Socket.IP_MULTICAST_IF) {
      sendBy(socket, InetAddress.getByAddress(Arrays.copyOfRange(value, value.length < 8 ? 0 : 4, value.length < 8 ? 4 : 8)));
      return true;
    }
    if (!four && !six) {
      return false;
    }
    int length = four ? 4 : 16;
    if (value.length < length + 4 || !(socket.transport().network() instanceof MulticastChannel channel)) {
      throw SystemError.EINVAL.raised();
    }
    InetAddress group = InetAddress.getByAddress(Arrays.copyOf(value, length));
    NetworkInterface by = four ? by(InetAddress.getByAddress(Arrays.copyOfRange(value, 4, 8)))
        : by(ByteBuffer.wrap(value, length, 4).order(ByteOrder.nativeOrder()).getInt());
    if (by == null || !group.isMulticastAddress()) {
      throw (by == null ? SystemError.ENXIO : SystemError.EINVAL).raised();
    }
    var membership = new Group(channel, group, by);
    JOINED.keySet().removeIf(it -> !it.channel.isOpen());
    if (number == Socket.IP_ADD_MEMBERSHIP || number == Socket.IPV6_JOIN_GROUP) {
      if (JOINED.containsKey(membership)) {
        throw SystemError.EADDRINUSE.raised();
      }
      JOINED.put(membership, channel.join(group, by));
    } else {
      MembershipKey key = JOINED.remove(membership);
      if (key == null) {
        throw SystemError.EADDRNOTAVAIL.raised();
      }
      key.drop();
    }
    return true;
  }

  private static void sendBy(OpenSocket socket, InetAddress own) throws IOException {
    NetworkInterface by = by(own);
    if (by == null || !(socket.transport().network() instanceof MulticastChannel channel)) {
      throw (by == null ? SystemError.EADDRNOTAVAIL : SystemError.EINVAL).raised();
    }
    channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, by);
  }

  private static @Nullable NetworkInterface by(InetAddress own) throws IOException {
    return own.isAnyLocalAddress() ? by(0) : NetworkInterface.getByInetAddress(own);
  }

  private static @Nullable NetworkInterface by(int index) throws IOException {
    if (index > 0) {
      return NetworkInterface.getByIndex(index);
    }
    for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
      if (each.isUp() && each.supportsMulticast() && !each.isLoopback() && each.inetAddresses().findAny().isPresent()) {
        return each;
      }
    }
    return null;
  }
}
