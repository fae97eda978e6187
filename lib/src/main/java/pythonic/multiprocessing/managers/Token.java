package pythonic.multiprocessing.managers;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import pythonic.internal.manager.ManagerClient;
import pythonic.internal.manager.Reply;
import pythonic.internal.wire.AuthenticationException;
import pythonic.multiprocessing.AuthenticationError;
import pythonic.multiprocessing.Multiprocessing;
import pythonic.multiprocessing.pool.RemoteTraceback;

/**
 * Names an object of a manager, in every process of the family, and calls its methods. A token that has never left the
 * process that made it takes its object along when it is collected.
 */
final class Token implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private final String address;
  private final String typeid;
  private final long id;

  private transient ManagerClient client;
  private transient ManagerClient.@Nullable Ownership ownership;

  private Token(ManagerClient client, String typeid, long id) {
    this.address = client.address();
    this.client = client;
    this.typeid = typeid;
    this.id = id;
    this.ownership = client.own(this, id);
  }

  static Token create(ManagerClient client, String typeid, @Nullable Object... args) {
    var given = new @Nullable Object[args.length + 1];
    given[0] = typeid;
    System.arraycopy(args, 0, given, 1, args.length);
    try {
      Object id = result(client.create(given));
      return new Token(client, typeid, id instanceof Long number ? number : 0);
    } catch (AuthenticationException e) {
      throw refused(e);
    }
  }

  String typeid() {
    return typeid;
  }

  long id() {
    return id;
  }

  /** Calls a method of the object and waits for the result. */
  @Nullable Object call(String method, @Nullable Object... args) {
    try {
      return result(client.call(id, method, args));
    } catch (AuthenticationException e) {
      throw refused(e);
    }
  }

  private static AuthenticationError refused(AuthenticationException e) {
    return (AuthenticationError) new AuthenticationError(e.getMessage()).initCause(e);
  }

  private static @Nullable Object result(Reply reply) {
    return switch (reply) {
      case Reply.Value(Object value) -> value;
      case Reply.Raised(var error) -> {
        Throwable raised = error.toThrowable(loader());
        raised.addSuppressed(new RemoteTraceback("\n\"\"\"\n" + error.traceback() + "\"\"\""));
        // Where the call was made in this process says more than where the manager's process served it.
        raised.setStackTrace(new Throwable().getStackTrace());
        throw Token.<RuntimeException>unchecked(raised);
      }
      case Reply.Trouble(String traceback) -> throw new RemoteError(traceback);
    };
  }

  private static ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null ? ClassLoader.getSystemClassLoader() : context;
  }

  /** What a method raised is raised here, whatever its type: a checked one too, if a class of the program raised it. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the cast does nothing at run time
  private static <E extends Throwable> E unchecked(Throwable raised) throws E {
    throw (E) raised;
  }

  @Serial
  private void writeObject(ObjectOutputStream out) throws IOException {
    if (ownership != null) {
      ownership.keep();
    }
    out.defaultWriteObject();
  }

  @Serial
  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    client = ManagerClient.of(address, Multiprocessing.current_process().authkey());
  }
}
