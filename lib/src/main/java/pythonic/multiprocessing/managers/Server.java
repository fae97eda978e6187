package pythonic.multiprocessing.managers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.internal.child.ParentLink;
import pythonic.internal.manager.ManagerServer;
import pythonic.internal.manager.Registration;
import pythonic.multiprocessing.AbandonedLockError;

/**
 * Serves the objects of a manager in the current process, to programs that connect with its address and authkey.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.managers.BaseManager.get_server">Python:
 *     BaseManager.get_server</a>
 */
public final class Server implements AutoCloseable {

  private final ManagerServer server;

  Server(@Nullable Object place, byte[] authkey, List<Registration> registrations) {
    server = new ManagerServer(place, authkey, loader(), ServedTypes.and(registrations), AbandonedLockError::new);
  }

  private static ClassLoader loader() {
    ParentLink parent = ParentLink.current();
    return parent == null ? ClassLoader.getSystemClassLoader() : parent.loader();
  }

  /** {@return where it listens: a path, or an {@link pythonic.socket.Address}} */
  public Object address() {
    return server.address();
  }

  /** Serves, in this thread, until it is closed. */
  public void serve_forever() {
    server.serve();
  }

  void lastly(Runnable action) {
    server.lastly(action);
  }

  /** Ends the service: calls that wait are told. Closing twice is fine. Not in Python, where the program ends. */
  @Override
  public void close() {
    server.close();
  }
}
