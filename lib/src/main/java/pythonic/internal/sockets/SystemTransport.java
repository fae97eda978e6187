package pythonic.internal.sockets;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.OSError;
import pythonic.internal.channels.Endpoint;
import pythonic.internal.errors.SystemError;
import pythonic.internal.waiting.Deadline;

/** A socket that the JDK has no channel for: the system itself is called. */
public final class SystemTransport extends Transport {

  private static final int NON_BLOCKING = 0x800;
  private static final int CLOSE_ON_EXEC = 0x80000;
  private static final int MSG_PEEK = 2;
  private static final int MSG_NOSIGNAL = 0x4000;
  private static final int SOL_SOCKET = 1;
  private static final int SO_ERROR = 4;
  private static final int SO_ACCEPTCONN = 30;
  private static final int F_DUPFD_CLOEXEC = 1030;

  private final int family;
  private final int type;
  private final int proto;
  private final SystemSocket socket;
  private final Remembered remembered = new Remembered();

  private volatile boolean isConnecting;

  /** Where threads wait for room at the socket of another. */
  private final Set<SystemTransport> probes = ConcurrentHashMap.newKeySet();

  /**
   * Makes a socket.
   *
   * @throws OSError if the system has none of that kind, or the user may not
   */
  public SystemTransport(int family, int type, int proto) throws IOException {
    this(family, type, proto, make(family, type, proto));
  }

  /** Takes over a socket that does not block, by the system's number. */
  SystemTransport(int family, int type, int proto, int number) throws IOException {
    this.family = family;
    this.type = type;
    this.proto = proto;
    this.socket = new SystemSocket(number);
  }

  private static int make(int family, int type, int proto) {
    try (var arena = Arena.ofConfined()) {
      return SystemCall.SOCKET.call(arena, family, type | NON_BLOCKING | CLOSE_ON_EXEC, proto);
    }
  }

  /** {@return two sockets that are connected to each other} Raises what the constructor does. */
  public static SystemTransport[] pair(int family, int type, int proto) throws IOException {
    try (var arena = Arena.ofConfined()) {
      MemorySegment both = arena.allocate(2 * Integer.BYTES, Integer.BYTES);
      SystemCall.SOCKETPAIR.call(arena, family, type | NON_BLOCKING | CLOSE_ON_EXEC, proto, both.address());
      return new SystemTransport[] {
        new SystemTransport(family, type, proto, both.get(ValueLayout.JAVA_INT, 0)),
        new SystemTransport(family, type, proto, both.get(ValueLayout.JAVA_INT, Integer.BYTES))
      };
    }
  }

  @Override
  public Endpoint<DatagramChannel> endpoint() {
    return socket.endpoint();
  }

  @Override
  public int receive(ByteBuffer buffer, boolean peek) throws IOException {
    int before = buffer.position();
    return receiveFrom(buffer, peek) == null ? NOT_NOW : buffer.position() - before;
  }

  @Override
  public @Nullable Sender receiveFrom(ByteBuffer buffer, boolean peek) throws IOException {
    try (var arena = Arena.ofConfined()) {
      MemorySegment data = arena.allocate(Math.max(buffer.remaining(), 1));
      MemorySegment from = arena.allocate(SystemAddress.ROOM, Long.BYTES);
      MemorySegment length = arena.allocateFrom(ValueLayout.JAVA_INT, SystemAddress.ROOM);
      int count = socket.nowOrLater((state, number) -> SystemCall.RECVFROM.attempt(
          state, number, data.address(), buffer.remaining(), peek ? MSG_PEEK : 0, from.address(), length.address()));
      if (count == NOT_NOW) {
        return null;
      }
      buffer.put(data.asSlice(0, count).asByteBuffer());
      return new Sender(SystemAddress.read(from, length.get(ValueLayout.JAVA_INT, 0)));
    }
  }

  @Override
  public int send(ByteBuffer buffer) throws IOException {
    return send(buffer, null);
  }

  @Override
  public int sendTo(ByteBuffer buffer, SocketAddress address) throws IOException {
    return send(buffer, address);
  }

