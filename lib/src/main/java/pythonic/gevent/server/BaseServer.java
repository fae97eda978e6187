package pythonic.gevent.server;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.OSError;
import pythonic.builtins.functions.Procedure0;
import pythonic.gevent.Gevent;
import pythonic.gevent.Greenlet;
import pythonic.gevent.event.Event;
import pythonic.gevent.pool.Group;
import pythonic.gevent.pool.Pool;
import pythonic.internal.greenlets.Failures;
import pythonic.socket.Address;
import pythonic.socket.Socket;

/**
 * What servers of greenlets share: a greenlet waits for requests, and each gets one of its own.
 *
 * @see <a href="https://www.gevent.org/api/gevent.baseserver.html">gevent: gevent.baseserver</a>
 */
public abstract sealed class BaseServer implements AutoCloseable permits StreamServer, DatagramServer {

  private static final double MIN_DELAY = 0.01;
  private static final double MAX_DELAY = 1;
  private static final double STOP_TIMEOUT = 1;

  private final @Nullable Group pool;
  private final Event stopped = new Event();
  private Address address;
  private @Nullable Socket socket;
  private @Nullable Greenlet<?> accepting;

  BaseServer(Address address, @Nullable Socket listener, @Nullable Group pool) {
    this.address = address;
    this.socket = listener;
    this.pool = pool;
    stopped.set();
  }

  /** {@return a socket that is bound to the address} */
  abstract Socket listen(Address address);

  /** {@return a socket of a type, and of IPv4 or IPv6, that is bound to an address} */
  static Socket bound(Address address, int type) {
    var own = new Socket(address.host().contains(":") ? Socket.AF_INET6 : Socket.AF_INET, type);
    try {
      own.setsockopt(Socket.SOL_SOCKET, Socket.SO_REUSEADDR, 1);
      own.bind(address);
      return own;
    } catch (RuntimeException e) {
      own.close();
      throw e.getClass() == OSError.class ? new OSError(((OSError) e).errno(), ((OSError) e).strerror() + ": " + address) : e;
    }
  }

  /** Waits for a request. {@return what is to be done for it} */
  abstract Procedure0 next(Socket listener);

  /** Makes the socket, unless there is one, and binds it: {@link #start} does so first. */
  public void init_socket() {
    if (socket == null) {
      socket = listen(address);
    }
    address = socket.getsockname();
  }

  /**
   * Begins to accept requests, while the current greenlet goes on. Nothing happens if it was started before.
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

  /** Accepts requests again after {@link #stop_accepting}. */
  public void start_accepting() {
    Socket listener = socket;
    if (accepting == null && listener != null) {
      accepting = Gevent.spawn(() -> accept(listener));
    }
  }

  /** Accepts no more requests for now: they wait. */
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
        begin(next(listener));
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

  private void begin(Procedure0 request) {
    if (pool == null) {
      Gevent.spawn(request);
    } else {
      pool.spawn(request);
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

  /** Accepts no more requests and closes the socket. What is being handled is left. */
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

  /** {@return whether it accepts requests} */
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
