package pythonic.internal.sockets;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import pythonic.internal.channels.Endpoint;
import pythonic.internal.channels.Waitable;
import pythonic.internal.errors.SystemError;
import pythonic.internal.waiting.Deadline;

/**
 * A socket to be waited for: what the program could do with it at once. A connection that has failed can be read and written,
 * which tells of the failure.
 *
 * @param socket the socket
 */
public record SocketWaitable(OpenSocket socket) implements Waitable {

  @Override
  public int ready(int uses) {
    Transport transport = socket.transport();
    try {
      if (transport.looksForConnection()) {
        return transport.hasFailed() ? uses : 0;
      }
      int ready = (uses & READ) != 0 && (transport.hasLookedAhead() || isReady(transport, transport.readOperations())) ? READ : 0;
      return (uses & WRITE) != 0 && isReady(transport, transport.writeOperations()) ? ready | WRITE : ready;
    } catch (IOException e) {
      throw SystemError.of(e);
    }
  }

  private static boolean isReady(Transport transport, int operations) throws IOException {
    return operations != 0 && transport.endpoint().await(operations, Deadline.after(0));
  }

  @Override
  public Runnable whenReady(int uses, Runnable wake) {
    Transport transport = socket.transport();
    if ((uses & READ) != 0 && transport.hasLookedAhead()) {
      wake.run();
      return () -> {};
    }
    int operations = operations(uses);
    return operations == 0 ? () -> {} : transport.endpoint().watch(operations, wake)::cancel;
  }

  @Override
  public int told(int ready, boolean wantsEnd) {
    Transport transport = socket.transport();
    try {
      if (transport.hasFailed()) {
        return ready | ERROR | HANG_UP | END;
      }
      return transport instanceof StreamTransport stream ? HangUps.told(stream, ready, wantsEnd) : ready;
    } catch (IOException e) {
      throw SystemError.of(e);
    }
  }

  @Override
  public @Nullable Endpoint<?> endpoint() {
    Transport transport = socket.transport();
    return transport.looksForConnection() ? null : transport.endpoint();
  }

  @Override
  public int operations(int uses) {
    Transport transport = socket.transport();
    return ((uses & READ) != 0 ? transport.readOperations() : 0) | ((uses & WRITE) != 0 ? transport.writeOperations() : 0);
  }

  @Override
  public boolean hasAhead() {
    return socket.transport().hasLookedAhead();
  }
}
