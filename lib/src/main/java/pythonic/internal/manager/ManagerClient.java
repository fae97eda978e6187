package pythonic.internal.manager;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.BrokenPipeError;
import pythonic.builtins.ConnectionRefusedError;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Permits;
import pythonic.internal.wire.AuthenticationException;
import pythonic.internal.wire.Pickler;

/**
 * This process's access to one manager. Any thread may call: a call takes a connection that is idle or makes one, and
 * leaves it for the next. An interrupt is passed on to the server, where the call waits if it does; what the call makes
 * of it comes back. If nothing comes back in time the connection is given up.
 */
public final class ManagerClient {

  static final int QUICK_AT_ONCE = 64;

  private static final int BROKEN_PIPE = 32;
  private static final int CONNECTION_REFUSED = 111;

  private static final Set<ManagerClient> CLIENTS = ConcurrentHashMap.newKeySet();

  /** The one for which the current thread makes a request ready: a proxy of the same manager travels as its number. */
  private static final ThreadLocal<@Nullable ManagerClient> SENDING = new ThreadLocal<>();

  private final Object address;
  private final byte[] key;
  private final Links links;

  /** A permit for each call in progress that never waits in the server. */
  private final Permits turns = new Permits(QUICK_AT_ONCE, QUICK_AT_ONCE);

  private final References references = new References();

  /** Tells why the manager does not answer; whoever started it knows more than its address. */
  private volatile Supplier<String> fate;

  private ManagerClient(Object address, byte[] key) {
    this.address = address;
    this.key = key;
    this.links = new Links(Places.of(address, "connect"), key);
    this.fate = () -> "the manager at " + address + " has ended, or does not answer";
  }

  /**
   * {@return this process's access to the manager at an address, a new one if none has this key}
   *
   * @param address a path or an address of the internet
   */
  public static ManagerClient of(Object address, byte[] key) {
    for (ManagerClient client : CLIENTS) {
      if (client.address.equals(address) && Arrays.equals(client.key, key)) {
        return client;
      }
    }
    var client = new ManagerClient(address, key);
    CLIENTS.add(client);
    return client;
  }

  /** {@return this process's access to the manager at an address, whatever its key; null if it has none} */
  public static @Nullable ManagerClient find(Object address) {
    return CLIENTS.stream().filter(client -> client.address.equals(address)).findFirst().orElse(null);
  }

  public Object address() {
    return address;
  }

  public byte[] key() {
    return key;
  }

  /** Sets what tells why the manager does not answer. */
  public void fate(Supplier<String> text) {
    fate = text;
  }

  /** {@return whether the current thread makes a request to this manager ready} */
  public boolean isSending() {
    return SENDING.get() == this;
  }

  /** Tells the server, with one of the next calls, when a proxy that it counts has been collected. */
  public void watch(Object proxy, long id) {
    references.watch(proxy, id);
  }

  /** {@return how many proxies there are that are not known to be collected} For tests. */
  int watched() {
    return references.count();
  }

  /** Makes an object. {@return what a proxy needs, or the server's trouble} */
  public Reply create(@Nullable Object... args) throws AuthenticationException {
    return call(Request.SERVER, Request.CREATE, args);
  }

  /** {@return a lease for a proxy that is sent to another process; 0 if the manager does not answer} */
  public long lease(long id) {
    return ask(Request.LEASE, id) instanceof Long lease ? lease : 0;
  }

  /** Says that a proxy has arrived in this process. {@return whether its object is there} */
  public boolean arrive(long id, long lease) {
    return ask(Request.ARRIVE, id, lease) instanceof Boolean there && there;
  }

  private @Nullable Object ask(String method, @Nullable Object... args) {
    try {
      return call(Request.SERVER, method, args) instanceof Reply.Value(Object value) ? value : null;
    } catch (BrokenPipeError | ConnectionRefusedError | AuthenticationException e) {
      return null; // the next call of the program will be told
    }
  }

  /** Makes a connection, to see whether the manager is there and has this key. */
  public void connect() throws AuthenticationException {
    links.give(link(links::connect), false);
  }

  /** Asks the server to end; fine if it has ended. */
  public void shutdown() {
    ask(Request.SHUTDOWN);
    end();
  }

  /** Lets go of a manager that has ended. Later calls say why at once. */
  public void end() {
    CLIENTS.remove(this);
    links.end();
  }

