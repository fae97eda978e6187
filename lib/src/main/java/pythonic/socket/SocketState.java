package pythonic.socket;

import java.io.IOException;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.OSError;
import pythonic.builtins.ValueError;
import pythonic.internal.channels.Waitable;
import pythonic.internal.errors.SystemError;
import pythonic.internal.sockets.Descriptor;
import pythonic.internal.sockets.OpenSocket;
import pythonic.internal.sockets.SocketWaitable;
import pythonic.internal.waiting.Mutex;

/**
 * What a {@link Socket} is and how it is set, whatever it does.
 *
 * @see <a href="https://docs.python.org/3/library/socket.html#socket-objects">Python: socket objects</a>
 */
public abstract sealed class SocketState extends SocketModule implements AutoCloseable permits SocketReceiving {

  static {
    Waitable.offer(SocketState.class, socket -> new SocketWaitable(socket.open()));
  }

  private final int family;
  private final int type;
  private final int proto;
  private volatile @Nullable Double timeout = getdefaulttimeout();

  /** Null when it is closed or detached. */
  private volatile @Nullable Descriptor opened;

  /** Guards {@link #files} and {@link #isClosed}, and the one change of {@link #opened} to null. */
  private final Mutex closing = new Mutex();

  /** How many files of {@code makefile} are open: the last one closes what {@link #close} has left to it. */
  private int files;

  private volatile boolean isClosed;

  SocketState(int family, int type, int proto, Descriptor opened) {
    this.family = family;
    this.type = Kinds.plain(type);
    if ((type & SOCK_NONBLOCK) != 0) {
      timeout = 0.0;
    }
    this.proto = proto;
    this.opened = opened;
  }

  final Descriptor descriptor() {
    Descriptor now = opened;
    if (now == null) {
      throw SystemError.EBADF.raised();
    }
    return now;
  }

  final OpenSocket open() {
    return descriptor().socket();
  }

  final Calls calls() {
    return new Calls(open(), timeout);
  }

  final Calls calls(int flags) {
    Double limit = timeout; // with a time-out Python waits in any case
    return new Calls(open(), limit == null && (flags & MSG_DONTWAIT) != 0 ? (Double) 0.0 : limit);
  }

  /** {@return the family of its addresses, such as {@code AF_INET}} */
  public final int family() {
    return family;
  }

  /** {@return its kind, such as {@code SOCK_STREAM}} */
  public final int type() {
    return type;
  }

  /** {@return its protocol, 0 for the usual one} */
  public final int proto() {
    return proto;
  }

  /** {@return the time-out in seconds, None for no limit, 0 if it does not wait} */
  public final @Nullable Double timeout() {
    return timeout;
  }

  /** {@return the time-out in seconds, None for no limit, 0 if it does not wait} */
  public final @Nullable Double gettimeout() {
    return timeout;
  }

  /**
   * Sets how long a call waits before it raises {@link pythonic.builtins.TimeoutError}.
   *
   * @param value seconds; 0 for no waiting: a call that would wait raises {@link pythonic.builtins.BlockingIOError}
   * @throws ValueError if it is negative
   * @throws OSError if the socket is closed
   */
  public final void settimeout(double value) {
    double checked = Texts.timeout(value);
    timeout = checked;
    open();
  }

  /** Sets how long a call waits: as long as it takes, for None. */
  public final void settimeout(@Nullable Double value) {
    timeout = value == null ? null : (Double) Texts.timeout(value);
    open();
  }

  /** Sets whether calls wait as long as it takes, or not at all. */
  public final void setblocking(boolean flag) {
    timeout = flag ? null : (Double) 0.0;
    open();
  }

  /** {@return whether calls may wait} */
  public final boolean getblocking() {
    Double now = timeout;
    return now == null || now != 0;
  }

  /**
   * Sets an option.
   *
   * @param level such as {@code SOL_SOCKET}
   * @param optname such as {@code SO_REUSEADDR}
   * @param value the value, 0 or 1 for what is off or on
   * @throws OSError with errno 92 if Java or this kind of socket does not have it
   */
  public final void setsockopt(int level, int optname, int value) {
    try {
      Options.set(open(), level, optname, value);
    } catch (IOException e) {
      throw SystemError.of(e);
    }
  }

