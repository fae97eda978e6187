package pythonic.socketserver;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.TypeError;

/**
 * Has a server serve each request in a child process. Java cannot hand a connection to another process, so the parent relays its
 * bytes: the handler's socket is a UNIX socket to the parent, and {@code client_address()} is the client's. The handlers
 * travel to the child, the server does not: {@code server()} is an AttributeError there, {@code finish_request} is not called, and what the handler raises is
 * told on standard error. A connection ends with its child.
 *
 * @see <a href="https://docs.python.org/3/library/socketserver.html#socketserver.ForkingMixIn">Python: ForkingMixIn</a>
 */
public interface ForkingMixIn {

  /** How many seconds {@code handle_request} of a forking server waits, unless it is set. */
  Double TIMEOUT = 300.0;

  /** {@return how many children serve at most; further requests wait for one to end; 40} */
  default int max_children() {
    return children().maxChildren();
  }

  /** Sets how many children serve at most. */
  default void max_children(int count) {
    children().maxChildren(count);
  }

  /** {@return whether {@code server_close} waits for the children; true} */
  default boolean block_on_close() {
    return children().blockOnClose();
  }

  /** Sets whether {@code server_close} waits for the children. */
  default void block_on_close(boolean value) {
    children().blockOnClose(value);
  }

  /** {@return the process ids of the children that serve} */
  default Set<Long> active_children() {
    return children().pids();
  }

  /** Lets go of children that have ended. */
  default void collect_children() {
    children().serviceActions();
  }

  /** Lets go of children that have ended, and waits for all if asked to. */
  default void collect_children(boolean blocking) {
    if (blocking) {
      children().joinAll();
    }
    children().serviceActions();
  }

  /** {@return how many seconds {@code handle_request} waits, None for no limit; 300} */
  @Nullable Double timeout();

  /** Called when {@code handle_request} has waited in vain: lets go of children that have ended. */
  void handle_timeout();

  /** Called by {@code serve_forever} now and then: lets go of children that have ended. */
  void service_actions();

  /** Stops listening, and waits for the children, if {@link #block_on_close()} says so. */
  void server_close();

  private InChildren<?> children() {
    if (this instanceof BaseServer<?> server && server.processing() instanceof InChildren<?> children) {
      return children;
    }
    throw new TypeError("ForkingMixIn is for servers");
  }
}
