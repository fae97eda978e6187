package pythonic.multiprocessing.connection;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.OSError;
import pythonic.builtins.OverflowError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Family;
import pythonic.socket.Address;
import pythonic.socket.Gaierror;

/** The kinds of addresses that connections have. */
enum AddressFamily {
  AF_INET(StandardProtocolFamily.INET),
  AF_UNIX(StandardProtocolFamily.UNIX);

  private static final int LARGEST_PORT = 65535;
  private static final int NO_SUCH_NAME = -2;

  /** Of 108 bytes on Linux and 104 on macOS one is for the end. */
  private static final int LONGEST_PATH = 103;

  private final StandardProtocolFamily protocol;

  AddressFamily(StandardProtocolFamily protocol) {
    this.protocol = protocol;
  }

  ProtocolFamily protocol() {
    return protocol;
  }

  static AddressFamily of(@Nullable Object address, @Nullable Family given) {
    if (given != null && given.name() != null) {
      return Arrays.stream(values()).filter(family -> family.name().equals(given.name())).findFirst()
          .orElseThrow(() -> new ValueError("Family " + given.name() + " is not recognized."));
    }
    return address instanceof Address ? AF_INET : AF_UNIX;
  }

  /**
   * {@return an address as the JDK wants it}
   *
   * @param call {@code connect} or {@code bind}, for the error
   */
  SocketAddress resolve(Object address, String call) {
    return switch (address) {
      case Address internet when this == AF_INET -> internet(internet, call);
      case String path when this == AF_UNIX -> unix(path);
      default -> throw new TypeError("an address of " + this + " is not " + Builtins.repr(address));
    };
  }

  private static SocketAddress unix(String path) {
    if (Builtins.encode(path).length > LONGEST_PATH) {
      throw new OSError("AF_UNIX path too long");
    }
    return UnixDomainSocketAddress.of(path);
  }

  private static SocketAddress internet(Address address, String call) {
    if (address.port() < 0 || address.port() > LARGEST_PORT) {
      throw new OverflowError(call + "(): port must be 0-65535.");
    }
    if (address.host().isEmpty()) {
      return new InetSocketAddress(call.equals("bind") ? "0.0.0.0" : "127.0.0.1", address.port());
    }
    try {
      for (InetAddress found : InetAddress.getAllByName(address.host())) {
        if (found instanceof Inet4Address) {
          return new InetSocketAddress(found, address.port());
        }
      }
    } catch (UnknownHostException e) {
      throw (Gaierror) new Gaierror(NO_SUCH_NAME, "Name or service not known").initCause(e);
    }
    throw new Gaierror(NO_SUCH_NAME, "Name or service not known");
  }

  /** {@return an address in Python's terms; that of a UNIX socket without a name is empty} */
  static Object pythonic(@Nullable SocketAddress address) {
    return switch (address) {
      case InetSocketAddress internet -> new Address(internet.getAddress().getHostAddress(), internet.getPort());
      case UnixDomainSocketAddress unix -> unix.getPath().toString();
      case null, default -> "";
    };
  }
}
