package pythonic.multiprocessing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.AllowNone;
import pythonic.builtins.keywords.Force;
import pythonic.builtins.keywords.Level;
import pythonic.internal.child.ChildCommand;
import pythonic.internal.child.Spares;
import pythonic.internal.pool.Rehearsal;
import pythonic.multiprocessing.context.BaseContext;
import pythonic.multiprocessing.context.DefaultContext;

/**
 * The functions of Python's module {@code multiprocessing}.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#miscellaneous">Python: multiprocessing</a>
 */
public final class Multiprocessing {

  private Multiprocessing() {}

  /** {@return the object that stands for this process} */
  public static Process current_process() {
    return Family.current();
  }

  /** {@return the object that stands for this process's parent, null in the main process} */
  public static @Nullable Process parent_process() {
    return Family.parent();
  }

  /** {@return the children of this process that run, in no particular order} */
  public static List<Process> active_children() {
    return Family.children();
  }

  /** {@return how many processors the machine has for this JVM} */
  public static int cpu_count() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** {@return the context of the start method, which is fixed from now on} */
  public static BaseContext get_context() {
    return DefaultContext.instance().get_context();
  }

  /**
   * {@return a context: an object with all that this module offers, for one start method}
   *
   * @param method {@code spawn} or {@code forkserver}, None for the default
   * @throws ValueError if there is no such method; {@code fork} is none, as a JVM cannot be forked
   */
  public static BaseContext get_context(@Nullable String method) {
    return DefaultContext.instance().get_context(method);
  }

  /** {@return the name of the start method, which is fixed from now on} */
  public static String get_start_method() {
    return String.valueOf(DefaultContext.instance().get_start_method());
  }

  /**
   * {@return the name of the start method}
   *
   * @param allow_none true for None instead of the default, while none was set; nothing is fixed then
   */
  public static @Nullable String get_start_method(boolean allow_none) {
    return DefaultContext.instance().get_start_method(allow_none);
  }

  /** {@return the same as {@link #get_start_method(boolean)}} */
  public static @Nullable String get_start_method(AllowNone allow_none) {
    return get_start_method(allow_none.value());
  }

  /** {@return the start methods that there are, the default one first: {@code forkserver}, {@code spawn}} */
  public static List<String> get_all_start_methods() {
    return DefaultContext.instance().get_all_start_methods();
  }

  /**
   * Sets how processes are started, once in a program.
   *
   * @param method {@code spawn} or {@code forkserver}, None for the default
   * @throws pythonic.builtins.RuntimeError if it was set before, or was asked for
   * @throws ValueError if there is no such method
   */
  public static void set_start_method(@Nullable String method) {
    set_start_method(method, false);
  }

  /**
   * Sets how processes are started.
   *
   * @param method {@code spawn} or {@code forkserver}, None for the default; with {@code force} None forgets what was set, so that it can be set again
   * @param force whether it may have been set before
   * @throws pythonic.builtins.RuntimeError if it may not, and was
   * @throws ValueError if there is no such method
   */
  public static void set_start_method(@Nullable String method, boolean force) {
    DefaultContext.instance().set_start_method(method, force);
  }

  /** Does what {@link #set_start_method(String, boolean)} does. */
  public static void set_start_method(@Nullable String method, Force force) {
    set_start_method(method, force.value());
  }

  /**
   * Names classes that spare JVMs load and initialise before they have a job, so that processes need not. What cannot
   * be loaded is passed over.
   *
   * @param module_names names of classes, as {@code Class.getName} gives them
   */
  public static void set_forkserver_preload(List<String> module_names) {
    WarmUp.preload(module_names);
  }

  /**
   * Says how many spare JVMs wait for a process to be started by {@code forkserver}. Each that is taken is replaced in
   * the background. At first it is one, from the second process on; who calls this has them at once. Not in Python.
   *
   * @param count how many, 0 for none
   * @throws ValueError if it is negative
   */
  public static void set_forkserver_spares(int count) {
    set_forkserver_spares(count, 60);
  }

  /**
   * Does what {@link #set_forkserver_spares(int)} does. Not in Python.
   *
   * @param count how many, 0 for none
   * @param idle how many seconds a spare waits before it ends; at first 60
   * @throws ValueError if one of them is negative
   */
  public static void set_forkserver_spares(int count, double idle) {
    if (count < 0 || !(idle >= 0)) {
      throw new ValueError("count and idle must not be negative");
    }
    Spares.warmUp(WarmUp::forNextProcess);
    Rehearsal.want();
    Spares.set(count, idle);
  }

  /**
   * Sets the launcher that processes are started with, in place of this JVM's own.
   *
   * @param executable the path of a {@code java} of the same version
   */
  public static void set_executable(String executable) {
    ChildCommand.executable(executable);
  }

  /** Does nothing, here as in Python outside frozen programs. */
  public static void freeze_support() {}

  /** {@return the logger of this module} */
  public static Logger get_logger() {
    return Logger.own();
  }

  /** {@return the logger of this module, whose messages go to standard error from now on} */
  public static Logger log_to_stderr() {
    Logger logger = Logger.own();
    logger.writeToStderr();
    return logger;
  }

  /**
   * Has the messages of this module's logger written to standard error, as {@code [INFO/Process-1] text}; at INFO it
   * tells of the beginning and end of processes.
   *
   * @param level messages below it are dropped: 10 is DEBUG, 20 INFO, 30 WARNING; 0 leaves it as it is
   * @return the logger
   */
  public static Logger log_to_stderr(int level) {
    if (level != 0) {
      Logger.own().level(level);
    }
    return log_to_stderr();
  }

  /** {@return the logger, after what {@link #log_to_stderr(int)} does} */
  public static Logger log_to_stderr(Level level) {
    return log_to_stderr(level.number() == null ? 0 : level.number());
  }
}
