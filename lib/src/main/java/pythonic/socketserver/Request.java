package pythonic.socketserver;

import pythonic.socket.Address;

/**
 * What a server has got: Python's {@code (request, client_address)}.
 *
 * @param request a connection, or a datagram
 * @param client_address where it comes from
 * @param <R> the type of requests
 */
public record Request<R>(R request, Address client_address) {

  /** {@return Python's repr of the pair} */
  @Override
  public String toString() {
    return "(" + request + ", " + client_address + ")";
  }
}
