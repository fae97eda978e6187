package pythonic.gevent.server;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.OSError;
import pythonic.builtins.TypeError;
import pythonic.builtins.functions.Procedure2;
import pythonic.gevent.Gevent;
import pythonic.gevent.Greenlet;
import pythonic.gevent.event.Event;
import pythonic.gevent.pool.Group;
import pythonic.gevent.pool.Pool;
import pythonic.internal.greenlets.Failures;
import pythonic.socket.Accepted;
import pythonic.socket.Address;
import pythonic.socket.Socket;

/**
 * Accepts connections and gives each a greenlet, which calls {@code handle} with its socket and address, and closes the
 * socket afterwards. A subclass may override {@link #handle}. Without TLS: wrap the socket in the handler where you need it.
 *
 * @see <a href="https://www.gevent.org/api/gevent.server.html">gevent: gevent.server</a>
 */
public class StreamServer implements AutoCloseable {

  private static final int BACKLOG = 256;
  private static final double MIN_DELAY = 0.01;
  private static final double MAX_DELAY = 1;
  private static final double STOP_TIMEOUT = 1;

  private final @Nullable Procedure2<? super Socket, ? super Address> handle;
  private final int backlog;
  private final @Nullable Group pool;
  private final Event stopped = new Event();
  private Address address;
  private @Nullable Socket socket;
  private @Nullable Greenlet<?> accepting;

  /**
   * A server of a subclass that overrides {@link #handle}.
   *
   * @param listener where it is to listen
   * @throws TypeError if this is no subclass
   */
  public StreamServer(Address listener) {
    this(listener, null, null, null, null);
  }

  /**
   * A server on an address.
   *
   * @param listener where it is to listen, with port 0 for any that is free
   * @param handle what is done for each connection
   */
  public StreamServer(Address listener, Procedure2<? super Socket, ? super Address> handle) {
    this(listener, null, handle, null, null);
  }

  /**
   * A server on an address.
   *
   * @param listener where it is to listen, with port 0 for any that is free
   * @param handle what is done for each connection
   * @param backlog how many connections may wait to be accepted, None for 256
   * @param spawn what gives them greenlets: as long as it is full, none is accepted
   */
  public StreamServer(Address listener, Procedure2<? super Socket, ? super Address> handle, @Nullable Integer backlog, Group spawn) {
    this(listener, null, handle, backlog, spawn);
  }

  /**
   * A server on an address.
   *
   * @param listener where it is to listen, with port 0 for any that is free
   * @param handle what is done for each connection
   * @param backlog how many connections may wait to be accepted, None for 256
   * @param spawn how many connections it handles at a time
   */
  public StreamServer(Address listener, Procedure2<? super Socket, ? super Address> handle, @Nullable Integer backlog, int spawn) {
    this(listener, null, handle, backlog, new Pool(spawn));
  }

  /**
   * A server on a socket that listens already.
   *
   * @param listener the socket, which the server closes
   * @param handle what is done for each connection
   */
  public StreamServer(Socket listener, Procedure2<? super Socket, ? super Address> handle) {
    this(listener.getsockname(), listener, handle, null, null);
  }

  /**
   * A server on a socket that listens already.
   *
   * @param listener the socket, which the server closes
   * @param handle what is done for each connection
   * @param spawn what gives them greenlets: as long as it is full, none is accepted
   */
  public StreamServer(Socket listener, Procedure2<? super Socket, ? super Address> handle, Group spawn) {
    this(listener.getsockname(), listener, handle, null, spawn);
  }

  private StreamServer(Address address, @Nullable Socket listener, @Nullable Procedure2<? super Socket, ? super Address> handle,
      @Nullable Integer backlog, @Nullable Group pool) {
    if (handle == null && getClass() == StreamServer.class) {
      throw new TypeError("'handle' must be provided");
    }
    this.address = address;
    this.socket = listener;
    this.handle = handle;
    this.backlog = backlog == null ? BACKLOG : backlog;
    this.pool = pool;
    stopped.set();
  }

  /**
   * What is done for a connection, in a greenlet of its own; its socket is closed afterwards.
   *
   * @param socket the connection
   * @param address where it comes from
   * @throws Exception what it throws is told on standard error
   */
  public void handle(Socket socket, Address address) throws Exception {
    if (handle != null) {
      handle.call(socket, address);
    }
  }

