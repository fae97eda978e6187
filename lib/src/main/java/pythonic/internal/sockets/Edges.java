package pythonic.internal.sockets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.SelectionKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.OSError;
import pythonic.internal.channels.Endpoint;
import pythonic.internal.channels.Waitable;
import pythonic.internal.errors.SystemError;
import pythonic.internal.waiting.Deadline;

/** An epoll of the system, for sockets of which only the news are told, as the JDK cannot: it can be read while there are news. */
public final class Edges implements Waitable, AutoCloseable {

  /** How many events are taken at once. */
  private static final int ROOM = 128;

  private static final long CLOSE_ON_EXEC = 0x80000;
  private static final long DATA = SystemCall.IS_EVENT_PACKED ? Integer.BYTES : Long.BYTES;
  private static final long SIZE = DATA + Long.BYTES;

  private final SystemSocket socket;

  /** What is watched, by what the system tells of it. */
  private final Map<Long, Edge> watched = new ConcurrentHashMap<>();

  private final AtomicLong made = new AtomicLong();

  private Edges(int number) throws IOException {
    socket = new SystemSocket(number);
  }

  /** {@return a new one, null where the system has none or cannot be called} */
  public static @Nullable Edges open() {
    if (!SystemCall.isPossible()) {
      return null;
    }
    try (var arena = Arena.ofConfined()) {
      return new Edges(SystemCall.EPOLL_CREATE1.call(arena, CLOSE_ON_EXEC));
    } catch (IOException | OSError e) {
      return null;
    }
  }

  /** {@return whether it is a socket, keeps its channel, and the system knows all that can be read of it} */
  public static boolean areOf(Waitable thing) {
    return thing instanceof SocketWaitable one && !one.hasAhead() && !mayListen(one.socket().transport());
  }

  /** {@return whether the channel may give way to one that listens} */
  private static boolean mayListen(Transport transport) {
    return transport instanceof StreamTransport stream && !stream.endpoint().asked().isConnected() && !stream.endpoint().asked().isConnectionPending();
  }

  /**
   * Watches a socket until it is closed.
   *
   * @param thing one that {@link #areOf}
   * @param number what it is known by to whoever asks
   * @param mask the system's, with EPOLLET
   * @param whenClosed called when the socket's channel is closed, or gives way to another; does not block
   * @return null if the system cannot watch it
   */
  public @Nullable Edge add(Waitable thing, int number, int mask, Runnable whenClosed) {
    try {
      var one = (SocketWaitable) thing;
      Transport transport = one.socket().transport();
      Endpoint<?> endpoint = transport.endpoint();
      var edge = new Edge(this, made.getAndIncrement(), number, one, endpoint, transport.second(), whenClosed);
      return edge.begin(mask) ? edge : null;
    } catch (IOException | OSError e) {
      return null; // closed meanwhile, as whoever looks at it finds, or there are no numbers left
    }
  }

  void put(long key, Edge edge) {
    watched.put(key, edge);
  }

  void remove(long key) {
    watched.remove(key);
  }

  /** {@return 0, or the negative number of the error} */
  int control(int what, int number, int mask, long key) {
    try {
      return socket.attempt((arena, own) -> {
        MemorySegment event = arena.allocate(SIZE, Long.BYTES);
        event.set(ValueLayout.JAVA_INT, 0, mask);
        event.set(ValueLayout.JAVA_LONG_UNALIGNED, DATA, key);
        return SystemCall.EPOLL_CTL.attempt(arena, own, what, number, event.address());
      });
    } catch (IOException e) {
      return -SystemError.EBADF.number();
    }
  }

  /** Who is told of the news. */
  public interface Teller {

    /** Hears of one socket. */
    void tell(Edge edge, int events);
  }

  /** Takes what is new, at most so many. Does not wait. */
  public void take(int most, Teller teller) {
    try {
      socket.attempt((arena, own) -> {
        int room = Math.min(most, ROOM);
        MemorySegment events = arena.allocate(room * SIZE, Long.BYTES);
        int count = SystemCall.EPOLL_PWAIT.attempt(arena, own, events.address(), room, 0, 0, Long.BYTES);
        for (int i = 0; i < count; i++) {
          Edge edge = watched.get(events.get(ValueLayout.JAVA_LONG_UNALIGNED, i * SIZE + DATA));
          if (edge != null) {
            teller.tell(edge, events.get(ValueLayout.JAVA_INT_UNALIGNED, i * SIZE));
          }
        }
        return count;
      });
    } catch (IOException e) {
      // Closed meanwhile: nothing is new.
    }
  }

  @Override
  public int ready(int uses) {
    try {
      return (uses & READ) != 0 && socket.endpoint().await(SelectionKey.OP_READ, Deadline.after(0)) ? READ : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Runnable whenReady(int uses, Runnable wake) {
    return socket.endpoint().watch(operations(uses), wake)::cancel;
  }

  @Override
  public Endpoint<?> endpoint() {
    return socket.endpoint();
  }

  @Override
  public int operations(int uses) {
    return (uses & READ) != 0 ? SelectionKey.OP_READ : 0;
  }

  /** Watches nothing any more. */
  @Override
  public void close() {
    watched.values().forEach(Edge::end);
    socket.close();
  }
}
