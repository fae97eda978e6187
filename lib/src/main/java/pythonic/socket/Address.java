package pythonic.socket;

import java.io.Serializable;
import pythonic.builtins.Builtins;

/**
 * An address of the internet: Python's tuple {@code ('127.0.0.1', 8080)}.
 *
 * @param host a name or a number, empty for any of this machine's
 * @param port 0 to 65535
 * @see <a href="https://docs.python.org/3/library/socket.html#socket-families">Python: socket families</a>
 */
public record Address(String host, int port) implements Serializable {

  /** {@return Python's repr, such as {@code ('127.0.0.1', 8080)}} */
  @Override
  public String toString() {
    return "(" + Builtins.repr(host) + ", " + port + ")";
  }
}
