package pythonic.internal.manager;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyError;
import pythonic.internal.child.PrivateFolder;
import pythonic.internal.errors.SystemError;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.OneShot;

/** Keeps objects and serves calls of their methods, until it is shut down. */
public final class ManagerServer implements AutoCloseable {

  /** Ids look like the addresses in Python's reprs, which they are shown as. */
  private static final long FIRST_ID = 0x7f00_0000_0000L;

  private static final int ID_STEP = 0x40;

  /** How many processes may be connecting at once; each makes one connection at a time. */
  private static final int BACKLOG = 1024;

  /** How long the server waits after a failure to accept, such as too many open files. */
  private static final double PAUSE = 0.1;

  private final ClassLoader loader;
  private final Map<String, Kind> kinds;
  private final LongFunction<RuntimeException> abandoned;
  private final @Nullable PrivateFolder folder;
  private final ServerSocketChannel server;
  private final Object address;
  private final OneShot closed = new OneShot();

  /** When this process must end early, because its parent has, the folder goes with it. */
  private final Thread atExit = Thread.ofPlatform().name("pythonic-manager-exit").unstarted(this::close);

  private final AtomicLong ids = new AtomicLong(FIRST_ID);
  private final ObjectTable objects = new ObjectTable();
  private final Reception reception;

  /** What is done when the server closes. */
  private volatile Runnable lastly = () -> {};

  /**
   * A server that listens, and does not serve yet.
   *
   * @param address where it listens: a path, an address of the internet, or null for a path of its own
   * @param key what callers must prove to know
   * @param loader finds the classes of arguments
   * @param more what it can make beside the types of the language
   * @param abandoned makes the error for a lock that a process held when it ended
   */
  public ManagerServer(
      @Nullable Object address, byte[] key, ClassLoader loader, List<Registration> more, LongFunction<RuntimeException> abandoned) {
    this.reception = new Reception(this, objects, key);
    this.loader = loader;
    this.kinds = Kinds.with(more);
    this.abandoned = abandoned;
    this.folder = address == null ? PrivateFolder.create() : null;
    SocketAddress place = folder == null ? Places.of(address, "bind") : UnixDomainSocketAddress.of(folder.socket());
    try {
      server = ServerSocketChannel.open(Places.family(place));
      server.bind(place, BACKLOG);
      if (folder != null) {
        folder.protectSocket();
      }
      this.address = Places.pythonic(server.getLocalAddress());
    } catch (IOException e) {
      if (folder != null) {
        folder.close();
      }
      throw SystemError.of(e);
    }
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** {@return where it listens: the path of a socket, or an address of the internet} */
  public Object address() {
    return address;
  }

  /** Has something done when the server closes, whoever closes it. */
  public void lastly(Runnable action) {
    lastly = action;
  }

  /** Serves until {@link #close}, which a caller may ask for. Nobody interrupts the thread. */
  public void serve() {
    while (!closed.hasHappened()) {
      try {
        SocketChannel connected = server.accept();
        Thread.ofVirtual().name("pythonic-manager-admission").start(() -> reception.admit(connected));
      } catch (IOException e) {
        closed.await(Deadline.after(PAUSE));
      }
    }
  }

  /** {@return how many connections there are at this moment, lifelines included} */
  int connections() {
    return reception.connections();
  }

  /** {@return how many objects there are at this moment} */
  int objects() {
    return objects.size();
  }

  /** {@return the connection of this number, whichever process made it, null if there is none} For tests. */
  @Nullable Conversation conversation(long number) {
    return reception.conversation(number);
  }

  ClassLoader loader() {
    return loader;
  }

  @Nullable Referent referent(long id) {
    return objects.get(id);
  }

  void dispose(long[] ids, Session session) {
    for (long id : ids) {
      objects.forget(id, session);
    }
  }

  RuntimeException abandoned(long pid) {
    return abandoned.apply(pid);
  }

  /** {@return what callers must prove to know} */
  public byte[] key() {
    return reception.key();
  }

  /** {@return the server whose call the current thread makes, null if it makes none} */
  public static @Nullable ManagerServer current() {
    Conversation current = Conversation.current();
    return current == null ? null : current.server();
  }

  /** {@return the server whose call the current thread makes, if it is the one at this address, else null} */
  public static @Nullable ManagerServer here(Object address) {
    ManagerServer current = current();
    return current != null && current.address.equals(address) ? current : null;
  }

  /**
   * {@return an object, for a proxy that is in this process}
   *
   * @throws KeyError if there is none
   */
  public Referent inside(long id) {
    Referent referent = local(id);
    referent.keptInside();
    return referent;
  }

  private Referent local(long id) {
    Referent referent = objects.get(id);
    if (referent == null) {
      throw new KeyError(Long.toHexString(id));
    }
    return referent;
  }

  /** {@return whether the current thread tells a process the result of its call} Else what it sends goes elsewhere, as to a worker of a pool. */
  public boolean isAnswering() {
    Conversation current = Conversation.current();
    return current != null && current.isAnswering();
  }

  /** Counts a proxy that is sent to the process whose call the current thread answers. */
  public void send(Referent referent) {
    Conversation current = Conversation.current();
    objects.refer(referent, current == null ? null : current.session);
  }

  /** {@return a lease for a proxy that an object of the server sends to another process} */
  public long lease(Referent referent) {
    Conversation current = Conversation.current();
    return objects.lease(referent, current == null ? null : current.session);
  }

  /** Does what concerns no single object. */
  Reply serve(String method, @Nullable Object[] args, Session session) throws Exception {
    return switch (method) {
      case Request.CREATE -> keep(String.valueOf(args[0]), session, kind -> kind.make(Arrays.copyOfRange(args, 1, args.length)));
      case Request.LEASE -> new Reply.Value(objects.lease(local(number(args, 0)), session));
      case Request.ARRIVE -> new Reply.Value(objects.arrive(number(args, 0), number(args, 1), session));
      case Request.INTERRUPT -> {
        Conversation conversation = session.conversation(number(args, 0));
        if (conversation != null) {
          conversation.interrupt(number(args, 1));
        }
        yield new Reply.Value(null);
      }
      default -> throw new KeyError(method);
    };
  }

  private static long number(@Nullable Object[] args, int place) {
    return (Long) Objects.requireNonNull(args[place]);
  }

  private interface Making {
    Object make(Kind kind) throws Exception;
  }

  private Reply keep(String typeid, Session session, Making making) throws Exception {
    Kind kind = kinds.get(typeid);
    if (kind == null) {
      throw new KeyError(typeid);
    }
    var referent = new Referent(ids.getAndAdd(ID_STEP), kind, making.make(kind));
    objects.refer(referent, session);
    return new Reply.Made(typeid, referent.id);
  }

  /** Keeps what a method has returned. */
  Reply keep(String typeid, @Nullable Object value, Session session) throws Exception {
    return keep(typeid, session, kind -> Kinds.adopt(kind, value));
  }

  /** Ends the service: no socket, no file, no connection is left. Closing twice is fine. */
  @Override
  public void close() {
    closed.happen();
    try {
      server.close();
    } catch (IOException e) {
      // It accepts nobody any more, whatever the system says.
    }
    if (folder != null) {
      folder.close();
    } else {
      Places.delete(address);
    }
    reception.close();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The process ends already, which may be why this is called.
    }
    lastly.run();
  }
}
