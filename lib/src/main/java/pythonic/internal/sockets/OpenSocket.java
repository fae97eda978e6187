package pythonic.internal.sockets;

import java.io.IOException;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pythonic.internal.errors.SystemError;
import pythonic.internal.waiting.Mutex;

/** A socket of the system, shared by all that were made by {@code dup}: the last of them to close closes it. */
public final class OpenSocket {

  private final int family;
  private final int type;
  private final int proto;

  /** Counted down to 0 once, by the last to close. */
  private final AtomicInteger users = new AtomicInteger(1);

  /** Keeps the change of a transport, and its end, apart. */
  private final Mutex change = new Mutex();

  private volatile Transport transport;
  private volatile boolean isV6Only;

  /** By which the system is called for what the JDK's channel cannot do; made under {@link #change}. */
  private @Nullable Twin twin;

  /** Takes over a transport, with the numbers that Python's program gave. */
  public OpenSocket(int family, int type, int proto, Transport transport) {
    this.family = family;
    this.type = type;
    this.proto = proto;
    this.transport = transport;
  }

  public int family() {
    return family;
  }

  public int type() {
    return type;
  }

  public int proto() {
    return proto;
  }

  /** {@return what IPV6_V6ONLY was set to; Java's sockets take both} */
  public boolean isV6Only() {
    return isV6Only;
  }

  public void v6Only(boolean value) {
    isV6Only = value;
  }

  /** {@return what it can do now} */
  public Transport transport() {
    return transport;
  }

  /** Begins to wait for connections. */
  public void listen(int backlog) throws IOException {
    try (var _ = change.hold()) {
      if (users.get() == 0) {
        throw SystemError.EBADF.raised();
      }
      transport = transport.listen(backlog);
    }
  }

  /** {@return what it can do, if an address of that kind is used} The JDK's channels take no names of UNIX sockets that are no paths. */
  public Transport transport(SocketAddress address) throws IOException {
    if (address instanceof UnixName && transport instanceof StreamTransport) {
      try (var _ = change.hold()) {
        if (users.get() > 0 && transport instanceof StreamTransport stream && stream.isFresh()) {
          transport = new SystemTransport(family, type, proto);
          stream.close();
        }
      }
    }
    return transport;
  }

  /** {@return the result of a call into the system, or the negative number of the error} */
  int callSystem(SystemSocket.Calling calling) throws IOException {
    Twin second;
    try (var _ = change.hold()) {
      if (users.get() == 0) {
        throw SystemError.EBADF.raised();
      }
      if (transport instanceof SystemTransport system) {
        return system.attempt(calling);
      }
      if (transport.isListening() || (transport.remote() == null && transport instanceof StreamTransport)) {
        throw SystemError.ENOTCONN.raised(); // its channel may become another
      }
      if (twin == null) {
        twin = Twin.of(transport.network());
      }
      second = twin;
    }
    transport.endpoint().channel(); // it is used
    return second.attempt(calling);
  }

  void share() {
    if (users.getAndUpdate(count -> count == 0 ? 0 : count + 1) == 0) {
      throw SystemError.EBADF.raised();
    }
  }

  void release() {
    if (users.decrementAndGet() == 0) {
      try (var _ = change.hold()) {
        transport.close();
        if (twin != null) {
          twin.close();
        }
      }
    }
  }
}
