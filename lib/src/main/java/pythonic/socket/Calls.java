package pythonic.socket;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.TimeoutError;
import pythonic.internal.channels.Endpoint;
import pythonic.internal.errors.SystemError;
import pythonic.internal.sockets.OpenSocket;
import pythonic.internal.sockets.Transport;
import pythonic.internal.waiting.Deadline;

/**
 * One call on a socket: it is tried, and when it cannot be done now, waits as Python's time-out says and is tried again.
 * The time-out is for the whole call.
 */
final class Calls {

  private final OpenSocket socket;
  private final @Nullable Double timeout;

  /** Made when the call has to wait. */
  private @Nullable Deadline deadline;

  Calls(OpenSocket socket, @Nullable Double timeout) {
    this.socket = socket;
    this.timeout = timeout;
  }

  /** A call, tried once. */
  interface Attempt {
    /** {@return its result, {@link Transport#NOT_NOW} if it is not possible now} */
    int on(Transport transport) throws IOException;
  }

  /** A call that gives an object, tried once. */
  interface Getting<T> {
    /** {@return its result, null if it is not possible now} */
    @Nullable T from(Transport transport) throws IOException;
  }

  /** {@return what the call gives, at last} */
  int call(boolean toWrite, Attempt attempt) {
    try {
      while (true) {
        Transport transport = socket.transport();
        int result = attempt.on(transport);
        if (result != Transport.NOT_NOW) {
          return result;
        }
        await(transport, toWrite, SystemError.EAGAIN);
      }
    } catch (IOException e) {
      throw SystemError.of(e);
    }
  }

  /** {@return what the call gives, at last} */
  <T> T get(boolean toWrite, Getting<T> getting) {
    try {
      while (true) {
        Transport transport = socket.transport();
        T result = getting.from(transport);
        if (result != null) {
          return result;
        }
        await(transport, toWrite, SystemError.EAGAIN);
      }
    } catch (IOException e) {
      throw SystemError.of(e);
    }
  }

  /**
   * Waits until something can be read, or written.
   *
   * @param otherwise what is raised if the socket does not wait
   */
  void await(Transport transport, boolean toWrite, SystemError otherwise) throws IOException {
    if (timeout != null && timeout == 0) {
      throw otherwise.raised();
    }
    if (deadline == null) {
      deadline = Deadline.afterOrNever(timeout);
    }
    Endpoint<?> endpoint = transport.endpoint();
    try {
      if (!endpoint.await(toWrite ? transport.writeOperations() : transport.readOperations(), deadline)) {
        throw new TimeoutError("timed out");
      }
    } catch (ClosedChannelException e) {
      if (!hasMoved(transport, endpoint)) {
        throw e;
      }
    }
  }

  /** {@return whether the socket goes on with another channel, because it could not connect, or listens now} */
  @SuppressWarnings("ReferenceEquality") // the same object is meant
  private boolean hasMoved(Transport transport, Endpoint<?> endpoint) {
    return socket.transport() != transport || transport.endpoint() != endpoint;
  }
}
