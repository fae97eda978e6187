package pythonic.threading;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.AttributeError;
import pythonic.builtins.Builtins;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.keywords.Target;
import pythonic.builtins.keywords.ThreadKeyword;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.calls.Call;

/**
 * An activity that runs in a thread of its own: a target that is passed in, or a subclass that overrides
 * {@link #run}. It begins at {@link #start} and ends when {@code run} returns or throws; {@link #join} waits for the
 * end. What a thread did before {@code start} is visible in the new thread, and what that did is visible after
 * {@code join}.
 *
 * <p>An exception that leaves {@code run} goes to {@link Threading#excepthook(pythonic.builtins.functions.Procedure1)
 * threading.excepthook}. The program goes on until all threads have ended that are not daemonic.
 *
 * <p>With {@code virtual(true)} it runs on one of Java's virtual threads, of which a program may have a million. It is
 * the same in all else: it has a name, locals and a hook, it can be joined and interrupted, and unless it is daemonic
 * the program waits for it.
 *
 * <p>In a subclass the keywords {@code name} and {@code daemon} are hidden by the attributes of these names:
 * {@code super(Keywords.name("worker"))}.
 *
 * @see <a href="https://docs.python.org/3/library/threading.html#thread-objects">Python: Thread objects</a>
 */
@SuppressWarnings({
  "AvoidCommonTypeNames", // the name is Python's
  "InlineMeSuggester" // the old spellings need no tool that rewrites their callers
})
public class Thread {

  private static final Call NOTHING = Call.of((Procedure0) () -> {});

  private final Carrier carrier;
  private volatile String name;
  private volatile boolean daemon;

  /** What {@link #run} calls; null once that has ended, so that nothing is kept that only the target used. */
  private volatile @Nullable Call call;

  /**
   * Makes a thread that {@link #start} will start.
   *
   * @param keywords {@code target}, what runs, by default nothing; {@code args} and {@code kwargs}, its arguments;
   *     {@code name}, by default one such as {@code Thread-4 (show)}; {@code daemon}, by default that of the thread
   *     which makes this one; {@code group}, which must be None; {@code context}, what it runs in, by default an
   *     empty context; {@code virtual}, not in Python, true to run on one of Java's virtual threads
   * @throws pythonic.builtins.AssertionError if the group is not None
   * @throws pythonic.builtins.TypeError if a keyword is given twice
   */
  public Thread(ThreadKeyword @Nullable ... keywords) {
    ThreadArguments given = ThreadArguments.of(keywords);
    carrier = new Carrier(given.virtual(), given.context());
    call = given.call() == null ? NOTHING : given.call();
    name = given.name();
    daemon = given.daemon() == null ? Registry.current().daemon : given.daemon();
  }

  /**
   * Makes a thread with Python's first two positional arguments.
   *
   * @param group {@code null}, Python's None; its type has no other value
   * @param target what runs
   */
  public Thread(@Nullable Void group, Target target) {
    this(new ThreadKeyword[] {target});
  }

  /**
   * Makes a thread with Python's first three positional arguments, which keywords may follow.
   *
   * @param group {@code null}, Python's None; its type has no other value
   * @param target what runs
   * @param name the name, null or empty for the default
   * @param rest the other keywords
   * @throws pythonic.builtins.TypeError if an argument is given twice
   */
  public Thread(@Nullable Void group, Target target, @Nullable String name, ThreadKeyword... rest) {
    this(ThreadArguments.positional(target, name, rest));
  }

  /** Stands for a Java thread that runs already. */
  Thread(java.lang.Thread running, String name, boolean daemon) {
    this.carrier = new Carrier(running);
    this.call = NOTHING;
    this.name = name;
    this.daemon = daemon;
  }

  /**
   * Starts the thread, which then calls {@link #run}.
   *
   * @throws RuntimeError if it was started before, or if the system has no more threads
   */
  public void start() {
    carrier.start(this);
  }

  /**
   * What the thread does: it calls the target. Subclasses override it. Called by hand it runs in the calling thread.
   *
   * @throws AttributeError if the target has been called before
   * @throws Exception whatever the target throws
   */
  public void run() throws Exception {
    Call planned = call;
    if (planned == null) {
      throw new AttributeError("'" + typeName() + "' object has no attribute '_target'");
    }
    try {
      planned.run();
    } finally {
      call = null;
    }
  }

  /**
   * Waits until the thread has ended.
   *
   * @throws RuntimeError if the thread was not started, or is the current one
   * @throws pythonic.builtins.KeyboardInterrupt if the waiting thread is interrupted
   */
  public void join() {
    carrier.join(null);
  }

