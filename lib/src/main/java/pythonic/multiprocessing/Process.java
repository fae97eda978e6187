package pythonic.multiprocessing;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AssertionError;
import pythonic.builtins.AttributeError;
import pythonic.builtins.Builtins;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Args;
import pythonic.builtins.keywords.Daemon;
import pythonic.builtins.keywords.Group;
import pythonic.builtins.keywords.Kwargs;
import pythonic.builtins.keywords.Name;
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
public class Process implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private String name;
  private boolean daemon;
  private final int[] identity;
  private final long creatorPid;

  /** It travels beside the process, so that an error can name the path {@code args[0]...} to what cannot travel. */
  private transient @Nullable Call call;

  /** What has become of it: null in any JVM but its creator's, where it is neither started nor joined. */
  private final transient @Nullable ProcessState state;

  /**
   * A process that is yet to be started.
   *
   * @param keywords any of {@code target} (nothing), {@code name} ({@code Process-N}), {@code args} (none),
   *     {@code kwargs} (none), {@code daemon} (that of the current process), {@code group} (None)
   */
  public Process(ProcessKeyword... keywords) {
    Group group = Given.find("Process.__init__", keywords, Group.class);
    if (group != null && group.value() != null) {
      throw new AssertionError("group argument must be None for now");
    }
    Process creator = Multiprocessing.current_process();
    Target target = Given.find("Process.__init__", keywords, Target.class);
    Args args = Given.find("Process.__init__", keywords, Args.class);
    Kwargs kwargs = Given.find("Process.__init__", keywords, Kwargs.class);
    Name given = Given.find("Process.__init__", keywords, Name.class);
    Daemon daemonic = Given.find("Process.__init__", keywords, Daemon.class);
    this.call = target == null ? null : Call.ofNullable(target.function(), args, kwargs);
    this.identity = Family.nextIdentity(creator.identity);
    this.name = given != null && Builtins.bool(given.value()) ? Builtins.str(given.value()) : defaultName();
    Boolean stated = daemonic == null ? null : daemonic.value();
    this.daemon = stated == null ? creator.daemon : stated;
    this.creatorPid = ProcessHandle.current().pid();
    this.state = new ProcessState();
  }

  /** The process that a JVM itself is: the main process, or the parent of a child. */
  Process(String name) {
    this.name = name;
    this.identity = new int[0];
    this.creatorPid = 0;
    this.state = new ProcessState();
  }

  private String defaultName() {
    return getClass().getSimpleName() + "-" + String.join(":", Arrays.stream(identity).mapToObj(Integer::toString).toList());
  }

  /**
   * The work of the process, in the child: calls the target. Subclasses may override it.
   *
   * @throws Exception whatever the target throws; the child then prints a traceback and exits with code 1
   */
  public void run() throws Exception {
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
   */
  public void start() {
    ProcessState own = open();
    own.requireUnstarted();
    requireOwn("can only start a process object created by current process");
    if (Multiprocessing.current_process().daemon) {
      throw new AssertionError("daemonic processes are not allowed to have children");
    }
    Family.start(this, own);
    call = null;
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
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public void join(double timeout) {
    join(Deadline.after(timeout));
  }

  /** Waits as {@link #join(double)} does, without a limit for None. */
  public void join(Timeout timeout) {
    join(Deadline.afterOrNever(timeout.seconds()));
  }

  private void join(Deadline deadline) {
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
   * Lets go of the process, which must have ended. Any use of it afterwards is a ValueError; closing twice is fine.
   *
   * @throws ValueError if it still runs
   */
  public void close() {
    if (state != null) {
      if (state.isAlive()) {
        throw new ValueError(
            "Cannot close a process while it is still running. You should first call join() or terminate().");
      }
      state.close();
      Family.forget(this);
    }
  }

  /** {@return the process's name, which need not be unique} */
  public String name() {
    return name;
  }

  /**
   * Names the process.
   *
   * @param value a string
   * @throws AssertionError if it is not a string
   */
  public void name(@Nullable Object value) {
    if (!(value instanceof String text)) {
      throw new AssertionError("name must be a string");
    }
    name = text;
  }

  /** {@return whether the process ends with its parent} */
  public boolean daemon() {
    return daemon;
  }

  /** Says whether the process ends with its parent. Raises AssertionError if it was started before. */
  public void daemon(boolean value) {
    if (open().isStarted()) {
      throw new AssertionError("process has already started");
    }
    daemon = value;
  }

  /** {@return null before the end, then 0, or n of {@code sys.exit(n)}, or 1 for an exception, or -signal} */
  public @Nullable Integer exitcode() {
    return open().exitCode();
  }

  /** {@return the process id, null before the start} */
  public @Nullable Long pid() {
    return isCurrent() ? Long.valueOf(ProcessHandle.current().pid()) : open().pid();
  }

  /** {@return the same as {@link #pid()}} */
  public @Nullable Long ident() {
    return pid();
  }

  /** {@return a copy of the key that the processes of a family authenticate each other with, 32 bytes by default} */
  public byte[] authkey() {
    return Family.authkey();
  }

  /** Sets the key of the current process and of the children that it starts from now on, to any bytes. */
  public void authkey(byte[] key) {
    Family.authkey(key);
  }

  /** {@return Python's repr, such as {@code <Process name='Process-1' pid=7 parent=5 stopped exitcode=0>}} */
  @Override
  public String toString() {
    Long pid = isCurrent() ? pid() : state == null ? null : state.pid();
    String status = isCurrent() ? "started" : state == null ? "unknown" : state.toString();
    return "<" + getClass().getSimpleName() + " name=" + Builtins.repr(name) + (pid == null ? "" : " pid=" + pid)
        + " parent=" + (creatorPid == 0 ? "None" : creatorPid) + " " + status + (daemon ? " daemon>" : ">");
  }

  private boolean isCurrent() {
    return equals(Multiprocessing.current_process());
  }

  int[] identity() {
    return identity;
  }

  long creatorPid() {
    return creatorPid;
  }

  @Nullable Call call() {
    return call;
  }

  void arrive(@Nullable Call arrived) {
    call = arrived;
  }

  /** What a child lacks of its creator's knowledge: nothing has been started from here. */
  private ProcessState open() {
    ProcessState own = state == null ? new ProcessState() : state;
    own.requireOpen();
    return own;
  }

  private void requireOwn(String otherwise) {
    if (state == null || creatorPid != ProcessHandle.current().pid()) {
      throw new AssertionError(otherwise);
    }
  }

  private ProcessState started(String attribute) {
    ProcessState own = open();
    if (!own.isStarted()) {
      throw new AttributeError("'NoneType' object has no attribute '" + attribute + "'");
    }
    return own;
  }}
