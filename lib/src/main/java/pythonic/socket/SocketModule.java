package pythonic.socket;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ExceptionGroup;
import pythonic.builtins.OSError;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.AllErrors;
import pythonic.builtins.keywords.Backlog;
import pythonic.builtins.keywords.CreateConnectionKeyword;
import pythonic.builtins.keywords.CreateServerKeyword;
import pythonic.builtins.keywords.DualstackIpv6;
import pythonic.builtins.keywords.ReusePort;
import pythonic.builtins.keywords.SocketFamily;
import pythonic.builtins.keywords.SourceAddress;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.calls.Given;
import pythonic.internal.sockets.Descriptor;

/**
 * The functions of Python's module that make sockets; a program finds them in {@link Socket}, as
 * {@code Socket.create_connection(address)}.
 *
 * @see <a href="https://docs.python.org/3/library/socket.html#creating-sockets">Python: creating sockets</a>
 */
public abstract sealed class SocketModule extends SocketNames permits SocketState {

  /** Whether this machine has IPv6. */
  public static final boolean has_ipv6 = true;

  private static volatile @Nullable Double defaultTimeout;

  SocketModule() {}

  /** {@return an address of the internet: Python's tuple} The host is a name or a number, empty for any of this machine's. */
  public static Address address(String host, int port) {
    return new Address(host, port);
  }

  /** {@return the time-out in seconds that new sockets have, None for no limit} */
  public static @Nullable Double getdefaulttimeout() {
    return defaultTimeout;
  }

  /**
   * Sets the time-out of sockets that are made from now on.
   *
   * @param timeout seconds, 0 for sockets that do not wait
   * @throws ValueError if it is negative
   */
  public static void setdefaulttimeout(double timeout) {
    defaultTimeout = Texts.timeout(timeout);
  }

  /** Sets the time-out of sockets that are made from now on, without a limit for None. */
  public static void setdefaulttimeout(@Nullable Double timeout) {
    defaultTimeout = timeout == null ? null : Texts.timeout(timeout);
  }

  /**
   * Connects to a server: the addresses of its name are tried in turn.
   *
   * @param address where it listens
   * @param keywords {@code timeout} of the new socket (the default one), {@code source_address} (any), {@code all_errors} (false)
   * @return the socket
   * @throws Gaierror if there is no such host
   * @throws OSError if no address could be connected to: the last failure, or an {@link ExceptionGroup} of all if asked for
   */
  public static Socket create_connection(Address address, CreateConnectionKeyword... keywords) {
    Timeout timeout = Given.find("create_connection", keywords, Timeout.class);
    SourceAddress source = Given.find("create_connection", keywords, SourceAddress.class);
    AllErrors all = Given.find("create_connection", keywords, AllErrors.class);
    return connection(address, timeout != null, timeout == null ? null : timeout.seconds(),
        source == null ? null : source.address(), all != null && all.value());
  }

  /** Connects to a server, with a time-out in seconds. Raises what the form with keywords does. */
  public static Socket create_connection(Address address, double timeout) {
    return connection(address, true, timeout, null, false);
  }

  /** Connects to a server, with a time-out in seconds, from an address. Raises what the form with keywords does. */
  public static Socket create_connection(Address address, double timeout, Address source_address) {
    return connection(address, true, timeout, source_address, false);
  }

  private static Socket connection(Address address, boolean timed, @Nullable Double timeout, @Nullable Object source, boolean all) {
    List<OSError> failures = new ArrayList<>();
    for (AddressInfo way : getaddrinfo(address.host(), address.port(), 0, SOCK_STREAM)) {
      var socket = new Socket(way.family(), way.type(), way.proto());
      try {
        if (timed) {
          socket.settimeout(timeout);
        }
        if (source != null) {
          socket.bind(source);
        }
        socket.connect(way.sockaddr());
        return socket;
      } catch (OSError e) {
        failures.add(e);
        socket.close();
      } catch (RuntimeException | Error e) {
        socket.close();
        throw e;
      }
    }
    if (all) {
      throw new ExceptionGroup("create_connection failed", failures);
    }
    throw failures.getLast();
  }