  /**
   * Waits until the thread has ended or the time is over; {@link #is_alive} then tells which.
   *
   * @param timeout the longest time to wait in seconds, 0 or less to look only
   * @throws RuntimeError if the thread was not started, or is the current one
   * @throws pythonic.builtins.ValueError if the time is not a number
   * @throws pythonic.builtins.OverflowError if it is longer than {@link Threading#TIMEOUT_MAX}
   * @throws pythonic.builtins.KeyboardInterrupt if the waiting thread is interrupted
   */
  public void join(double timeout) {
    carrier.join(timeout);
  }

  /**
   * Waits until the thread has ended or the time is over, as {@link #join(double)} does.
   *
   * @param timeout the longest time to wait, {@code timeout(null)} for no limit
   * @throws RuntimeError if the thread was not started, or is the current one
   * @throws pythonic.builtins.KeyboardInterrupt if the waiting thread is interrupted
   */
  public void join(Timeout timeout) {
    carrier.join(timeout.seconds());
  }

  /** {@return whether the thread was started and has not ended} */
  public boolean is_alive() {
    return carrier.isAlive();
  }

  /**
   * Interrupts the thread: the blocking call of this library that it is in, or else its next one, raises
   * {@link pythonic.builtins.KeyboardInterrupt}. Nothing happens to a thread that has not started or has ended.
   * An extension: Python has no such call.
   */
  public void interrupt() {
    carrier.interrupt();
  }

  /** {@return the name, which is for people only: several threads may have the same} */
  public String name() {
    return name;
  }

  /**
   * Sets the name. The operating system shows it too: on Linux as many characters as fit into 15 bytes.
   *
   * @param name the name, of which Python's {@code str()} is taken
   */
  public void name(@Nullable Object name) {
    this.name = Builtins.str(name);
    carrier.rename(this);
  }

  /** {@return whether the program may end while this thread is alive} */
  public boolean daemon() {
    return daemon;
  }

  /**
   * Sets whether the program may end while this thread is alive.
   *
   * @param daemonic true if it may
   * @throws RuntimeError if the thread was started
   */
  public void daemon(boolean daemonic) {
    if (carrier.isClaimed()) {
      throw new RuntimeError("cannot set daemon status of active thread");
    }
    daemon = daemonic;
  }

  /** {@return whether it runs on one of Java's virtual threads} Not in Python. */
  public boolean is_virtual() {
    return carrier.isVirtual();
  }

  /** {@return Java's number of the thread, null until it is started} */
  public @Nullable Long ident() {
    return carrier.ident();
  }

  /**
   * {@return the operating system's number of the thread, null until it is started} A virtual thread has none, because
   * it moves between threads of the system; then, and where the system tells none, this is Java's number.
   */
  public @Nullable Long native_id() {
    return carrier.nativeId();
  }

  /**
   * {@return the name}
   *
   * @deprecated it is {@link #name()}
   */
  @Deprecated(since = "3.10")
  public String getName() {
    return name();
  }

  /**
   * Sets the name.
   *
   * @param name the name
   * @deprecated it is {@link #name(Object)}
   */
  @Deprecated(since = "3.10")
  public void setName(@Nullable Object name) {
    name(name);
  }

  /**
   * {@return whether the program may end while this thread is alive}
   *
   * @deprecated it is {@link #daemon()}
   */
  @Deprecated(since = "3.10")
  public boolean isDaemon() {
    return daemon();
  }

  /**
   * Sets whether the program may end while this thread is alive.
   *
   * @param daemonic true if it may
   * @deprecated it is {@link #daemon(boolean)}
   */
  @Deprecated(since = "3.10")
  public void setDaemon(boolean daemonic) {
    daemon(daemonic);
  }

  /**
   * {@return whether the thread was started and has not ended}
   *
   * @deprecated it is {@link #is_alive}
   */
  @Deprecated(since = "3.8")
  public boolean isAlive() {
    return is_alive();
  }

  /** {@return Python's repr, such as {@code <Thread(Thread-1 (show), started daemon 31)>}} */
  @Override
  public String toString() {
    Long ident = carrier.ident();
    return "<" + typeName() + "(" + name + ", " + carrier.state() + (daemon ? " daemon" : "")
        + (ident == null ? "" : " " + ident) + ")>";
  }

  /** {@return the Java thread that it runs on, null until it is started} */
  final java.lang.@Nullable Thread running() {
    return carrier.running();
  }

  /** {@return whether it runs on this Java thread} */
  final boolean runsOn(java.lang.Thread thread) {
    return carrier.is(thread);
  }

  /** {@return the type's name in Python's texts} */
  String typeName() {
    return getClass().getSimpleName();
  }
}
