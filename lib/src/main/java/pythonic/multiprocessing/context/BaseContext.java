package pythonic.multiprocessing.context;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Keywords;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.AllowNone;
import pythonic.builtins.keywords.Force;
import pythonic.builtins.keywords.Level;
import pythonic.builtins.keywords.PoolKeyword;
import pythonic.builtins.keywords.ProcessKeyword;
import pythonic.multiprocessing.Logger;
import pythonic.multiprocessing.Manager;
import pythonic.multiprocessing.Multiprocessing;
import pythonic.multiprocessing.Process;
import pythonic.multiprocessing.pool.Pool;

/**
 * What the module offers, for one way to start processes: {@code get_context("spawn").Process(...)}.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods">Python: Contexts and
 *     start methods</a>
 */
public abstract sealed class BaseContext extends SharedFactories permits DefaultContext, ForkServerContext, SpawnContext {

  BaseContext() {}

  /** {@return the name of the start method} */
  abstract String name();

  /**
   * Makes a process that is started in this context's way.
   *
   * @param keywords as those of {@link Process#Process(ProcessKeyword...)}
   * @return the process, yet to be started
   */
  public abstract Process Process(ProcessKeyword... keywords);

  /**
   * Makes a pool whose workers are started in this context's way.
   *
   * @param processes the number of workers
   * @return the pool
   * @throws ValueError if it is less than 1
   */
  public Pool Pool(int processes) {
    return new Pool(this, processes);
  }

  /**
   * Makes a pool whose workers are started in this context's way.
   *
   * @param keywords as those of {@link pythonic.multiprocessing.Pool}
   * @return the pool
   */
  public Pool Pool(PoolKeyword... keywords) {
    return new Pool(this, keywords);
  }

  /** {@return a manager whose process was started in this context's way, and runs} */
  public Manager Manager() {
    return new Manager(Keywords.ctx(this));
  }

  /** {@return the object that stands for this process} */
  public Process current_process() {
    return Multiprocessing.current_process();
  }

  /** {@return the object that stands for this process's parent, null in the main process} */
  public @Nullable Process parent_process() {
    return Multiprocessing.parent_process();
  }

  /** {@return the children of this process that run, in no particular order} */
  public List<Process> active_children() {
    return Multiprocessing.active_children();
  }

  /** {@return how many processors the machine has} */
  public int cpu_count() {
    return Multiprocessing.cpu_count();
  }

  /** {@return the logger of the module} */
  public Logger get_logger() {
    return Multiprocessing.get_logger();
  }

  /** {@return the logger of the module, whose messages go to standard error from now on} */
  public Logger log_to_stderr() {
    return Multiprocessing.log_to_stderr();
  }

  /**
   * Has the messages of the module's logger written to standard error.
   *
   * @param level messages below it are dropped
   * @return the logger
   */
  public Logger log_to_stderr(int level) {
    return Multiprocessing.log_to_stderr(level);
  }

  /** {@return the logger, after what {@link #log_to_stderr(int)} does} */
  public Logger log_to_stderr(Level level) {
    return Multiprocessing.log_to_stderr(level);
  }

  /** Does nothing, here as in Python outside frozen programs. */
  public void freeze_support() {
    Multiprocessing.freeze_support();
  }

  /** Does nothing: connections may be handed to processes anyway. */
  public void allow_connection_pickling() {}

  /** Sets the launcher of JVMs, as {@link Multiprocessing#set_executable} does. */
  public void set_executable(String executable) {
    Multiprocessing.set_executable(executable);
  }

  /** Sets the classes that spares load, as {@link Multiprocessing#set_forkserver_preload} does. */
  public void set_forkserver_preload(List<String> module_names) {
    Multiprocessing.set_forkserver_preload(module_names);
  }

  /** {@return this context} */
  public BaseContext get_context() {
    return this;
  }

  /**
   * {@return the context of a start method, this one for None}
   *
   * @param method {@code spawn} or {@code forkserver}
   * @throws ValueError if there is no such method; {@code fork} is none, as a JVM cannot be forked
   */
  public BaseContext get_context(@Nullable String method) {
    return method == null ? get_context() : DefaultContext.concrete(method);
  }

  /** {@return the name of the start method} */
  public @Nullable String get_start_method() {
    return name();
  }

  /**
   * {@return the name of the start method}
   *
   * @param allow_none whether the answer may be None, while none was set in the default context
   */
  public @Nullable String get_start_method(boolean allow_none) {
    return name();
  }

  /** {@return the same as {@link #get_start_method(boolean)}} */
  public @Nullable String get_start_method(AllowNone allow_none) {
    return get_start_method(allow_none.value());
  }

  /**
   * Sets the start method of the default context; of another one it cannot be set.
   *
   * @param method its name
   * @throws ValueError always, but in the default context
   */
  public void set_start_method(@Nullable String method) {
    set_start_method(method, false);
  }

  /**
   * Does what {@link #set_start_method(String)} does.
   *
   * @param method its name
   * @param force whether it may be set again
   */
  public void set_start_method(@Nullable String method, boolean force) {
    throw new ValueError("cannot set start method of concrete context");
  }

  /** Does the same as {@link #set_start_method(String, boolean)}. */
  public void set_start_method(@Nullable String method, Force force) {
    set_start_method(method, force.value());
  }

  /** {@return Python's repr} */
  @Override
  public String toString() {
    String address = Integer.toHexString(System.identityHashCode(this));
    return "<multiprocessing.context." + getClass().getSimpleName() + " object at 0x" + address + ">";
  }
}
