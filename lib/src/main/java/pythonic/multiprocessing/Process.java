package pythonic.multiprocessing;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AssertionError;
import pythonic.builtins.AttributeError;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Args;
import pythonic.builtins.keywords.Kwargs;
import pythonic.builtins.keywords.ProcessKeyword;
import pythonic.builtins.keywords.Target;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.calls.Call;
import pythonic.internal.calls.Given;
import pythonic.internal.waiting.Deadline;

/**
 * Runs a function in a child JVM with the same class path, module path and JVM options. Nothing that this JVM holds
 * in static fields reaches the child. The target, its arguments, and the fields of a subclass travel serialised.
 *
 * <p>A subclass overrides {@link #run} and must be serializable with all its fields; its constructor runs in the
 * parent only.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Process">Python:
 *     multiprocessing.Process</a>
 */
@SuppressWarnings("AvoidCommonTypeNames") // the name is Python's
public class Process extends BaseProcess {

  @Serial private static final long serialVersionUID = 1L;

  /** It travels beside the process, so that an error can name the path {@code args[0]...} to what cannot travel. */
  private transient @Nullable Call call;

  /** Whether the call has gone to the child. */
  private transient boolean spent;

  /**
   * A process that is yet to be started.
   *
   * @param keywords any of {@code target} (nothing), {@code name} ({@code Process-N}), {@code args} (none),
   *     {@code kwargs} (none), {@code daemon} (that of the current process), {@code group} (None)
   */
  public Process(ProcessKeyword... keywords) {
    super(Family.current(), keywords);
    Target target = Given.find("Process.__init__", keywords, Target.class);
    Args args = Given.find("Process.__init__", keywords, Args.class);
    Kwargs kwargs = Given.find("Process.__init__", keywords, Kwargs.class);
    this.call = target == null ? null : Call.ofNullable(target.function(), args, kwargs);
  }

  /** The process that a JVM itself is: the main process, or the parent of a child. */
  Process(String name) {
    super(name);
  }

  /**
   * {@return the start method of this type of process, null for that of the default context} In Python a class
   * attribute; a subclass that is always to be started in one way overrides it.
   */
  protected @Nullable String _start_method() {
    return null;
  }

  /**
   * The work of the process, in the child: calls the target. Subclasses may override it.
   *
   * @throws Exception whatever the target throws; the child then prints a traceback and exits with code 1
   * @throws AttributeError in the parent, once the process was started: then the target is the child's
   */
  public void run() throws Exception {
    if (spent) {
      throw new AttributeError("'" + typeName() + "' object has no attribute '_target'");
    }
    if (call != null) {
      call.run();
    }
  }

  /**
   * Starts the child and returns without waiting for it.
   *
   * @throws AssertionError if it was started before, was made by another process, or if the current process is
   *     daemonic
   * @throws pythonic.builtins.TypeError if the target, an argument or a field cannot travel; it names the path
   * @throws pythonic.builtins.RuntimeError if the program has ended its processes already
   * @throws pythonic.builtins.OSError if the system cannot start it; it can be started again then
   */
  public void start() {
    ProcessState own = open();
    own.requireUnstarted();
    requireOwn("can only start a process object created by current process");
    if (Family.current().daemon()) {
      throw new AssertionError("daemonic processes are not allowed to have children");
    }
    Family.start(this, own);
    call = null;
    spent = true;
  }

  /**
   * Waits until the process ends.
   *
   * @throws AssertionError if it was not started, or is not a child of the current process
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public void join() {
    join(Deadline.NEVER);
  }

  /**
   * Waits until the process ends, but not longer than so many seconds; {@link #exitcode()} tells whether it has.
   *
   * @param timeout seconds; what is negative is 0
   * @throws AssertionError if it was not started, or is not a child of the current process
   * @throws ValueError if it runs and the time is not a number
   * @throws pythonic.builtins.OverflowError if it runs and the time is more than 64 bits count
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public void join(double timeout) {
    join(deadline(timeout));
  }

  /** Waits as {@link #join(double)} does, without a limit for None. */
  public void join(Timeout timeout) {
    join(deadline(timeout.seconds()));
  }

  private Deadline deadline(@Nullable Double timeout) {
    ProcessState own = state();
    return own != null && own.isStarted() && !own.isAlive() ? Deadline.NEVER : Deadline.ofSelector(timeout);
  }

  void join(Deadline deadline) {
    ProcessState own = open();
    requireOwn("can only join a child process");
    if (!own.isStarted()) {
      throw new AssertionError("can only join a started process");
    }
    if (own.join(deadline)) {
      Family.forget(this);
    }
  }

  /**
   * {@return whether the process runs; true of the current process itself}
   *
   * @throws AssertionError if it is not a child of the current process
   */
  public boolean is_alive() {
    ProcessState own = open();
    if (isCurrent()) {
      return true;
    }
    requireOwn("can only test a child process");
    return own.isAlive();
  }

  /** Ends the process by SIGTERM: it runs no exit handlers. Raises AttributeError if it was not started. */
  public void terminate() {
    started("terminate").terminate();
  }

  /** Ends the process by SIGKILL. Raises AttributeError if it was not started. */
  public void kill() {
    started("kill").kill();
  }

  /**
   * Interrupts the main thread of the process: the call there that waits, or the next one that would, raises
   * KeyboardInterrupt. A process that never waits for anything is not interrupted. As in Python 3.14, where it is a
   * SIGINT.
   *
   * @throws pythonic.builtins.AttributeError if it was not started
   */
  public void interrupt() {
    started("interrupt").interrupt();
  }

  /**
   * Lets go of the process, which must have ended. Any use of it afterwards is a ValueError; closing twice is fine.
   *
   * @throws ValueError if it still runs
   */
  public void close() {
    ProcessState state = state();
    if (state != null) {
      if (state.isAlive()) {
        throw new ValueError(
            "Cannot close a process while it is still running. You should first call join() or terminate().");
      }
      state.close();
      Family.forget(this);
    }
  }

  @Nullable Call call() {
    return call;
  }

  void arrive(@Nullable Call arrived) {
    call = arrived;
  }
}
