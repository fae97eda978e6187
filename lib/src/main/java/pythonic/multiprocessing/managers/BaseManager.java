package pythonic.multiprocessing.managers;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.AssertionError;
import pythonic.builtins.AttributeError;
import pythonic.builtins.ConnectionError;
import pythonic.builtins.ContextManager;
import pythonic.builtins.TypeError;
import pythonic.builtins.keywords.ManagerKeyword;
import pythonic.builtins.keywords.StartKeyword;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.calls.Call;
import pythonic.internal.manager.ManagerClient;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.wire.AuthenticationException;
import pythonic.multiprocessing.ProcessError;
import pythonic.socket.Address;

/**
 * A process that keeps objects for others, as its creator sees it. It is started by {@link #start}, or by entering it;
 * leaving it shuts it down. It also ends when the process that started it ends.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.managers.BaseManager">Python:
 *     multiprocessing.managers.BaseManager</a>
 */
public non-sealed class BaseManager extends Registering implements ContextManager {

  private enum State {
    INITIAL,
    STARTED,
    SHUTDOWN
  }

  /** Whoever holds it may change the state, and start or end the process. */
  private final Mutex changing = new Mutex();

  private volatile State state = State.INITIAL;

  /** Set once, before the state becomes STARTED; used when it is not INITIAL. */
  private volatile @Nullable ServerProcess process;

  private volatile @Nullable ManagerClient client;

  private final @Nullable Object place;
  private final Settings settings;

  /**
   * Makes a manager that is yet to be started, or to be connected.
   *
   * @param keywords {@code authkey} (that of the current process), {@code serializer} ({@code pickle}), {@code ctx} (the
   *     default), {@code shutdown_timeout} (1.0), {@code nested} (false)
   * @throws pythonic.builtins.KeyError if there is no such serializer
   */
  public BaseManager(ManagerKeyword... keywords) {
    this((Object) null, keywords);
  }

  /**
   * Makes a manager at an address of the internet.
   *
   * @param address where it listens; port 0 for any
   * @param keywords as for {@link #BaseManager(ManagerKeyword...)}
   */
  public BaseManager(Address address, ManagerKeyword... keywords) {
    this((Object) address, keywords);
  }

  /**
   * Makes a manager at a UNIX socket.
   *
   * @param address the path of the socket
   * @param keywords as for {@link #BaseManager(ManagerKeyword...)}
   */
  public BaseManager(String address, ManagerKeyword... keywords) {
    this((Object) address, keywords);
  }

  private BaseManager(@Nullable Object place, ManagerKeyword[] keywords) {
    this.place = place;
    this.settings = Settings.of(keywords);
  }

  /**
   * Starts the manager's process and waits until it serves.
   *
   * @throws ProcessError if it was started before
   * @throws AssertionError if the current process is daemonic
   * @throws pythonic.builtins.EOFError if the process ended at once, as when the address is in use
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted meanwhile
   */
  public void start() {
    start(new StartKeyword[0]);
  }

  /**
   * Starts the manager's process, as {@link #start()} does, which first calls a function.
   *
   * @param keywords {@code initializer} and {@code initargs}
   */
  public void start(StartKeyword... keywords) {
    Call first = Settings.initializer(keywords);
    changing.acquireUninterruptibly();
    try {
      requireInitial();
      var server = new ServerProcess(pythonName(), settings.ctx(), new ServerProcess.Plan(place, settings.authkey(), registrations(), first));
      server.start(this::close);
      serveFrom(server);
    } finally {
      changing.tryRelease();
    }
  }

  /**
   * Connects to a manager that serves at the address, in another program perhaps.
   *
   * @throws pythonic.multiprocessing.AuthenticationError if it has another authkey
   * @throws pythonic.builtins.ConnectionRefusedError if nobody serves there
   */
  public void connect() {
    if (place == null) {
      throw new TypeError("a manager without an address cannot connect");
    }
    ManagerClient access = ManagerClient.of(place, settings.authkey());
    try {
      access.connect();
    } catch (AuthenticationException e) {
      access.end();
      throw Token.refused(e);
    } catch (ConnectionError e) {
      access.end();
      throw e;
    }
    client = access;
    state = State.STARTED;
  }

  /**
   * {@return a server of this manager's objects, for this process: it listens, and serves when it is told to}
   *
   * @throws ProcessError if the manager was started or connected before
   */
  public Server get_server() {
    requireInitial();
    return new Server(place, settings.authkey(), registrations());
  }

  private void requireInitial() {
    if (state != State.INITIAL) {
      throw new ProcessError(isRunning() ? "Already started server" : "Manager has shut down");
    }
  }

  private void serveFrom(ServerProcess server) {
    var serves = false;
    try {
      ManagerClient access = ManagerClient.of(server.listening(), settings.authkey());
      access.fate(() -> fate(server));
      process = server;
      client = access;
      state = State.STARTED;
      serves = true;
    } finally {
      if (!serves) {
        server.giveUp();
      }
    }
  }

  /** Java's name of the class, but for the one that Python has no class for. */
  private String pythonName() {
    return getClass().getSimpleName().equals("Manager") ? "SyncManager" : getClass().getSimpleName();
  }

  private String fate(ServerProcess server) {
    return hasShutDown() ? "the manager was shut down" : server.fate();
  }

  /** {@return where the manager listens: a path, or an {@link Address}; null if that is found at the start} */
  public @Nullable Object address() {
    ManagerClient access = client;
    return access == null ? place : access.address();
  }

  /**
   * Ends the manager's process, and with it all that it keeps. Doing it again is fine.
   *
   * @throws AttributeError if it was not started
   */
  public void shutdown() {
    ManagerClient access = client;
    ServerProcess server = process;
    if (access == null || server == null) {
      throw new AttributeError("'" + pythonName() + "' object has no attribute 'shutdown'");
    }
    changing.acquireUninterruptibly();
    try {
      if (state == State.STARTED) {
        state = State.SHUTDOWN;
        server.end(access, settings.shutdownTimeout());
      }
    } finally {
      changing.tryRelease();
    }
  }

  /**
   * Waits until the manager's process ends.
   *
   * @throws AttributeError if it was not started
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public void join() {
    started().join();
  }

  /**
   * Waits until the manager's process ends, but not longer than so many seconds.
   *
   * @param timeout seconds; what is negative is 0
   */
  public void join(double timeout) {
    started().join(timeout);
  }

  /**
   * Waits as {@link #join(double)} does.
   *
   * @param timeout the time-out, None for no limit
   */
  public void join(Timeout timeout) {
    started().join(timeout);
  }

  final ServerProcess started() {
    ServerProcess server = process;
    if (server == null) {
      throw new AttributeError("'" + pythonName() + "' object has no attribute '_process'");
    }
    return server;
  }

  /**
   * Starts the manager unless it runs: Python's {@code __enter__}.
   *
   * @throws ProcessError if it has been shut down
   */
  @Override
  public void enter() {
    if (state != State.STARTED) {
      start();
    }
  }

  /** Shuts the manager down: Python's {@code __exit__}. A manager that was never started is left as it is. */
  @Override
  public void close() {
    if (process != null) {
      shutdown();
    }
  }

  /**
   * Makes an object in the manager's process: {@code create("Foo", 1)} is Python's {@code manager.Foo(1)}.
   *
   * @param <P> what stands for it, as it was registered: an {@link AutoProxy}, an interface, or a class of the program
   * @param typeid the name of its type
   * @param args the arguments of what makes it
   * @return its proxy
   * @throws AssertionError if the manager does not run
   * @throws RemoteError if the manager does not know the type, or it could not be made
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // who registers a type knows its proxies
  public final <P> P create(String typeid, @Nullable Object... args) {
    requireCreating(typeid, pythonName());
    return (P) proxy(token(typeid, args));
  }

  final boolean isRunning() {
    return state == State.STARTED;
  }

  final boolean hasShutDown() {
    return state == State.SHUTDOWN;
  }

  final Token token(String typeid, @Nullable Object... args) {
    ManagerClient access = client;
    if (access == null || state != State.STARTED) {
      throw new AssertionError("server not yet started");
    }
    return Token.create(access, settings.nested(), typeid, args);
  }

  /** {@return Python's repr} */
  @Override
  public String toString() {
    return "<multiprocessing.managers." + pythonName() + " object at 0x" + Integer.toHexString(System.identityHashCode(this)) + ">";
  }
}