  /**
   * Calls a method of an object and waits for the answer.
   *
   * @throws pythonic.builtins.TypeError if an argument cannot travel; nothing has been sent then
   * @throws BrokenPipeError if the manager has ended
   * @throws ConnectionRefusedError if the manager has ended
   * @throws KeyboardInterrupt if the thread was interrupted before the call was sent, or the server does not answer then
   * @throws AuthenticationException if the manager has another key
   */
  public Reply call(long object, String method, @Nullable Object... args) throws AuthenticationException {
    return call(Manner.USUAL, object, method, args);
  }

  /** Makes a call, as {@link #call(long, String, Object...)} does. */
  public Reply call(Manner manner, long object, String method, @Nullable Object[] args) throws AuthenticationException {
    boolean quick = manner == Manner.QUICK;
    byte[][] arguments = dumps(args);
    if (links.hasEnded()) {
      throw broken(null);
    }
    if (quick) {
      turns.acquire(Deadline.NEVER);
    }
    try {
      return send(manner, object, method, arguments);
    } finally {
      if (quick) {
        turns.free(1);
      }
    }
  }

  private Reply send(Manner manner, long object, String method, byte[][] arguments) throws AuthenticationException {
    boolean interrupted = Thread.interrupted();
    Link link = null;
    try {
      link = link(() -> links.take(manner != Manner.ASIDE));
      byte[] answer = exchange(link, new Request(object, method, interrupted, references.disposed()).frame(arguments), manner);
      boolean late = link.isInterrupted();
      links.give(link, (answer[1] & Reply.OWNS) != 0);
      link = null;
      interrupted = (answer[1] & Reply.INTERRUPTED) != 0;
      Reply reply = Reply.parse(answer, loader());
      interrupted |= late && !reply.isInterrupt(); // it came when the call was over: it is for the next
      return reply;
    } catch (KeyboardInterrupt e) {
      interrupted = false;
      throw e;
    } catch (AuthenticationException e) {
      throw e;
    } catch (IOException e) {
      throw broken(e);
    } finally {
      if (link != null) {
        links.drop(link);
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private byte[][] dumps(@Nullable Object[] args) {
    ManagerClient outer = SENDING.get();
    SENDING.set(this);
    try {
      return Pickler.dumpsInParts(args, "args");
    } finally {
      SENDING.set(outer);
    }
  }

  private interface Taking {
    Link take() throws IOException;
  }

  private Link link(Taking taking) throws AuthenticationException {
    try {
      return taking.take();
    } catch (ClosedByInterruptException e) {
      Thread.interrupted();
      throw (KeyboardInterrupt) new KeyboardInterrupt().initCause(e);
    } catch (AuthenticationException e) {
      throw e;
    } catch (IOException e) {
      links.closeIdle();
      throw (ConnectionRefusedError) new ConnectionRefusedError(CONNECTION_REFUSED, "Connection refused: " + fate.get()).initCause(e);
    }
  }

  private byte[] exchange(Link link, byte[][] request, Manner manner) throws IOException {
    link.calls++;
    link.frames.write(request);
    try {
      return link.frames.read();
    } catch (KeyboardInterrupt e) {
      if (manner == Manner.ASIDE) {
        throw e;
      }
      return interrupt(link, e, Deadline.afterOrNever(manner.grace));
    }
  }

  /** Has the server interrupt the call. {@return what came of it} If there are more interrupts, they are one with the first. */
  private byte[] interrupt(Link link, KeyboardInterrupt interrupt, Deadline end) throws IOException {
    link.limit(end);
    link.interrupted();
    var told = false;
    while (!end.hasPassed()) {
      try {
        if (!told) {
          call(Manner.ASIDE, Request.SERVER, Request.INTERRUPT, new Object[] {link.number, link.calls});
          told = true;
        }
        byte[] answer = link.frames.read();
        link.limit(Deadline.NEVER);
        return answer;
      } catch (KeyboardInterrupt e) {
        // The answer to all of them is on its way.
      } catch (SocketTimeoutException e) {
        break;
      }
    }
    throw interrupt;
  }

  /** The server ends connections only when it ends, so those that are left lead nowhere either. */
  private BrokenPipeError broken(@Nullable IOException cause) {
    links.closeIdle();
    return (BrokenPipeError) new BrokenPipeError(BROKEN_PIPE, "Broken pipe: " + fate.get()).initCause(cause);
  }

  private static ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return Objects.requireNonNullElseGet(context, ClassLoader::getSystemClassLoader);
  }

  /** {@return the number of the connection by which a thread calls, 0 if it does not call} For tests. */
  long numberOf(Thread thread) {
    return links.numberOf(thread);
  }
}
