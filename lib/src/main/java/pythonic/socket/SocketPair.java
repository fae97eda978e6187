package pythonic.socket;

/**
 * Two sockets that are connected to each other: Python's {@code (a, b)}.
 *
 * @param a one end
 * @param b the other end
 */
public record SocketPair(Socket a, Socket b) {

  /** {@return Python's repr of the pair} */
  @Override
  public String toString() {
    return "(" + a + ", " + b + ")";
  }
}
