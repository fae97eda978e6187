package pythonic.builtins;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Runner;
import pythonic.builtins.keywords.AllowNone;
import pythonic.builtins.keywords.Args;
import pythonic.builtins.keywords.Authkey;
import pythonic.builtins.keywords.Backlog;
import pythonic.builtins.keywords.Block;
import pythonic.builtins.keywords.Blocking;
import pythonic.builtins.keywords.CancelFutures;
import pythonic.builtins.keywords.Context;
import pythonic.builtins.keywords.Daemon;
import pythonic.builtins.keywords.Default;
import pythonic.builtins.keywords.End;
import pythonic.builtins.keywords.Family;
import pythonic.builtins.keywords.File;
import pythonic.builtins.keywords.Flush;
import pythonic.builtins.keywords.Force;
import pythonic.builtins.keywords.Group;
import pythonic.builtins.keywords.Immediate;
import pythonic.builtins.keywords.Initargs;
import pythonic.builtins.keywords.Interval;
import pythonic.builtins.keywords.Kwargs;
import pythonic.builtins.keywords.Kwds;
import pythonic.builtins.keywords.Level;
import pythonic.builtins.keywords.LockArgument;
import pythonic.builtins.keywords.MaxWorkers;
import pythonic.builtins.keywords.Maxsize;
import pythonic.builtins.keywords.N;
import pythonic.builtins.keywords.Name;
import pythonic.builtins.keywords.Parties;
import pythonic.builtins.keywords.Pickle;
import pythonic.builtins.keywords.ReturnWhen;
import pythonic.builtins.keywords.Sep;
import pythonic.builtins.keywords.ThreadNamePrefix;
import pythonic.builtins.keywords.Timeout;
import pythonic.builtins.keywords.Value;
import pythonic.builtins.keywords.Virtual;
import pythonic.builtins.keywords.Wait;

/**
 * Python's keyword arguments: {@code put(item, block=False)} is {@code put(item, block(false))}. Import them with
 * {@code import static pythonic.builtins.Keywords.*}. Each factory makes a typed argument, and a call declares
 * which types it takes, so a keyword that Python's call does not have is refused by the compiler. Keywords stand
 * after positional arguments, in any order.
 */
public final class Keywords extends FuncKeywords {

  private Keywords() {}

  /**
   * {@code args=(...)}: positional arguments, Python's tuple. A single argument needs no comma:
   * {@code args(5)} is Python's {@code (5,)}.
   *
   * @param values the arguments in order
   * @return the keyword
   */
  public static Args args(@Nullable Object... values) {
    return new Args(asList(values));
  }

  /**
   * {@code initargs=(...)}: the arguments of an initializer.
   *
   * @param values the arguments in order
   * @return the keyword
   */
  public static Initargs initargs(@Nullable Object... values) {
    return new Initargs(asList(values));
  }

  /**
   * {@code kwargs={...}}: keyword arguments for a call made later.
   *
   * @param values the arguments by parameter name
   * @return the keyword
   */
  public static Kwargs kwargs(Map<String, ? extends @Nullable Object> values) {
    return new Kwargs(new LinkedHashMap<>(values));
  }

  /**
   * {@code kwargs={name: value}}: one keyword argument for a call made later.
   *
   * @param name the parameter's name
   * @param value the argument
   * @return the keyword
   */
  public static Kwargs kwargs(String name, @Nullable Object value) {
    return new Kwargs(Collections.singletonMap(name, value));
  }

  /**
   * {@code kwds={...}}: keyword arguments of a pool's task.
   *
   * @param values the arguments by parameter name
   * @return the keyword
   */
  public static Kwds kwds(Map<String, ? extends @Nullable Object> values) {
    return new Kwds(new LinkedHashMap<>(values));
  }

