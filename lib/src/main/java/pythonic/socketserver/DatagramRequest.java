package pythonic.socketserver;

import pythonic.builtins.Builtins;
import pythonic.socket.Socket;

/**
 * A datagram, and the socket to answer by: Python's {@code (data, socket)}.
 *
 * @param data the bytes
 * @param socket the server's socket
 */
@SuppressWarnings("ArrayRecordComponent") // Python's bytes are byte[] everywhere
public record DatagramRequest(byte[] data, Socket socket) {

  /** {@return Python's repr of the pair} */
  @Override
  public String toString() {
    return "(" + Builtins.repr(data) + ", " + socket + ")";
  }
}
