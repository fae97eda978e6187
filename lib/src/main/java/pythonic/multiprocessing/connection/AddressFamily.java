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
import pythonic.internal.errors.SystemError;
import pythonic.socket.Address;
import pythonic.socket.Gaierror;

/** The kinds of addresses that connections have. */
enum AddressFamily {
  AF_INET(StandardProtocolFamily.INET),
  AF_UNIX(StandardProtocolFamily.UNIX);

  private static final String PIPES_OF_WINDOWS = "\\\\";
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

  /** {@return the family of an address} */
  static AddressFamily of(@Nullable Object address) {
    return switch (address) {
      case Address _ -> AF_INET;
      case String path when path.startsWith(PIPES_OF_WINDOWS) -> throw unrecognized("AF_PIPE");
      case String _ -> AF_UNIX;
      case null, default -> throw new ValueError("address type of " + Builtins.repr(address) + " unrecognized");
    };
  }

  /** {@return the family that a listener was told, by default that of its address, if it has one} */
  static AddressFamily ofListener(@Nullable Object address, @Nullable Family given) {
    String name = given == null ? null : given.name();
    if (name == null) {
      return address == null ? AF_UNIX : of(address);
    }
    if (name.equals("AF_PIPE")) {
      throw unrecognized(name);
    }
    return Arrays.stream(values()).filter(family -> family.name().equals(name)).findFirst()
        .orElseThrow(() -> address == null ? new ValueError("unrecognized family") : unrecognized(name));
  }

  /** {@return the family of an address that a client connects to, whatever else it was told} */
  static AddressFamily ofClient(@Nullable Object address, @Nullable Family given) {
    if (given != null && "AF_PIPE".equals(given.name())) {
      throw unrecognized("AF_PIPE");
    }
    return of(address);
  }

  private static ValueError unrecognized(String name) {
    return new ValueError("Family " + name + " is not recognized.");
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
      default -> throw new TypeError(
          this == AF_INET ? call + "(): AF_INET address must be tuple, not str" : "a bytes-like object is required, not 'tuple'");
    };
  }

  private static SocketAddress unix(String path) {
    if (path.isEmpty()) {
      throw SystemError.EINVAL.raised(); // nobody listens there; who listens has another
    }
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