  /**
   * {@code lock=lock} of a condition.
   *
   * @param <L> the type of the lock
   * @param lock the lock, null for a new RLock
   * @return the keyword
   */
  public static <L> LockArgument<L> lock(@Nullable L lock) {
    return new LockArgument<>(lock);
  }

  /**
   * {@code group=None} of a thread or process.
   *
   * @param value must be None
   * @return the keyword
   */
  public static Group group(@Nullable Object value) {
    return new Group(value);
  }

  /**
   * {@code name=value} of a thread or process.
   *
   * @param value the name; null or empty for the default
   * @return the keyword
   */
  public static Name name(@Nullable Object value) {
    return new Name(value);
  }

  /**
   * {@code daemon=value} of a thread or process.
   *
   * @param value null to inherit it from the creator
   * @return the keyword
   */
  public static Daemon daemon(@Nullable Boolean value) {
    return new Daemon(value);
  }

  /**
   * {@code context=value} of a thread. New in Python 3.14.
   *
   * @param value a {@code pythonic.contextvars.Context}, in which the thread runs; null for an empty one
   * @return the keyword
   */
  public static Context context(@Nullable Runner value) {
    return new Context(value);
  }

  /**
   * {@code default=value} of a context variable; Java has taken the name.
   *
   * @param <T> the type of the variable's values
   * @param value the variable's value where none was set
   * @return the keyword
   */
  public static <T extends @Nullable Object> Default<T> default_(T value) {
    return new Default<>(value);
  }

  /**
   * {@code allow_none=value} of {@code get_start_method}.
   *
   * @param value true for None while no start method was set
   * @return the keyword
   */
  public static AllowNone allow_none(boolean value) {
    return new AllowNone(value);
  }

  /**
   * {@code force=value} of {@code set_start_method}.
   *
   * @param value true if it may have been set before
   * @return the keyword
   */
  public static Force force(boolean value) {
    return new Force(value);
  }

  /**
   * {@code level=number} of {@code log_to_stderr}.
   *
   * @param number messages below it are dropped; None leaves it as it is
   * @return the keyword
   */
  public static Level level(@Nullable Integer number) {
    return new Level(number);
  }

  /**
   * {@code virtual=value} of a thread, timer or executor. Not in Python.
   *
   * @param value true for one of Java's virtual threads
   * @return the keyword
   */
  public static Virtual virtual(boolean value) {
    return new Virtual(value);
  }

  /**
   * {@code interval=seconds} of a timer.
   *
   * @param seconds the delay in seconds
   * @return the keyword
   */
  public static Interval interval(double seconds) {
    return new Interval(seconds);
  }

  /**
   * {@code blocking=value} of a lock's or semaphore's acquire.
   *
   * @param value false to return at once
   * @return the keyword
   */
  public static Blocking blocking(boolean value) {
    return new Blocking(value);
  }

  /**
   * {@code block=value} of a queue's put and get.
   *
   * @param value false to raise at once
   * @return the keyword
   */
  public static Block block(boolean value) {
    return new Block(value);
  }

  /**
   * {@code timeout=seconds}: the longest time a call waits.
   *
   * @param seconds the time in seconds; what 0 and negative times mean stands at each call
   * @return the keyword
   */
  public static Timeout timeout(double seconds) {
    return new Timeout(seconds);
  }

  /**
   * {@code timeout=seconds}: the longest time a call waits.
   *
   * @param seconds the time in seconds, null for no limit
   * @return the keyword
   */
  public static Timeout timeout(@Nullable Double seconds) {
    return new Timeout(seconds);
  }

  /**
   * {@code parties=count} of a barrier.
   *
   * @param count the number of threads
   * @return the keyword
   */
  public static Parties parties(int count) {
    return new Parties(count);
  }

  /**
   * {@code maxsize=count} of a queue.
   *
   * @param count the number of items; 0 or less for no bound
   * @return the keyword
   */
  public static Maxsize maxsize(int count) {
    return new Maxsize(count);
  }

