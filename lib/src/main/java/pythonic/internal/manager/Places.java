package pythonic.internal.manager;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.OSError;
import pythonic.builtins.OverflowError;
import pythonic.socket.Address;
import pythonic.socket.Gaierror;

/** Where servers listen: a path, or an address of the internet. */
final class Places {

  private static final int LARGEST_PORT = 65535;
  private static final int NO_SUCH_NAME = -2;

  /** Of 108 bytes on Linux and 104 on macOS one is for the end. */
  private static final int LONGEST_PATH = 103;

  private Places() {}

  static SocketAddress of(@Nullable Object address, String call) {
    if (!(address instanceof Address internet)) {
      String path = String.valueOf(address);
      if (path.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_PATH) {
        throw new OSError("AF_UNIX path too long");
      }
      return UnixDomainSocketAddress.of(path);
    }
    if (internet.port() < 0 || internet.port() > LARGEST_PORT) {
      throw new OverflowError(call + "(): port must be 0-65535.");
    }
    String host = internet.host().isEmpty() ? call.equals("bind") ? "0.0.0.0" : "127.0.0.1" : internet.host();
    try {
      for (InetAddress found : InetAddress.getAllByName(host)) {
        if (found instanceof Inet4Address) {
          return new InetSocketAddress(found, internet.port());
        }
      }
    } catch (UnknownHostException e) {
      throw (Gaierror) new Gaierror(NO_SUCH_NAME, "Name or service not known").initCause(e);
    }
    throw new Gaierror(NO_SUCH_NAME, "Name or service not known");
  }

  static ProtocolFamily family(SocketAddress address) {
    return address instanceof UnixDomainSocketAddress ? StandardProtocolFamily.UNIX : StandardProtocolFamily.INET;
  }

  /** {@return an address in Python's terms} */
  static Object pythonic(SocketAddress address) {
    return address instanceof InetSocketAddress internet
        ? new Address(internet.getAddress().getHostAddress(), internet.getPort())
        : address.toString();
  }

  /** Deletes the file of a socket, if there is one. */
  static void delete(Object address) {
    if (address instanceof String path) {
      try {
        Files.deleteIfExists(Path.of(path));
      } catch (IOException e) {
        // It is not ours any more.
      }
    }
  }
}
