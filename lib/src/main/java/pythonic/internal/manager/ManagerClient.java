package pythonic.internal.manager;

import java.io.IOException;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.BrokenPipeError;
import pythonic.builtins.ConnectionRefusedError;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.waiting.Permits;
import pythonic.internal.wire.AuthenticationException;
import pythonic.internal.wire.FrameChannel;
import pythonic.internal.wire.Handshake;
import pythonic.internal.wire.Pickler;

/**
 * This JVM's access to one manager. Any thread may call: a call takes a connection that is idle or makes one, and
 * leaves it for the next. An interrupt ends the call with KeyboardInterrupt and closes that one connection; whether the
 * server has made the call by then is not known.
 */
public final class ManagerClient {

  /** More calls at once than this wait for each other; the server has a thread for each connection. */
  static final int MOST_CONNECTIONS = 64;

  private static final int BROKEN_PIPE = 32;
  private static final int CONNECTION_REFUSED = 111;

  private static final ConcurrentHashMap<String, ManagerClient> CLIENTS = new ConcurrentHashMap<>();

  private final String address;
  private final byte[] key;
  private final ConcurrentLinkedDeque<FrameChannel> idle = new ConcurrentLinkedDeque<>();

  /** Whoever holds it makes a connection; one at a time, as the server's queue of those not yet accepted is limited. */
  private final Mutex connecting = new Mutex();

  /** A permit for each call in progress. */
  private final Permits turns = new Permits(MOST_CONNECTIONS, MOST_CONNECTIONS);

  /** Objects that nobody but this process can name, to be disposed of when their owner is collected. */
  private final Set<Ownership> owned = ConcurrentHashMap.newKeySet();

  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

  /** Tells why the manager does not answer; whoever started it knows more than its address. */
  private volatile Supplier<String> fate;

  private volatile boolean ended;

  private ManagerClient(String address, byte[] key) {
    this.address = address;
    this.key = key;
    this.fate = () -> "the manager at " + address + " has ended, or does not answer";
  }

  /** {@return this JVM's access to the manager at an address} */
  public static ManagerClient of(String address, byte[] key) {
    return CLIENTS.computeIfAbsent(address, _ -> new ManagerClient(address, key));
  }

  public String address() {
    return address;
  }

  /** Sets what tells why the manager does not answer. */
  public void fate(Supplier<String> text) {
    fate = text;
  }

  /** The end of one object on the server, unless it is {@link #keep kept}: when its owner here is collected. */
  public static final class Ownership extends PhantomReference<Object> {
    private final long id;
    private volatile boolean kept;

    private Ownership(Object owner, ReferenceQueue<Object> queue, long id) {
      super(owner, queue);
      this.id = id;
    }

    /** Another process may name the object from now on, so it lives as long as the manager. */
    public void keep() {
      kept = true;
    }
  }

  /** Lets an object on the server live as long as its owner here. */
  public Ownership own(Object owner, long id) {
    var ownership = new Ownership(owner, collected, id);
    owned.add(ownership);
    return ownership;
  }

  private long[] disposed() {
    LongStream.Builder ids = LongStream.builder();
    for (Reference<?> found = collected.poll(); found != null; found = collected.poll()) {
      var ownership = (Ownership) found;
      owned.remove(ownership);
      if (!ownership.kept) {
        ids.add(ownership.id);
      }
    }
    return ids.build().toArray();
  }

  /** Makes an object. {@return its id, or the server's trouble} */
  public Reply create(@Nullable Object... args) throws AuthenticationException {
    return call(Request.SERVER, Request.CREATE, args);
  }

  /** Asks the server to end; fine if it has ended. */
  public void shutdown() {
    try {
      call(Request.SERVER, Request.SHUTDOWN);
    } catch (BrokenPipeError | ConnectionRefusedError | AuthenticationException e) {
      // It has ended.
    }
    end();
  }

  /** Lets go of a manager that has ended. Later calls say why at once. */
  public void end() {
    ended = true;
    CLIENTS.remove(address, this);
    closeIdle();
  }

  private void closeIdle() {
    for (FrameChannel channel = idle.poll(); channel != null; channel = idle.poll()) {
      channel.close();
    }
  }

  /**
   * Calls a method of an object and waits for the answer.
   *
   * @throws pythonic.builtins.TypeError if an argument cannot travel; nothing has been sent then
   * @throws BrokenPipeError if the manager has ended
   * @throws ConnectionRefusedError if the manager has ended
   * @throws KeyboardInterrupt if the thread was interrupted
   * @throws AuthenticationException if the manager has another key
   */
  public Reply call(long object, String method, @Nullable Object... args) throws AuthenticationException {
    byte[] arguments = Pickler.dumps(args, "args");
    if (Thread.interrupted()) {
      throw new KeyboardInterrupt();
    }
    turns.acquire(Deadline.NEVER);
    byte[] answer;
    try {
      answer = exchange(new Request(object, method, disposed(), arguments));
    } finally {
      turns.free(1);
    }
    return Reply.parse(answer, loader());
  }

  private byte[] exchange(Request request) throws AuthenticationException {
    if (ended) {
      throw new BrokenPipeError(BROKEN_PIPE, "Broken pipe: " + fate.get());
    }
    FrameChannel channel = connection();
    try {
      channel.write(request.header(), request.args());
      byte[] answer = channel.read();
      idle.addFirst(channel);
      if (ended) {
        closeIdle();
      }
      return answer;
    } catch (IOException e) {
      channel.close();
      throw failure(e, () -> new BrokenPipeError(BROKEN_PIPE, "Broken pipe: " + fate.get()));
    }
  }

  private FrameChannel connection() throws AuthenticationException {
    FrameChannel known = idle.poll();
    if (known != null) {
      return known;
    }
    FrameChannel channel = null;
    connecting.acquire(Deadline.NEVER);
    try {
      channel = new FrameChannel(SocketChannel.open(UnixDomainSocketAddress.of(address)));
      Handshake.asClient(channel, key);
      return channel;
    } catch (IOException e) {
      if (channel != null) {
        channel.close();
      }
      if (e instanceof AuthenticationException refusal) {
        throw refusal;
      }
      throw failure(e, () -> new ConnectionRefusedError(CONNECTION_REFUSED, "Connection refused: " + fate.get()));
    } finally {
      connecting.tryRelease();
    }
  }

  private RuntimeException failure(IOException e, Supplier<RuntimeException> broken) {
    if (e instanceof ClosedByInterruptException) {
      Thread.interrupted();
      throw (KeyboardInterrupt) new KeyboardInterrupt().initCause(e);
    }
    // The server ends connections only when it ends, so those that are left lead nowhere either.
    closeIdle();
    return (RuntimeException) broken.get().initCause(e);
  }

  private static ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return Objects.requireNonNullElseGet(context, ClassLoader::getSystemClassLoader);
  }
}
