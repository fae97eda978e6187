package pythonic.multiprocessing.managers;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.AssertionError;
import pythonic.builtins.AttributeError;
import pythonic.builtins.ContextManager;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.manager.ManagerClient;
import pythonic.internal.waiting.Mutex;
import pythonic.multiprocessing.ProcessError;
import pythonic.multiprocessing.context.BaseContext;

/**
 * A process that keeps objects for others, as its creator sees it. It is started by {@link #start}, or by entering it;
 * leaving it shuts it down. It also ends when the process that started it ends.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.managers.BaseManager">Python:
 *     multiprocessing.managers.BaseManager</a>
 */
public class BaseManager implements ContextManager {

  /** Seconds that the process has to end when it is told to, and again after each stronger word. */
  private static final double SHUTDOWN_TIMEOUT = 1.0;

  /** Seconds until the end of a process whose connections have broken is known; it is a matter of milliseconds. */
  private static final double CERTAINTY = 5.0;

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

  private final @Nullable BaseContext context;

  /** Makes a manager that is yet to be started. */
  public BaseManager() {
    this(null);
  }

  /**
   * Makes a manager whose process will be started in a context's way. Python's keyword {@code ctx}.
   *
   * @param ctx from {@code get_context}, None for the default
   */
  public BaseManager(@Nullable BaseContext ctx) {
    context = ctx;
  }

  /**
   * Starts the manager's process and waits until it serves.
   *
   * @throws ProcessError if it was started before
   * @throws AssertionError if the current process is daemonic
   * @throws pythonic.builtins.EOFError if the process ended at once
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted meanwhile
   */
  public void start() {
    changing.acquireUninterruptibly();
    try {
      requireInitial();
      var server = new ServerProcess(pythonName(), context);
      server.start();
      serveFrom(server);
    } finally {
      changing.tryRelease();
    }
  }

  private void requireInitial() {
    if (state != State.INITIAL) {
      throw new ProcessError(state == State.STARTED ? "Already started server" : "Manager has shut down");
    }
  }

  private void serveFrom(ServerProcess server) {
    var serves = false;
    try {
      ManagerClient access = ManagerClient.of(server.listening(), server.authkey());
      access.fate(() -> fate(server));
      process = server;
      client = access;
      state = State.STARTED;
      serves = true;
    } finally {
      if (!serves) {
        server.kill();
      }
    }
  }

  /** Java's name of the class, but for the one that Python has no class for. */
  private String pythonName() {
    String name = getClass().getSimpleName();
    return name.equals("Manager") ? "SyncManager" : name;
  }

  private String fate(ServerProcess server) {
    if (state == State.SHUTDOWN) {
      return "the manager was shut down";
    }
    server.join(CERTAINTY);
    Integer code = server.exitcode();
    String how = code == null ? "does not answer" : code < 0 ? "was killed by signal " + -code : "ended with exit code " + code;
    return "the process of the manager, pid " + server.pid() + ", " + how;
  }

  /** {@return the path of the manager's socket, null before the start} */
  public @Nullable String address() {
    ManagerClient access = client;
    return access == null ? null : access.address();
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
        end(access, server);
      }
    } finally {
      changing.tryRelease();
    }
  }

  private static void end(ManagerClient access, ServerProcess server) {
    var ended = false;
    try {
      access.shutdown();
      server.join(SHUTDOWN_TIMEOUT);
      if (server.is_alive()) {
        server.terminate();
        server.join(SHUTDOWN_TIMEOUT);
      }
      ended = !server.is_alive();
    } finally {
      access.end();
      if (!ended) {
        server.kill();
      }
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

  private ServerProcess started() {
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
    if (state != State.INITIAL) {
      shutdown();
    }
  }

  /** Makes an object in the manager's process. {@return what a proxy of it needs} */
  final Token create(String typeid, @Nullable Object... args) {
    ManagerClient access = client;
    if (access == null || state != State.STARTED) {
      throw new AssertionError("server not yet started");
    }
    return Token.create(access, typeid, args);
  }

  /** {@return Python's repr} */
  @Override
  public String toString() {
    return "<multiprocessing.managers." + pythonName() + " object at 0x" + Integer.toHexString(System.identityHashCode(this)) + ">";
  }
}