  /**
   * {@code immediate=value} of a queue's shutdown.
   *
   * @param value true to drop the items that are left
   * @return the keyword
   */
  public static Immediate immediate(boolean value) {
    return new Immediate(value);
  }

  /**
   * {@code value=count} of a semaphore.
   *
   * @param count the number of permits
   * @return the keyword
   */
  public static Value value(int count) {
    return new Value(count);
  }

  /**
   * {@code n=count} of a semaphore's release and a condition's notify.
   *
   * @param count the number
   * @return the keyword
   */
  public static N n(int count) {
    return new N(count);
  }

  /**
   * {@code authkey=key} of a listener or client.
   *
   * @param key the key that both ends must know, null for none
   * @return the keyword
   */
  public static Authkey authkey(byte @Nullable [] key) {
    return new Authkey(key);
  }

  /**
   * {@code backlog=count} of a listener.
   *
   * @param count how many connections the system keeps that nobody has accepted yet
   * @return the keyword
   */
  public static Backlog backlog(int count) {
    return new Backlog(count);
  }

  /**
   * {@code family=name} of a listener or client.
   *
   * @param name {@code AF_INET} or {@code AF_UNIX}, null to tell it by the address
   * @return the keyword
   */
  public static Family family(@Nullable String name) {
    return new Family(name);
  }

  /**
   * {@code pickle=value} of a listener or client. Not in Python.
   *
   * @param value true to send and receive Python's pickles, for Python on the other side
   * @return the keyword
   */
  public static Pickle pickle(boolean value) {
    return new Pickle(value);
  }

  /**
   * {@code max_workers=count} of an executor.
   *
   * @param count the largest number of workers, null for the default
   * @return the keyword
   */
  public static MaxWorkers max_workers(@Nullable Integer count) {
    return new MaxWorkers(count);
  }

  /**
   * {@code thread_name_prefix=value} of a ThreadPoolExecutor.
   *
   * @param value how the names of its threads begin
   * @return the keyword
   */
  public static ThreadNamePrefix thread_name_prefix(String value) {
    return new ThreadNamePrefix(value);
  }

  /**
   * {@code wait=value} of an executor's shutdown; Java's Object has taken the name.
   *
   * @param value false to return at once
   * @return the keyword
   */
  public static Wait wait_(boolean value) {
    return new Wait(value);
  }

  /**
   * {@code cancel_futures=value} of an executor's shutdown.
   *
   * @param value true to cancel what has not begun
   * @return the keyword
   */
  public static CancelFutures cancel_futures(boolean value) {
    return new CancelFutures(value);
  }

  /**
   * {@code return_when=}.
   *
   * @param value a constant of {@code Futures}, such as {@code FIRST_COMPLETED}
   * @return the keyword
   */
  public static ReturnWhen return_when(String value) {
    return new ReturnWhen(value);
  }

  /**
   * {@code sep=value} of print.
   *
   * @param value what stands between values, null for a blank
   * @return the keyword
   */
  public static Sep sep(@Nullable String value) {
    return new Sep(value);
  }

  /**
   * {@code end=value} of print.
   *
   * @param value what stands after the last value, null for a line break
   * @return the keyword
   */
  public static End end(@Nullable String value) {
    return new End(value);
  }

  /**
   * {@code file=value} of print.
   *
   * @param value where to write, null for standard output
   * @return the keyword
   */
  public static File file(@Nullable Appendable value) {
    return new File(value);
  }

  /**
   * {@code flush=value} of print.
   *
   * @param value true to flush what was written
   * @return the keyword
   */
  public static Flush flush(boolean value) {
    return new Flush(value);
  }

  /** A bare {@code null} among Java's variable arguments arrives as a null array: Python's single None. */
  private static List<@Nullable Object> asList(@Nullable Object @Nullable [] values) {
    return values == null ? Collections.singletonList(null) : Arrays.asList(values);
  }
}
