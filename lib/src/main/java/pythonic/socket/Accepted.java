package pythonic.socket;

/**
 * A connection that was accepted: Python's {@code (conn, address)}.
 *
 * @param conn the socket of the connection
 * @param address where it comes from
 */
public record Accepted(Socket conn, Address address) {

  /** {@return Python's repr of the pair} */
  @Override
  public String toString() {
    return "(" + conn + ", " + address + ")";
  }
}