  /** Sets an option whose value has several parts, such as {@code SO_LINGER} and {@code IP_ADD_MEMBERSHIP}. */
  public final void setsockopt(int level, int optname, byte[] value) {
    try {
      Options.set(open(), level, optname, value);
    } catch (IOException e) {
      throw SystemError.of(e);
    }
  }

  /** {@return the value of an option} Raises what {@link #setsockopt(int, int, int)} does. */
  public final int getsockopt(int level, int optname) {
    try {
      return Options.get(open(), level, optname);
    } catch (IOException e) {
      throw SystemError.of(e);
    }
  }

  /** {@return the bytes of an option, at most so many} Raises what {@link #setsockopt(int, int, int)} does. */
  public final byte[] getsockopt(int level, int optname, int buflen) {
    try {
      return Options.get(open(), level, optname, buflen);
    } catch (IOException e) {
      throw SystemError.of(e);
    }
  }

  /** {@return its own address; that of a UNIX socket without a name is empty} */
  public final Address getsockname() {
    try {
      return Resolver.pythonic(open().transport().local(), family);
    } catch (IOException e) {
      throw SystemError.of(e);
    }
  }

  /**
   * {@return the address that it is connected to}
   *
   * @throws OSError if it is not connected
   */
  public final Address getpeername() {
    try {
      SocketAddress address = open().transport().remote();
      if (address == null) {
        throw SystemError.ENOTCONN.raised();
      }
      return Resolver.pythonic(address, family);
    } catch (IOException e) {
      throw SystemError.of(e);
    }
  }

  /** {@return its number, -1 when it is closed; the library's own, lowest first, and no other open socket of the process has it} */
  public final int fileno() {
    Descriptor now = opened;
    return now == null ? -1 : now.number();
  }

  /** {@return false: a child process gets no sockets of its parent} */
  public final boolean get_inheritable() {
    open();
    return false;
  }

  /**
   * Does nothing for false, which is so anyway.
   *
   * @throws OSError for true: Java's child processes get no sockets
   */
  public final void set_inheritable(boolean inheritable) {
    open();
    if (inheritable) {
      throw SystemError.EOPNOTSUPP.raised();
    }
  }

  /** {@return the number, -1 if it was closed} Leaves the open socket to whoever knows its number, and is closed itself. */
  public final int detach() {
    try (var _ = closing.hold()) {
      isClosed = true;
      Descriptor now = opened;
      opened = null;
      return now == null ? -1 : now.detach();
    }
  }

  /**
   * Closes it: calls that wait in it are told so. What was sent is still delivered. Files of {@code makefile} keep it open until
   * they are closed. Closing twice is fine.
   */
  @Override
  public void close() {
    Descriptor last;
    try (var _ = closing.hold()) {
      isClosed = true;
      last = files > 0 ? null : opened;
      opened = files > 0 ? opened : null;
    }
    if (last != null) {
      last.close();
    }
  }

  final void addFile() {
    try (var _ = closing.hold()) {
      files++;
    }
  }

  final void removeFile() {
    boolean isLast;
    try (var _ = closing.hold()) {
      isLast = --files == 0 && isClosed;
    }
    if (isLast) {
      close();
    }
  }

  /** {@return Python's repr, such as {@code <socket.socket fd=3, family=2, type=1, proto=0, laddr=('0.0.0.0', 0)>}} */
  @Override
  public String toString() {
    String name = getClass() == Socket.class ? "socket.socket" : Builtins.type_name(this);
    var text = new StringBuilder("<" + name + (isClosed ? " [closed]" : "") + " fd=" + fileno() + ", family=" + family + ", type="
        + type + ", proto=" + proto);
    if (opened != null) {
      try {
        append(text, ", laddr=", getsockname());
        append(text, ", raddr=", getpeername());
      } catch (OSError e) {
        // Not connected, or closed meanwhile.
      }
    }
    return text.append('>').toString();
  }

  private static void append(StringBuilder text, String label, Address address) {
    if (address.port() != Address.PATH) {
      text.append(label).append(address);
    } else if (!address.host().isEmpty()) {
      text.append(label).append(address.host());
    }
  }
}