  /**
   * Makes a socket that listens.
   *
   * @param address where
   * @param keywords {@code family} (AF_INET), {@code backlog} (the system's), {@code reuse_port} (false), {@code dualstack_ipv6}
   *     (false)
   * @return the socket
   * @throws OSError if the address is in use, or not ours to use
   * @throws ValueError if both kinds of addresses are asked for with a family other than AF_INET6
   */
  public static Socket create_server(Address address, CreateServerKeyword... keywords) {
    SocketFamily family = Given.find("create_server", keywords, SocketFamily.class);
    Backlog backlog = Given.find("create_server", keywords, Backlog.class);
    ReusePort reusePort = Given.find("create_server", keywords, ReusePort.class);
    DualstackIpv6 dual = Given.find("create_server", keywords, DualstackIpv6.class);
    boolean isDual = dual != null && dual.value();
    if (isDual && (family == null || family.number() != AF_INET6)) {
      throw new ValueError("dualstack_ipv6 requires AF_INET6 family");
    }
    var socket = new Socket(family == null ? AF_INET : family.number(), SOCK_STREAM);
    try {
      socket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1);
      if (reusePort != null && reusePort.value()) {
        socket.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1);
      }
      if (socket.family() == AF_INET6) {
        socket.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, isDual ? 0 : 1);
      }
      bind(socket, address);
      if (backlog == null) {
        socket.listen();
      } else {
        socket.listen(backlog.count());
      }
      return socket;
    } catch (RuntimeException | Error e) {
      socket.close();
      throw e;
    }
  }

  private static void bind(Socket socket, Address address) {
    try {
      socket.bind(address);
    } catch (OSError e) {
      throw Texts.whileBinding(e, address);
    }
  }

  /** {@return whether a socket of IPv6 can take connections of IPv4 too} */
  public static boolean has_dualstack_ipv6() {
    try (var probe = new Socket(AF_INET6, SOCK_STREAM)) {
      return probe.fileno() >= 0;
    } catch (OSError e) {
      return false;
    }
  }

  /** {@return two sockets of UNIX that are connected to each other} */
  public static SocketPair socketpair() {
    return socketpair(AF_UNIX, SOCK_STREAM);
  }

  /** {@return two sockets that are connected to each other} Raises what {@link #socketpair(int, int, int)} does. */
  public static SocketPair socketpair(int family, int type) {
    return socketpair(family, type, 0);
  }

  /**
   * {@return two sockets that are connected to each other}
   *
   * @param family AF_UNIX
   * @param type SOCK_STREAM, on Linux also SOCK_DGRAM and SOCK_SEQPACKET
   * @param proto 0
   * @throws OSError if the system has none of that family and type
   */
  public static SocketPair socketpair(int family, int type, int proto) {
    return Pairs.make(family, type, proto);
  }

  /** {@return a socket like {@link #fromfd(int, int, int, int)} gives, of the usual protocol} */
  public static Socket fromfd(int fd, int family, int type) {
    return fromfd(fd, family, type, 0);
  }

  /**
   * {@return a second socket for an open one, which keeps its own}
   *
   * @param fd the number of the open socket, by {@link Socket#fileno}
   * @param family as of the open socket
   * @param type as of the open socket
   * @param proto as of the open socket
   * @throws OSError if there is none of that number
   */
  public static Socket fromfd(int fd, int family, int type, int proto) {
    return new Socket(family, type, proto, Descriptor.get(fd).share());
  }

  /** Closes the socket of a number that {@link Socket#detach} gave. */
  public static void close(int fd) {
    Descriptor.get(fd).close();
  }

  /**
   * {@return how many bytes} Sends bytes, and open sockets with them, to another process or this one. Raises what
   * {@link Socket#sendmsg(List, List, int, Object)} does.
   *
   * @param sock a UNIX socket
   * @param buffers the bytes; a stream takes sockets with one at least
   * @param fds the numbers of the sockets, or 0, 1 and 2 for standard input, output and error
   */
  public static int send_fds(Socket sock, List<byte[]> buffers, List<Integer> fds) {
    return PassingSockets.send(sock, buffers, fds);
  }

  /** {@return bytes, and the numbers of sockets that came with them} Raises what {@link Socket#recvmsg(int, int)} does. */
  public static ReceivedFds recv_fds(Socket sock, int bufsize, int maxfds) {
    return PassingSockets.receive(sock, bufsize, maxfds, 0);
  }

  /**
   * {@return bytes, and the numbers of sockets that came with them} Raises what {@link Socket#recvmsg(int, int)} does.
   *
   * @param sock a UNIX socket
   * @param bufsize how many bytes at most
   * @param maxfds how many sockets at most; the system closes further ones
   * @param flags as of {@link Socket#recv(int, int)}
   */
  public static ReceivedFds recv_fds(Socket sock, int bufsize, int maxfds, int flags) {
    return PassingSockets.receive(sock, bufsize, maxfds, flags);
  }
}
