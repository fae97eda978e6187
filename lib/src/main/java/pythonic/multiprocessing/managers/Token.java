package pythonic.multiprocessing.managers;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.internal.calls.Raise;
import pythonic.internal.manager.ManagerClient;
import pythonic.internal.manager.ManagerServer;
import pythonic.internal.manager.Manner;
import pythonic.internal.manager.Referent;
import pythonic.internal.manager.Reply;
import pythonic.internal.wire.AuthenticationException;
import pythonic.internal.wire.Spawning;
import pythonic.multiprocessing.AuthenticationError;
import pythonic.multiprocessing.Multiprocessing;
import pythonic.multiprocessing.pool.RemoteTraceback;

/**
 * Names an object of a manager, in every process. The object lives as long as a proxy or another object of the manager
 * has it.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#proxy-objects">Python: proxy objects</a>
 */
public final class Token implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  /** How the other end of a journey comes to count the proxy. */
  private enum Journey {
    /** From the server to a process, for which it was counted. */
    COUNTED,
    /** To the server itself. */
    HOME,
    /** To another process, under a lease. */
    LEASED
  }

  @SuppressWarnings("serial") // a String or an Address
  private final Object address;

  private final String typeid;
  private final long id;
  private final boolean nested;

  private transient @Nullable ManagerClient client;

  /** The object, and its server, in the server's process. */
  private transient @Nullable Referent referent;

  private transient @Nullable ManagerServer home;

  Token(ManagerClient client, String typeid, long id, boolean nested) {
    this.address = client.address();
    this.client = client;
    this.typeid = typeid;
    this.id = id;
    this.nested = nested;
    client.watch(this, id);
  }

  static Token create(ManagerClient client, boolean nested, String typeid, @Nullable Object... args) {
    var given = new @Nullable Object[args.length + 1];
    given[0] = typeid;
    System.arraycopy(args, 0, given, 1, args.length);
    try {
      return switch (client.create(given)) {
        case Reply.Made(String name, long number) -> new Token(client, name, number, nested);
        case Reply.Trouble(String traceback) -> throw new RemoteError(traceback);
        case Reply other -> throw new IllegalStateException(other.toString());
      };
    } catch (AuthenticationException e) {
      throw refused(e);
    }
  }

  /** {@return the name of the object's type} */
  public String typeid() {
    return typeid;
  }

  /** {@return where its manager listens: a path, or an {@link pythonic.socket.Address}} */
  public Object address() {
    return address;
  }

  /** {@return the object's number in its manager, as 16 bits after 16 bits} */
  public String id() {
    return Long.toHexString(id);
  }

  long number() {
    return id;
  }

  /** {@return a token for an object that the same manager makes} */
  Token another(String type, @Nullable Object... args) {
    ManagerClient access = client;
    if (access == null) {
      throw new RemoteError("a manager's own process makes no objects by its proxies\n");
    }
    return create(access, nested, type, args);
  }

  /** {@return whether containers that are put into this one become shared ones} */
  boolean nests() {
    return nested && client != null;
  }

  /** Calls a method of the object and waits for the result. */
  @Nullable Object call(Manner manner, String method, @Nullable Object... args) {
    Referent here = referent;
    ManagerClient access = client;
    try {
      if (here != null || access == null) {
        return here == null ? null : here.call(method, args);
      }
      return result(access, access.call(manner, id, method, args));
    } catch (AuthenticationException e) {
      throw refused(e);
    } catch (Exception e) {
      throw Raise.unchecked(e);
    }
  }

  static AuthenticationError refused(AuthenticationException e) {
    return (AuthenticationError) new AuthenticationError(e.getMessage()).initCause(e);
  }

  private @Nullable Object result(ManagerClient access, Reply reply) {
    return switch (reply) {
      case Reply.Value(Object value) -> value;
      case Reply.Made(String name, long number) -> Proxies.of(new Token(access, name, number, nested));
      case Reply.Raised(var error) -> {
        Throwable raised = error.toThrowable(loader());
        raised.addSuppressed(new RemoteTraceback("\n\"\"\"\n" + error.traceback() + "\"\"\""));
        // Where the call was made in this process says more than where the manager's process served it.
        raised.setStackTrace(new Throwable().getStackTrace());
        throw Raise.unchecked(raised);
      }
      case Reply.Trouble(String traceback) -> throw new RemoteError(traceback);
    };
  }

  private static ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null ? ClassLoader.getSystemClassLoader() : context;
  }

  @Serial
  private void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
    ManagerClient access = client;
    Referent here = referent;
    ManagerServer server = home;
    if (here != null && server != null && server.isAnswering()) {
      server.send(here);
      out.writeObject(Journey.COUNTED);
    } else if (here != null && server != null) {
      writeLeased(out, server.lease(here), server.key());
    } else if (access == null || access.isSending()) {
      out.writeObject(Journey.HOME);
    } else {
      writeLeased(out, access.lease(id), access.key());
    }
  }

  private static void writeLeased(ObjectOutputStream out, long lease, byte[] key) throws IOException {
    out.writeObject(Journey.LEASED);
    out.writeLong(lease);
    out.writeObject(Spawning.isUnderWay() ? key : null); // none but a child is told the key
  }

  @Serial
  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    var journey = (Journey) in.readObject();
    long lease = journey == Journey.LEASED ? in.readLong() : 0;
    var key = journey == Journey.LEASED ? (byte[]) in.readObject() : null;
    ManagerServer server = ManagerServer.here(address);
    if (server != null) {
      referent = server.inside(id);
      home = server;
      return;
    }
    ManagerClient access = ManagerClient.find(address);
    if (access == null) {
      access = ManagerClient.of(address, key == null ? Multiprocessing.current_process().authkey() : key);
    }
    client = access;
    if (journey == Journey.COUNTED || access.arrive(id, lease)) {
      access.watch(this, id);
    }
  }

  /** {@return Python's repr} */
  @Override
  public String toString() {
    return "Token(typeid=" + Builtins.repr(typeid) + ", address=" + Builtins.repr(address) + ", id=" + Builtins.repr(id()) + ")";
  }
}
