package pythonic.socket;

import java.io.IOException;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.OSError;
import pythonic.builtins.TimeoutError;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Fileno;
import pythonic.builtins.keywords.MakefileKeyword;
import pythonic.builtins.keywords.Proto;
import pythonic.builtins.keywords.SocketFamily;
import pythonic.builtins.keywords.SocketKeyword;
import pythonic.builtins.keywords.SocketType;
import pythonic.internal.calls.Given;
import pythonic.internal.errors.SystemError;
import pythonic.internal.sockets.Descriptor;
import pythonic.internal.sockets.OpenSocket;
import pythonic.internal.sockets.Transport;

/**
 * A socket. The functions and constants of Python's module are its static members. Any thread may call it.
 *
 * <p>A call that waits is ended by an interrupt with {@link pythonic.builtins.KeyboardInterrupt}, and the socket stays open; by a
 * time-out with {@link TimeoutError}; and by {@link #close} in another thread with {@link OSError}.
 *
 * @see <a href="https://docs.python.org/3/library/socket.html#socket-objects">Python: socket objects</a>
 */
public non-sealed class Socket extends SocketSending {

  /** Makes a socket of TCP. */
  public Socket() {
    this(AF_INET, SOCK_STREAM);
  }

  /** Makes a stream of a family of addresses. Raises what {@link #Socket(int, int, int)} does. */
  public Socket(int family) {
    this(family, SOCK_STREAM);
  }

  /** Makes a socket of a family and a type. Raises what {@link #Socket(int, int, int)} does. */
  public Socket(int family, int type) {
    this(family, type, 0);
  }

  /**
   * Makes a socket.
   *
   * @param family AF_INET, AF_INET6 or AF_UNIX
   * @param type SOCK_STREAM or SOCK_DGRAM; on Linux also SOCK_SEQPACKET and, where the user may, SOCK_RAW. Sockets that the JDK does not have, and
   *     datagrams of AF_UNIX are one, need {@code --enable-native-access}, or Java prints a warning
   * @param proto 0 for the usual protocol
   * @throws OSError if there is none of that kind
   */
  public Socket(int family, int type, int proto) {
    this(family, type, proto, Kinds.open(family, type, proto));
  }

  /**
   * Takes over an open socket.
   *
   * @param family as of the open socket
   * @param type as of the open socket
   * @param proto as of the open socket
   * @param fileno its number, by {@link #detach}
   * @throws OSError if there is none of that number
   * @throws ValueError if it is negative
   */
  public Socket(int family, int type, int proto, int fileno) {
    this(family, type, proto, opened(fileno));
  }

  Socket(int family, int type, int proto, Descriptor opened) {
    super(family, type, proto, opened);
  }

  /** Makes a socket, with {@code family}, {@code type}, {@code proto} and {@code fileno} by keyword. Raises what the other forms do. */
  public Socket(SocketKeyword... keywords) {
    this(Given.find("socket.__init__", keywords, SocketFamily.class), Given.find("socket.__init__", keywords, SocketType.class),
        Given.find("socket.__init__", keywords, Proto.class), Given.find("socket.__init__", keywords, Fileno.class));
  }

  private Socket(@Nullable SocketFamily family, @Nullable SocketType type, @Nullable Proto proto, @Nullable Fileno fileno) {
    this(fileno == null || fileno.number() == null ? null : opened(fileno.number()), family, type, proto);
  }

  private Socket(@Nullable Descriptor open, @Nullable SocketFamily family, @Nullable SocketType type, @Nullable Proto proto) {
    this(family != null ? family.number() : open != null ? open.socket().family() : AF_INET,
        type != null ? type.number() : open != null ? open.socket().type() : SOCK_STREAM,
        proto != null ? proto.number() : open != null ? open.socket().proto() : 0, open, "fileno");
  }

  private static Descriptor opened(int fileno) {
    if (fileno < 0) {
      throw new ValueError("negative file descriptor");
    }
    return Descriptor.get(fileno);
  }

  /** The last parameter tells it from the one that takes over an open socket. */
  @SuppressWarnings("unused") // it is there to tell two constructors apart
  private Socket(int family, int type, int proto, @Nullable Descriptor open, String keyword) {
    this(family, type, proto, open != null ? open : Kinds.open(family, type, proto));
  }

  /**
   * Takes an address of this machine.
   *
   * @param address host and port, 0 for any port that is free
   * @throws OSError if it is in use, or not ours to use
   * @throws Gaierror if there is no such host
   * @throws pythonic.builtins.OverflowError if there is no such port
   */
  public void bind(Address address) {
    bind((Object) address);
  }

  /** Takes a path, where a UNIX socket is made. Raises what {@link #bind(Address)} does. */
  public void bind(String address) {
    bind((Object) address);
  }

  void bind(Object address) {
    SocketAddress own = Resolver.resolve(family(), address, "bind");
    try {
      open().transport(own).bind(own);
    } catch (IOException e) {
      throw SystemError.of(e);
    }
  }

  /** Begins to wait for connections. Raises what {@link #listen(int)} does. */
  public void listen() {
    listen(Math.min(SOMAXCONN, 128));
  }

  /**
   * Begins to wait for connections, at a port that is free if none was taken.
   *
   * @param backlog how many the system keeps that nobody has accepted yet
   * @throws OSError if this is no stream, or is connected
   */
  public void listen(int backlog) {
    try {
      open().listen(backlog);
    } catch (IOException e) {
      throw SystemError.of(e);
    }
  }

  /**
   * Waits for a connection.
   *
   * @return the socket of the connection, with the default time-out, and where it comes from
   * @throws TimeoutError if none came in time
   * @throws pythonic.builtins.BlockingIOError if none is there and the socket does not wait
   * @throws OSError if the socket does not listen, or is closed
   */
  public Accepted accept() {
    Transport stream = calls().get(false, Transport::accept);
    try {
      var conn = new Socket(family(), type(), proto(), new Descriptor(new OpenSocket(family(), type(), proto(), stream)));
      return new Accepted(conn, Resolver.pythonic(stream.remote(), family()));
    } catch (IOException e) {
      throw SystemError.of(e);
    }
  }

  /**
   * Connects, or gives datagrams their one address.
   *
   * @param address host and port
   * @throws pythonic.builtins.ConnectionRefusedError if nobody listens there
   * @throws TimeoutError if it did not come about in time
   * @throws pythonic.builtins.BlockingIOError if the socket does not wait: it goes on, and the socket can be written to when it is there
   * @throws Gaierror if there is no such host
   */
  public void connect(Address address) {
    connect(address, "connect");
  }

  /** Connects to a UNIX socket. Raises what {@link #connect(Address)} does. */
  public void connect(String address) {
    connect(address, "connect");
  }

  private void connect(Object address, String call) {
    SocketAddress other = Resolver.resolve(family(), address, call);
    Calls calls = calls();
    try {
      Transport transport = open().transport(other);
      if (!transport.connect(other, timeout() == null)) {
        do {
          calls.await(transport, true, SystemError.EINPROGRESS);
        } while (!transport.settle());
      }
    } catch (IOException e) {
      throw SystemError.of(e);
    }
  }

  /** {@return 0, or the number of the error} Connects. Raises what has no number, as an unknown host. */
  public int connect_ex(Address address) {
    return connectEx(address);
  }

  /** {@return 0, or the number of the error} Connects to a UNIX socket. */
  public int connect_ex(String address) {
    return connectEx(address);
  }

  private int connectEx(Object address) {
    try {
      connect(address, "connect_ex");
      return 0;
    } catch (Gaierror e) {
      throw e;
    } catch (OSError e) {
      Integer number = e.errno();
      if (number == null && !(e instanceof TimeoutError)) {
        throw e;
      }
      return number == null ? SystemError.EAGAIN.number() : number;
    }
  }

  /**
   * Ends one direction or both: the other end reads the end of the stream.
   *
   * @param how SHUT_RD, SHUT_WR or SHUT_RDWR
   * @throws OSError if it is not connected
   */
  public void shutdown(int how) {
    if (how < SHUT_RD || how > SHUT_RDWR) {
      open();
      throw SystemError.EINVAL.raised();
    }
    try {
      open().transport().shutdown(how);
    } catch (IOException e) {
      throw SystemError.of(e);
    }
  }

  /** {@return a second socket for the same connection, with a number of its own; the last one to close ends it} */
  public Socket dup() {
    var copy = new Socket(family(), type(), proto(), descriptor().share());
    copy.settimeout(timeout());
    return copy;
  }

  /**
   * Makes a file of the connection: text with {@code "r"}, {@code "w"}, {@code "rw"}, bytes with a {@code "b"} more. What is written
   * is sent when there is much of it, by {@code flush} and by {@code close}.
   *
   * @param mode what can be done with it
   * @param keywords {@code buffering} (8192), {@code encoding} (utf-8), {@code errors} (strict), {@code newline} (all)
   * @param <T> String for text, byte[] for bytes
   * @return the file; the socket stays open until it is closed as well
   * @throws pythonic.builtins.ValueError if there is no such mode
   */
  public <T> SocketFile<T> makefile(String mode, MakefileKeyword... keywords) {
    return MakeFile.of(this, mode, keywords);
  }

  /** {@return a file that text is read from} */
  public SocketFile<String> makefile() {
    return MakeFile.of(this, "r");
  }
}
