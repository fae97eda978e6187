package pythonic.socket;

import pythonic.builtins.Builtins;

/**
 * Names of an address: Python's {@code (host, port)}.
 *
 * @param host the host's name, or its number
 * @param port the service's name, or its number
 */
public record NameInfo(String host, String port) {

  /** {@return Python's repr of the pair} */
  @Override
  public String toString() {
    return "(" + Builtins.repr(host) + ", " + Builtins.repr(port) + ")";
  }
}
