package pythonic.socket;

import java.io.Serializable;
import pythonic.builtins.Builtins;

/**
 * An address of the internet: Python's tuple {@code ('127.0.0.1', 8080)}. One of IPv6, which has a colon in its host, is
 * Python's tuple of four; its scope stands behind a percent sign of the host, as in {@code fe80::1%2}.
 *
 * <p>What a socket tells of a UNIX socket's address is the path as host, with the port {@link #PATH}; it is written as the
 * string that it is in Python. Programs pass a string. One that begins with a zero character is a name of Linux that is no path.
 *
 * @param host a name or a number, empty for any of this machine's
 * @param port 0 to 65535
 * @see <a href="https://docs.python.org/3/library/socket.html#socket-families">Python: socket families</a>
 */
public record Address(String host, int port) implements Serializable {

  /** Stands in place of the port of a UNIX socket, which has none. */
  public static final int PATH = -1;

  /** {@return Python's repr, such as {@code ('127.0.0.1', 8080)}} */
  @Override
  public String toString() {
    if (port == PATH) {
      return host.startsWith("\0") ? "b" + Builtins.repr(host) : Builtins.repr(host);
    }
    if (host.indexOf(':') < 0) {
      return "(" + Builtins.repr(host) + ", " + port + ")";
    }
    int percent = host.indexOf('%');
    String number = percent < 0 ? host : host.substring(0, percent);
    return "(" + Builtins.repr(number) + ", " + port + ", 0, " + (percent < 0 ? "0" : host.substring(percent + 1)) + ")";
  }
}
