package pythonic.socket;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.TimeoutError;
import pythonic.internal.channels.Endpoint;
import pythonic.internal.channels.Luck;
import pythonic.internal.errors.SystemError;
import pythonic.internal.sockets.OpenSocket;
import pythonic.internal.sockets.Transport;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Strand;

/**
 * One call on a socket: it is tried, and when it cannot be done now, waits as Python's time-out says and is tried again.
 * The time-out is for the whole call.
 */
final class Calls {

  private static final boolean LOOKS = Runtime.getRuntime().availableProcessors() > 1;
  private static final long LOOK_NANOS = 25_000;

  /** Set by who looks. */
  private static final AtomicBoolean LOOKING = new AtomicBoolean();

  private static final Luck LUCK = new Luck();

  private final OpenSocket socket;
  private final @Nullable Double timeout;

  /** Where a datagram is sent to, null if the call is another. */
  private @Nullable SocketAddress destination;

  /** Made when the call has to wait. */
  private @Nullable Deadline deadline;

  Calls(OpenSocket socket, @Nullable Double timeout) {
    this.socket = socket;
    this.timeout = timeout;
  }

  /** Sends to an address. {@return this} */
  Calls to(SocketAddress address) {
    destination = address;
    return this;
  }

  /** {@return whether a call may wait until all that it asked for is there: one with a time-out takes what comes, as those of Python do} */
  boolean mayWaitForAll() {
    return timeout == null && socket.type() == Socket.SOCK_STREAM;
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
        if (!toWrite && isPatient()) {
          result = look(attempt, transport);
          if (result != Transport.NOT_NOW) {
            return result;
          }
        }
        await(transport, toWrite, SystemError.EAGAIN);
      }
    } catch (IOException e) {
      throw SystemError.of(e);
    }
  }

  private boolean isPatient() {
    return timeout == null || timeout > 0;
  }

  /**
   * Looks a few times before the thread waits in the system: an answer that is on its way comes sooner than the system wakes a
   * thread. One thread at a time does so, else threads that look would keep the processors from those that are to answer. For virtual threads
   * the one looks that watches for them.
   */
  private static int look(Attempt attempt, Transport transport) throws IOException {
    if (!LOOKS || Strand.current() != null || Thread.currentThread().isVirtual() || !LUCK.suggestsALook() || !LOOKING.compareAndSet(false, true)) {
      return Transport.NOT_NOW;
    }
    try {
      long end = System.nanoTime() + LOOK_NANOS;
      do {
        int result = attempt.on(transport);
        if (result != Transport.NOT_NOW) {
          LUCK.found();
          return result;
        }
      } while (System.nanoTime() - end < 0);
      LUCK.lookedInVain();
      return Transport.NOT_NOW;
    } finally {
      LOOKING.set(false);
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
      if (destination != null ? !transport.awaitRoom(destination, deadline)
          : !endpoint.await(toWrite ? transport.writeOperations() : transport.readOperations(), deadline)) {
        throw new TimeoutError("timed out");
      }
    } catch (ClosedChannelException e) {
      if (!hasMoved(transport, endpoint)) {
        throw e;
      }
    }
  }

  /** {@return whether the socket goes on with another channel, because it could not connect, or listens now, or without one, as it was shut down} */
  @SuppressWarnings("ReferenceEquality") // the same object is meant
  private boolean hasMoved(Transport transport, Endpoint<?> endpoint) {
    return socket.transport() != transport || transport.endpoint() != endpoint || transport.isShut();
  }
}