  /** Makes the socket, unless there is one, and binds it: {@link #start} does so first. */
  public void init_socket() {
    if (socket == null) {
      socket = Socket.create_server(address, pythonic.builtins.Keywords.backlog(backlog));
    }
    address = socket.getsockname();
  }

  /**
   * Begins to accept connections, while the current greenlet goes on. Nothing happens if it was started before.
   *
   * @throws OSError if it cannot listen there
   */
  public void start() {
    if (started()) {
      return;
    }
    init_socket();
    stopped.clear();
    start_accepting();
  }

  /** Accepts connections again after {@link #stop_accepting}. */
  public void start_accepting() {
    Socket listener = socket;
    if (accepting == null && listener != null) {
      accepting = Gevent.spawn(() -> accept(listener));
    }
  }

  /** Accepts no more connections for now: they wait. */
  public void stop_accepting() {
    Greenlet<?> ends = accepting;
    if (ends != null) {
      accepting = null;
      Gevent.kill(ends);
    }
  }

  private void accept(Socket listener) {
    double delay = MIN_DELAY;
    while (true) {
      if (pool instanceof Pool bounded) {
        bounded.wait_available();
      }
      try {
        begin(listener.accept());
        delay = MIN_DELAY;
      } catch (OSError e) {
        if (closed()) {
          return;
        }
        Failures.report(this, e);
        Gevent.sleep(delay);
        delay = Math.min(MAX_DELAY, delay * 2);
      }
    }
  }

  private void begin(Accepted accepted) {
    Procedure2<Socket, Address> whole = this::handleAndClose;
    if (pool == null) {
      Gevent.spawn(whole, accepted.conn(), accepted.address());
    } else {
      pool.spawn(whole, accepted.conn(), accepted.address());
    }
  }

  private void handleAndClose(Socket connection, Address from) throws Exception {
    try (connection) {
      handle(connection, from);
    }
  }

  /** Stops, and waits a second for the greenlets of its pool, if it has one; then they are killed. */
  public void stop() {
    stop(STOP_TIMEOUT);
  }

  /**
   * Stops, and waits for the greenlets of its pool, if it has one; then they are killed.
   *
   * @param timeout how long to wait for them in seconds
   */
  public void stop(double timeout) {
    close();
    if (pool != null) {
      pool.join(timeout);
      pool.kill(new pythonic.gevent.GreenletExit(), true, STOP_TIMEOUT);
    }
  }

  /** Accepts no more connections and closes the socket. Connections that are handled are left. */
  @Override
  public void close() {
    Socket listener = socket;
    socket = null;
    stop_accepting();
    stopped.set();
    if (listener != null) {
      listener.close();
    }
  }

  /**
   * Starts, and waits until somebody stops it.
   *
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted; the server is stopped then, too
   */
  public void serve_forever() {
    serve_forever(STOP_TIMEOUT);
  }

  /**
   * Starts, and waits until somebody stops it.
   *
   * @param stop_timeout how long to wait at the end for the greenlets of its pool, in seconds
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted; the server is stopped then, too
   */
  public void serve_forever(double stop_timeout) {
    start();
    try {
      stopped.wait_();
    } finally {
      Gevent.spawn(() -> stop(stop_timeout)).join();
    }
  }

  /** {@return whether it accepts connections} */
  public boolean started() {
    return !stopped.is_set();
  }

  /** {@return whether it has no socket} */
  public boolean closed() {
    return socket == null;
  }

  /** {@return whether its pool is full} */
  public boolean full() {
    return pool != null && pool.full();
  }

  /** {@return its socket, None before the start and after the end} */
  public @Nullable Socket socket() {
    return socket;
  }

  /** {@return where it listens, with the port it got} */
  public Address address() {
    return address;
  }

  /** {@return the host it listens on} */
  public String server_host() {
    return address.host();
  }

  /** {@return the port it listens on, after the start} */
  public int server_port() {
    return address.port();
  }

  /** {@return such as {@code <StreamServer at 0x1b28cdfa fileno=5 address=127.0.0.1:8000>}} */
  @Override
  public String toString() {
    Socket listener = socket;
    return "<" + getClass().getSimpleName() + " at 0x" + HexFormat.of().toHexDigits(System.identityHashCode(this))
        + (listener == null ? "" : " fileno=" + listener.fileno()) + " address=" + address.host() + ":" + address.port() + ">";
  }
}