  private int send(ByteBuffer buffer, @Nullable SocketAddress address) throws IOException {
    try (var arena = Arena.ofConfined()) {
      MemorySegment data = arena.allocate(Math.max(buffer.remaining(), 1));
      data.asByteBuffer().put(buffer.duplicate());
      MemorySegment to = address == null ? MemorySegment.NULL : SystemAddress.of(arena, address, family);
      int count = socket.nowOrLater((state, number) -> SystemCall.SENDTO.attempt(
          state, number, data.address(), buffer.remaining(), MSG_NOSIGNAL, to.address(), to.byteSize()));
      buffer.position(buffer.position() + Math.max(count, 0));
      return count;
    }
  }

  /**
   * Waits until a datagram for another socket may find room. One that was not connected is not told by the system that the other has no room: one that
   * is connected for the purpose is.
   */
  @Override
  public boolean awaitRoom(SocketAddress address, Deadline deadline) throws IOException {
    if (!super.awaitRoom(address, deadline)) {
      return false;
    }
    var probe = new SystemTransport(family, type, proto);
    try {
      probes.add(probe);
      probe.connect(address, false);
      return !endpoint().channel().isOpen() || probe.endpoint().await(SelectionKey.OP_WRITE, deadline); // entered first, looked second
    } catch (OSError e) {
      return true; // the call itself tells of it
    } finally {
      probes.remove(probe);
      probe.close();
    }
  }

  @Override
  public void bind(SocketAddress address) throws IOException {
    try (var arena = Arena.ofConfined()) {
      MemorySegment own = SystemAddress.of(arena, address, family);
      socket.call((state, number) -> SystemCall.BIND.attempt(state, number, own.address(), own.byteSize()));
    }
  }

  @Override
  public boolean connect(SocketAddress address, boolean mayBlock) throws IOException {
    try (var arena = Arena.ofConfined()) {
      MemorySegment other = SystemAddress.of(arena, address, family);
      int result = socket.attempt((state, number) -> SystemCall.CONNECT.attempt(state, number, other.address(), other.byteSize()));
      isConnecting = result == -SystemError.EINPROGRESS.number();
      if (result < 0 && !isConnecting) {
        throw SystemError.of(-result);
      }
      return !isConnecting;
    }
  }

  @Override
  public boolean settle() throws IOException {
    if (isConnecting && endpoint().await(SelectionKey.OP_WRITE, Deadline.after(0))) {
      isConnecting = false;
      int error = socket.option(SOL_SOCKET, SO_ERROR);
      if (error != 0) {
        throw SystemError.of(error);
      }
    }
    return !isConnecting;
  }

  @Override
  public Transport listen(int backlog) throws IOException {
    socket.call((state, number) -> SystemCall.LISTEN.attempt(state, number, backlog));
    return this;
  }

  @Override
  public boolean isListening() {
    try {
      return socket.option(SOL_SOCKET, SO_ACCEPTCONN) != 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public @Nullable SystemTransport accept() throws IOException {
    int accepted = socket.nowOrLater((state, number) -> SystemCall.ACCEPT4.attempt(state, number, 0, 0, NON_BLOCKING | CLOSE_ON_EXEC));
    return accepted == NOT_NOW ? null : new SystemTransport(family, type, proto, accepted);
  }

  @Override
  public void shutdown(int how) throws IOException {
    socket.call((state, number) -> SystemCall.SHUTDOWN.attempt(state, number, how));
  }

  @Override
  public @Nullable SocketAddress local() throws IOException {
    return socket.name(SystemCall.GETSOCKNAME);
  }

  @Override
  public @Nullable SocketAddress remote() throws IOException {
    return socket.name(SystemCall.GETPEERNAME);
  }

  /** {@return the bytes of an option, at most so many} */
  public byte[] option(int level, int option, int most) throws IOException {
    return socket.option(level, option, most);
  }

  /** Sets an option. */
  public void option(int level, int option, byte[] bytes) throws IOException {
    socket.option(level, option, bytes);
  }

  @Override
  int secondNumber() throws IOException {
    return socket.call((state, number) -> SystemCall.FCNTL.attempt(state, number, F_DUPFD_CLOEXEC, 0));
  }

  /** {@return the result of a call into the system, or the negative number of the error} */
  int attempt(SystemSocket.Calling calling) throws IOException {
    return socket.attempt(calling);
  }

  @Override
  public Remembered remembered() {
    return remembered;
  }

  @Override
  public void close() {
    socket.close();
    probes.forEach(SystemTransport::close);
  }
}
