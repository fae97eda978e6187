package pythonic.socket;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.OSError;
import pythonic.internal.errors.SystemError;
import pythonic.internal.sockets.UnixName;

/** Python's addresses in the JDK's terms, and back. */
final class Resolver {

  private static final int LARGEST_PORT = 65535;

  /** Of 108 bytes on Linux one is for the end. */
  private static final int LONGEST_PATH = 107;

  private Resolver() {}

  /**
   * {@return an address for the JDK}
   *
   * @param address an {@link Address} or a path
   * @param call the name of the call, for errors
   */
  static SocketAddress resolve(int family, @Nullable Object address, String call) {
    if (family == Socket.AF_UNIX) {
      return switch (address) {
        case String path -> unix(path);
        case Address own when own.port() == Address.PATH -> unix(own.host());
        case null, default -> throw Texts.notBytes(address);
      };
    }
    if (!(address instanceof Address internet)) {
      throw Texts.notATuple(call, family == Socket.AF_INET6 ? "AF_INET6" : "AF_INET", address);
    }
    InetAddress host = host(internet.host(), family);
    if (internet.port() < 0 || internet.port() > LARGEST_PORT) {
      throw Texts.portOutOfRange(call);
    }
    return new InetSocketAddress(host, internet.port());
  }

  static StandardProtocolFamily protocolFamily(int family) {
    return switch (family) {
      case Socket.AF_INET -> StandardProtocolFamily.INET;
      case Socket.AF_INET6 -> StandardProtocolFamily.INET6;
      case Socket.AF_UNIX -> StandardProtocolFamily.UNIX;
      default -> throw SystemError.EAFNOSUPPORT.raised();
    };
  }

  private static SocketAddress unix(String path) {
    byte[] bytes = Builtins.encode(path);
    boolean isName = path.isEmpty() || path.charAt(0) == 0;
    if (bytes.length > (isName ? LONGEST_PATH + 1 : LONGEST_PATH)) {
      throw Texts.pathTooLong();
    }
    if (isName) {
      return new UnixName(bytes);
    }
    int zero = path.indexOf(0); // where the path ends for the system
    return UnixDomainSocketAddress.of(zero < 0 ? path : path.substring(0, zero));
  }

  /** {@return the first address of a host in a family; that of an empty name is any of this machine's} */
  static InetAddress host(String name, int family) {
    if (name.isEmpty()) {
      return any(family);
    }
    if (name.equals("<broadcast>") && family != Socket.AF_INET6) {
      return address(new byte[] {-1, -1, -1, -1});
    }
    return hosts(name, family).getFirst();
  }

  static InetAddress any(int family) {
    return address(new byte[family == Socket.AF_INET6 ? 16 : 4]);
  }

  static InetAddress address(byte[] number) {
    try {
      return InetAddress.getByAddress(number);
    } catch (UnknownHostException e) {
      throw new AssertionError(e); // the length is right
    }
  }

  /** {@return the addresses of a host in a family, or in both for AF_UNSPEC, at least one} */
  static List<InetAddress> hosts(String name, int family) {
    InetAddress number = number(name);
    if (name.isEmpty() || (number == null && name.indexOf(':') >= 0)) {
      throw Gai.NONAME.raised();
    }
    List<InetAddress> found = (number != null ? List.of(number) : named(name)).stream()
        .filter(it -> family == Socket.AF_UNSPEC || family == (it instanceof Inet4Address ? Socket.AF_INET : Socket.AF_INET6)).toList();
    if (found.isEmpty()) {
      throw (number != null ? Gai.ADDRFAMILY : Gai.NONAME).raised();
    }
    return found;
  }

  private static List<InetAddress> named(String name) {
    try {
      return List.of(InetAddress.getAllByName(name));
    } catch (UnknownHostException e) {
      throw (Gaierror) Gai.NONAME.raised().initCause(e);
    }
  }

  /** {@return the address that a number stands for, by the rules of the C library, where 010 is eight; null if it is none} */
  static @Nullable InetAddress number(String host) {
    byte[] four = host.chars().anyMatch(Character::isWhitespace) ? null : Numbers.four(host);
    if (four != null) {
      return address(four);
    }
    int percent = host.indexOf('%');
    byte[] six = host.indexOf(':') < 0 ? null : Numbers.six(percent < 0 ? host : host.substring(0, percent));
    try {
      // Without a scope the JDK would make one of IPv4 of what begins with ::ffff:
      return six == null ? null : Inet6Address.getByAddress(null, six, percent < 0 ? 0 : scope(host.substring(percent + 1)));
    } catch (UnknownHostException e) {
      throw new AssertionError(e); // the length is right
    }
  }

  private static int scope(String text) {
    try {
      return text.matches("[0-9]{1,9}") ? Integer.parseInt(text, 10) : SocketNames.if_nametoindex(text);
    } catch (OSError e) {
      throw (Gaierror) Gai.NONAME.raised().initCause(e);
    }
  }

  /** {@return an address in Python's terms; what is missing is the address that no one has} */
  static Address pythonic(@Nullable SocketAddress address, int family) {
    return switch (address) {
      case InetSocketAddress internet when family == Socket.AF_INET6 -> new Address(six(internet.getAddress()), internet.getPort());
      case InetSocketAddress internet -> new Address(number(internet.getAddress()), internet.getPort());
      case UnixName name -> new Address(Builtins.decode(name.bytes()), Address.PATH);
      case UnixDomainSocketAddress unix -> new Address(unix.getPath().toString(), Address.PATH);
      case null, default -> family == Socket.AF_UNIX ? new Address("", Address.PATH) : new Address(family == Socket.AF_INET6 ? "::" : "0.0.0.0", 0);
    };
  }

  /** The JDK shows addresses of IPv4 on sockets of IPv6 as they are. */
  private static String six(InetAddress address) {
    return address instanceof Inet4Address ? "::ffff:" + address.getHostAddress() : number(address);
  }

  /** {@return an address as Python writes it, the scope as a number behind a percent sign} */
  static String number(InetAddress address) {
    if (!(address instanceof Inet6Address six)) {
      return address.getHostAddress();
    }
    String number = Numbers.text(six.getAddress());
    return six.getScopeId() > 0 ? number + "%" + six.getScopeId() : number;
  }
}
