package pythonic.socket;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.OSError;

/** What getaddrinfo and getnameinfo find out. */
final class Lookup {

  private static final int KNOWN_FLAGS = Socket.AI_PASSIVE | Socket.AI_CANONNAME | Socket.AI_NUMERICHOST | Socket.AI_V4MAPPED
      | Socket.AI_ALL | Socket.AI_ADDRCONFIG | Socket.AI_NUMERICSERV;

  private Lookup() {}

  private static final Pattern DIGITS = Pattern.compile("[0-9]*");
  private static final int KNOWN_NAME_FLAGS = 0xff;

  /**
   * A kind of sockets that a host is listed with.
   *
   * @param protocol null if ports have no names
   * @param isUsual whether it is listed without being asked for
   */
  private record Kind(int type, int proto, @Nullable String protocol, boolean isUsual) {

    /** What has no named ports is there for all protocols. */
    boolean matches(int wantedType, int wantedProto) {
      return (wantedType == 0 || type == wantedType) && (wantedProto == 0 || protocol == null || proto == wantedProto);
    }
  }

  private static final List<Kind> KINDS = List.of(new Kind(Socket.SOCK_STREAM, Socket.IPPROTO_TCP, "tcp", true),
      new Kind(Socket.SOCK_DGRAM, Socket.IPPROTO_UDP, "udp", true), new Kind(Socket.SOCK_DGRAM, Socket.IPPROTO_UDPLITE, "udplite", false),
      new Kind(Socket.SOCK_STREAM, Socket.IPPROTO_SCTP, "sctp", false), new Kind(Socket.SOCK_SEQPACKET, Socket.IPPROTO_SCTP, "sctp", false),
      new Kind(Socket.SOCK_RAW, 0, null, true));

  /** {@return the kinds that a host is listed with: the first that matches, if the program asks for any} */
  private static List<Kind> kinds(int type, int proto, boolean hasPort) {
    if (type == 0 && proto == 0) {
      return KINDS;
    }
    Kind kind = KINDS.stream().filter(it -> it.matches(type, proto)).findFirst().orElseThrow(() -> (type == 0 ? Gai.SERVICE : Gai.SOCKTYPE).raised());
    if (hasPort && kind.protocol == null) {
      throw Gai.SERVICE.raised();
    }
    return List.of(kind);
  }

  static List<AddressInfo> addresses(@Nullable String host, @Nullable Object port, int family, int type, int proto, int flags) {
    if ((flags & ~KNOWN_FLAGS) != 0) {
      throw Gai.BADFLAGS.raised();
    }
    if (family != Socket.AF_UNSPEC && family != Socket.AF_INET && family != Socket.AF_INET6) {
      throw Gai.FAMILY.raised();
    }
    if (host == null && port == null) {
      throw Gai.NONAME.raised();
    }
    Object service = port instanceof Integer number ? number.toString() : port;
    boolean isNamed = service instanceof String text && !DIGITS.matcher(text).matches();
    if (isNamed && (flags & Socket.AI_NUMERICSERV) != 0) {
      throw Gai.NONAME.raised();
    }
    List<Kind> kinds = kinds(type, proto, port != null);
    var found = new ArrayList<AddressInfo>();
    List<InetAddress> hosts = hosts(host, family, flags);
    String canonical = (flags & Socket.AI_CANONNAME) != 0 && host != null ? host : "";
    for (InetAddress address : hosts) {
      for (Kind kind : kinds) {
        Integer number = port(service, kind);
        if (number != null && (isNamed || kind.isUsual || kinds.size() == 1)) {
          boolean six = family == Socket.AF_INET6 || !(address instanceof Inet4Address);
          found.add(new AddressInfo(six ? Socket.AF_INET6 : Socket.AF_INET, kind.type, kind.type == Socket.SOCK_RAW ? proto : kind.proto,
              found.isEmpty() ? canonical : "", new Address(text(address, six), number)));
        }
      }
    }
    if (found.isEmpty()) {
      throw Gai.SERVICE.raised();
    }
    return found;
  }

  private static String text(InetAddress address, boolean six) {
    return six && address instanceof Inet4Address ? "::ffff:" + address.getHostAddress() : Resolver.number(address);
  }

  private static @Nullable Integer port(@Nullable Object port, Kind kind) {
    return switch (port) {
      case null -> 0;
      case String digits when DIGITS.matcher(digits).matches() -> new BigInteger("0" + digits).intValue() & 0xffff;
      case String _ when kind.protocol == null -> null;
      case String name -> Services.port(name, kind.protocol);
      default -> throw new OSError("Int or String expected");
    };
  }

  private static List<InetAddress> hosts(@Nullable String host, int family, int flags) {
    if (host == null) {
      var own = new ArrayList<InetAddress>();
      boolean passive = (flags & Socket.AI_PASSIVE) != 0;
      InetAddress six = passive ? Resolver.any(Socket.AF_INET6) : Resolver.address(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
      InetAddress four = passive ? Resolver.any(Socket.AF_INET) : Resolver.address(new byte[] {127, 0, 0, 1});
      if (family != Socket.AF_INET) {
        own.add(six);
      }
      if (family != Socket.AF_INET6) {
        own.add(passive ? 0 : own.size(), four); // the system lists them so
      }
      return own;
    }
    if ((flags & Socket.AI_NUMERICHOST) != 0 && Resolver.number(host) == null) {
      throw Gai.NONAME.raised();
    }
    boolean mapped = family == Socket.AF_INET6 && (flags & Socket.AI_V4MAPPED) != 0;
    return Resolver.hosts(host, mapped ? Socket.AF_UNSPEC : family);
  }

  static NameInfo names(Address sockaddr, int flags) {
    if ((flags & ~KNOWN_NAME_FLAGS) != 0) {
      throw Gai.BADFLAGS.raised();
    }
    InetAddress address = Resolver.number(sockaddr.host());
    if (address == null || sockaddr.port() < 0) {
      throw (address == null ? Gai.NONAME : Gai.SERVICE).raised();
    }
    int port = sockaddr.port() & 0xffff;
    String host = (flags & Socket.NI_NUMERICHOST) != 0 ? null : name(address);
    if (host == null && (flags & Socket.NI_NAMEREQD) != 0) {
      throw Gai.NONAME.raised();
    }
    String service = (flags & Socket.NI_NUMERICSERV) != 0 ? null
        : Services.name(port, (flags & Socket.NI_DGRAM) != 0 ? "udp" : "tcp");
    return new NameInfo(host == null ? Resolver.number(address) : host, service == null ? Integer.toString(port) : service);
  }

  /** {@return the name of a host, null if it has none} */
  static @Nullable String name(InetAddress address) {
    try {
      InetAddress bare = InetAddress.getByAddress(address.getAddress()); // forgets the name that it was found by
      String name = bare.getCanonicalHostName();
      return name.equals(bare.getHostAddress()) ? null : name;
    } catch (UnknownHostException e) {
      throw new AssertionError(e); // the length is right
    }
  }
}
