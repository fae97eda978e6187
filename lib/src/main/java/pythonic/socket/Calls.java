package pythonic.socket;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.TimeoutError;
import pythonic.internal.channels.Endpoint;
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
  private static final int MOST_FAILURES = 8;

  /** Who has set it may use the two numbers below. */
  private static final AtomicBoolean LOOKING = new AtomicBoolean();

  /** How many looks in a row were in vain. */
  private static volatile int failures;

  /** How many of the next looks are left out. */
  private static volatile int leftOut;

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
   * thread. One thread at a time does so, else threads that look would keep the processors from those that are to answer. Where it was
   * in vain, as with one processor free for both ends, the next ones are left out, more each time.
   */
  @SuppressWarnings("ThreadPriorityCheck") // without the yield it is slower and right
  private static int look(Attempt attempt, Transport transport) throws IOException {
    if (!LOOKS || Strand.current() != null || !LOOKING.compareAndSet(false, true)) {
      return Transport.NOT_NOW;
    }
    try {
      int left = leftOut;
      if (left > 0) {
        leftOut = left - 1;
        return Transport.NOT_NOW;
      }
      boolean isVirtual = Thread.currentThread().isVirtual();
      long end = System.nanoTime() + LOOK_NANOS;
      do {
        if (isVirtual) {
          Thread.yield(); // who is to answer may need the carrier
        }
        int result = attempt.on(transport);
        if (result != Transport.NOT_NOW) {
          failures = 0;
          return result;
        }
      } while (System.nanoTime() - end < 0);
      failures = Math.min(failures + 1, MOST_FAILURES);
      leftOut = 1 << failures;
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

  /** {@return whether the socket goes on with another channel, because it could not connect, or listens now} */
  @SuppressWarnings("ReferenceEquality") // the same object is meant
  private boolean hasMoved(Transport transport, Endpoint<?> endpoint) {
    return socket.transport() != transport || transport.endpoint() != endpoint;
  }
}
