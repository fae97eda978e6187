package pythonic.multiprocessing.connection;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.OSError;
import pythonic.builtins.keywords.Authkey;
import pythonic.builtins.keywords.Backlog;
import pythonic.builtins.keywords.Family;
import pythonic.builtins.keywords.ListenerKeyword;
import pythonic.builtins.keywords.Pickle;
import pythonic.internal.calls.Given;
import pythonic.internal.channels.Endpoint;
import pythonic.internal.channels.Waitable;
import pythonic.internal.child.PrivateFolder;
import pythonic.internal.errors.SystemError;
import pythonic.internal.waiting.Deadline;
import pythonic.socket.Address;

/**
 * Waits for those who connect by {@link Connection#Client(Address, pythonic.builtins.keywords.ClientKeyword...)}.
 *
 * <p>With an {@code authkey} each of the two ends must prove that it knows it, within 20 seconds, before anything else
 * is said. Without one anybody who reaches the address may send, so nothing but plain data is received: None, booleans, Integer, Long,
 * Double and BigInteger, strings, bytes, and of these, at most 64 levels deep and no mutable one twice, what {@code List.of}, {@code Set.of} and {@code Map.of}
 * give, ArrayList, HashSet, HashMap, Tuple and {@code Object[]}.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.connection.Listener">Python:
 *     Listener</a>
 */
public final class Listener implements AutoCloseable {

  static {
    Waitable.offer(Listener.class, AsWaitable::new);
  }

  private final Endpoint<ServerSocketChannel> endpoint;
  private final byte @Nullable [] authkey;
  private final Codec codec;
  private final Object address;

  /** What is to be deleted in the end: a socket's file, and the folder if we made it. */
  private final @Nullable Path file;

  private final @Nullable PrivateFolder folder;
  private volatile @Nullable Object lastAccepted;

  /**
   * Listens at an address of this machine.
   *
   * @param address the host's name and the port, 0 for any; None for an address that is found by itself
   * @param keywords {@code family} (by the address), {@code backlog} (1), {@code authkey} (none), {@code pickle} (false)
   * @throws OSError if it is in use, or not ours to use
   * @throws pythonic.builtins.ValueError if there is no such family
   * @throws pythonic.builtins.TypeError if the address is of another family
   * @throws pythonic.builtins.RuntimeError if {@code pickle(true)} is given without the library that it needs
   */
  public Listener(@Nullable Address address, ListenerKeyword... keywords) {
    this(address, folder(address, keywords), keywords);
  }

  /**
   * Listens at a UNIX socket.
   *
   * @param address the path of the socket, which is made; empty or None for an address that is found by itself
   * @param keywords as for {@link #Listener(Address, ListenerKeyword...)}
   * @throws OSError if it is in use, or cannot be made
   * @throws pythonic.builtins.ValueError if there is no such family, or the address is one of Windows
   * @throws pythonic.builtins.TypeError if the address is of another family
   */
  public Listener(@Nullable String address, ListenerKeyword... keywords) {
    this(orNull(address), folder(orNull(address), keywords), keywords);
  }

  /**
   * Listens at an address that is found by itself: a UNIX socket that only this user can reach, or with
   * {@code family("AF_INET")} a port of {@code localhost}.
   *
   * @param keywords as for {@link #Listener(Address, ListenerKeyword...)}
   */
  public Listener(ListenerKeyword... keywords) {
    this(null, folder(null, keywords), keywords);
  }

  private static @Nullable Object orNull(@Nullable String address) {
    return address == null || address.isEmpty() ? null : address;
  }

  private static AddressFamily family(@Nullable Object address, ListenerKeyword[] keywords) {
    return AddressFamily.ofListener(address, Given.find("Listener.__init__", keywords, Family.class));
  }

  /** {@return a folder for a socket, if no address is given that says where it is} */
  private static @Nullable PrivateFolder folder(@Nullable Object address, ListenerKeyword[] keywords) {
    return address == null && family(null, keywords) == AddressFamily.AF_UNIX ? PrivateFolder.create() : null;
  }

  private Listener(@Nullable Object given, @Nullable PrivateFolder folder, ListenerKeyword[] keywords) {
    AddressFamily family = family(given, keywords);
    Object address = given != null ? given : folder != null ? folder.socket().toString() : new Address("localhost", 0);
    Backlog backlog = Given.find("Listener.__init__", keywords, Backlog.class);
    Authkey key = Given.find("Listener.__init__", keywords, Authkey.class);
    this.authkey = key == null ? null : key.value();
    this.codec = Connector.codec(authkey, Given.find("Listener.__init__", keywords, Pickle.class));
    this.folder = folder;
    this.endpoint = listen(family, family.resolve(address, "bind"), backlog == null ? 1 : backlog.count());
    this.file = family == AddressFamily.AF_UNIX ? Path.of((String) address) : null;
    if (folder != null) {
      folder.protectSocket();
    }
    this.address = AddressFamily.pythonic(local(endpoint.channel()));
  }

  private static Endpoint<ServerSocketChannel> listen(AddressFamily family, SocketAddress address, int backlog) {
    try {
      ServerSocketChannel server = ServerSocketChannel.open(family.protocol());
      try {
        server.bind(address, backlog);
        return new Endpoint<>(server);
      } catch (IOException e) {
        server.close();
        throw e;
      }
    } catch (IOException e) {
      throw SystemError.of(e);
    }
  }

  private static SocketAddress local(ServerSocketChannel server) {
    try {
      return server.getLocalAddress();
    } catch (IOException e) {
      throw SystemError.of(e);
    }
  }

  /**
   * Waits for someone to connect.
   *
   * @return the connection
   * @throws pythonic.multiprocessing.AuthenticationError if one of the two ends does not know the key
   * @throws OSError if the listener is closed, before or meanwhile
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits; the listener goes on
   */
  public Connection accept() {
    try {
      SocketChannel accepted = endpoint.channel().accept();
      while (accepted == null) {
        endpoint.await(SelectionKey.OP_ACCEPT, Deadline.NEVER);
        accepted = endpoint.channel().accept();
      }
      lastAccepted = AddressFamily.pythonic(accepted.getRemoteAddress());
      return Connector.authenticated(accepted, authkey, codec, true);
    } catch (IOException e) {
      throw endpoint.channel().isOpen() ? SystemError.of(e) : (OSError) new OSError("listener is closed").initCause(e);
    }
  }

  /**
   * It can be read when somebody has connected.
   *
   * @param listener whose it is
   */
  private record AsWaitable(Listener listener) implements Waitable {

    @Override
    public int ready(int uses) {
      try {
        return (uses & READ) != 0 && listener.endpoint.await(SelectionKey.OP_ACCEPT, Deadline.after(0)) ? READ : 0;
      } catch (IOException e) {
        throw (OSError) new OSError("listener is closed").initCause(e);
      }
    }

    @Override
    public Runnable whenReady(int uses, Runnable wake) {
      return (uses & READ) == 0 ? () -> { } : listener.endpoint.watch(SelectionKey.OP_ACCEPT, wake)::cancel;
    }
  }

  /** {@return where it listens: an {@link Address}, or the path of a UNIX socket} */
  public Object address() {
    return address;
  }

  /** {@return where the last connection came from: an {@link Address}, or an empty string; null before the first} */
  public @Nullable Object last_accepted() {
    return lastAccepted;
  }

  /** Listens no more, and deletes the socket's file. What was accepted goes on. Closing twice is fine. */
  @Override
  public void close() {
    endpoint.close();
    try {
      if (folder != null) {
        folder.close();
      } else if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw SystemError.of(e);
    }
  }
}
