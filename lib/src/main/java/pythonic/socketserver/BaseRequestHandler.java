package pythonic.socketserver;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.AttributeError;
import pythonic.socket.Address;

/**
 * What a server does with a request: a subclass overrides {@link #handle}. It needs no constructor. A handler serves one
 * request; the server makes a new one for the next.
 *
 * @param <R> what is served: {@code Socket} with streams, {@link DatagramRequest} with datagrams
 * @see <a href="https://docs.python.org/3/library/socketserver.html#socketserver.BaseRequestHandler">Python:
 *     BaseRequestHandler</a>
 */
public abstract class BaseRequestHandler<R> {

  private @Nullable R request;
  private @Nullable Address clientAddress;
  private @Nullable BaseServer<R> server;

  /** Made by a subclass. */
  protected BaseRequestHandler() {}

  /**
   * Serves a request: {@link #setup}, {@link #handle}, and {@link #finish} in any case but that {@code setup} fails. In Python the constructor
   * does so; a server's own {@code finish_request} makes a handler and calls this. What the three throw leaves this method as it is, checked or not.
   *
   * @param served the request
   * @param from where it comes from
   * @param by the server; None in the child of a forking server
   */
  public final void serve(R served, Address from, @Nullable BaseServer<R> by) {
    request = served;
    clientAddress = from;
    server = by;
    try {
      setup();
      try {
        handle();
      } finally {
        finish();
      }
    } catch (Throwable e) {
      throw Processing.<RuntimeException>unchecked(e);
    }
  }

  /** Called before {@link #handle}; does nothing. */
  public void setup() throws Exception {}

  /** Serves the request; does nothing. What it throws is reported, and the server goes on. */
  public void handle() throws Exception {}

  /** Called after {@link #handle}, however it ended; does nothing. */
  public void finish() throws Exception {}

  /** {@return the request: the connection, or the datagram} */
  public final R request() {
    return known(request, "request");
  }

  /** {@return where the request comes from} */
  public final Address client_address() {
    return known(clientAddress, "client_address");
  }

  /**
   * {@return the server}
   *
   * @throws AttributeError in the child of a forking server, which has none
   */
  public final BaseServer<R> server() {
    return known(server, "server");
  }

  private <T> T known(@Nullable T value, String name) {
    if (value == null) {
      throw new AttributeError("'" + getClass().getSimpleName() + "' object has no attribute '" + name + "'");
    }
    return value;
  }
}
