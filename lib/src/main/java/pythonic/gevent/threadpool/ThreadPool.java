package pythonic.gevent.threadpool;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.functions.Function1;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.functions.Procedure1;
import pythonic.builtins.keywords.Args;
import pythonic.concurrent.futures.ThreadPoolExecutor;
import pythonic.gevent.event.AsyncResult;
import pythonic.gevent.event.Event;
import pythonic.gevent.lock.Semaphore;
import pythonic.internal.calls.Call;
import pythonic.internal.greenlets.Failures;
import pythonic.internal.waiting.Hub;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.waiting.Strand;

/**
 * Threads that do what would hold up the other greenlets, as long computations: these go on meanwhile. It belongs to the
 * thread that made it.
 *
 * @see <a href="https://www.gevent.org/api/gevent.threadpool.html">gevent: gevent.threadpool</a>
 */
public class ThreadPool {

  private final int maxsize;
  private final Semaphore room;
  private final Event idle = new Event();
  private volatile ThreadPoolExecutor threads;
  private final Mutex guard = new Mutex(); // guards the numbers, and the event, which is set when nothing is unfinished
  private int size;
  private int unfinished;

  /**
   * A pool of threads, which begin as they are needed.
   *
   * @param maxsize how many threads there are at most
   * @throws ValueError if it is negative
   */
  public ThreadPool(int maxsize) {
    if (maxsize < 0) {
      throw new ValueError("maxsize must not be negative: " + maxsize);
    }
    this.maxsize = maxsize;
    room = new Semaphore(maxsize);
    threads = executor();
    idle.set();
  }

  private ThreadPoolExecutor executor() {
    return new ThreadPoolExecutor(Math.max(1, maxsize)); // of a pool of none nobody gets a thread
  }

  /** {@return how many threads there are at most} */
  public int maxsize() {
    return maxsize;
  }

  /** {@return about how many threads have begun} */
  public int size() {
    try (Mutex.Hold _ = guard.holdBriefly()) {
      return size;
    }
  }

  /** {@return how many calls have not ended: Python's {@code len(pool)}} */
  public int unfinished_tasks() {
    try (Mutex.Hold _ = guard.holdBriefly()) {
      return unfinished;
    }
  }

  /**
   * Has a thread call a function, after waiting until one is free.
   *
   * @param <R> the type of the result
   * @param function the function
   * @return its result, which others can wait for
   */
  public <R extends @Nullable Object> AsyncResult<R> spawn(Function0<? extends R> function) {
    return run(Call.of(function));
  }

  /**
   * Has a thread call a function, after waiting until one is free.
   *
   * @param <A> the type of the argument
   * @param <R> the type of the result
   * @param function the function
   * @param a its argument
   * @return its result, which others can wait for
   */
  public <A extends @Nullable Object, R extends @Nullable Object> AsyncResult<R> spawn(Function1<? super A, ? extends R> function, A a) {
    return run(Call.of(function, a));
  }

  /**
   * Has a thread call a function, after waiting until one is free.
   *
   * @param function the function
   * @return a result that is None, which others can wait for
   */
  public AsyncResult<@Nullable Void> spawn(Procedure0 function) {
    return run(Call.of(function));
  }

  /**
   * Has a thread call a function, after waiting until one is free.
   *
   * @param <A> the type of the argument
   * @param function the function
   * @param a its argument
   * @return a result that is None, which others can wait for
   */
  public <A extends @Nullable Object> AsyncResult<@Nullable Void> spawn(Procedure1<? super A> function, A a) {
    return run(Call.of(function, a));
  }

  private <R extends @Nullable Object> AsyncResult<R> run(Call call) {
    room.acquire();
    var result = new AsyncResult<R>();
    Hub hub = Strand.enter().hub();
    hub.expect();
    try (Mutex.Hold _ = guard.holdBriefly()) {
      size = Math.min(maxsize, Math.max(size, ++unfinished));
      idle.clear();
    }
    var _ = threads.submit(() -> perform(call, result, hub)); // what comes of it is in the result
    return result;
  }

  /** In a thread: what comes of it is told by the hub of who asked. */
  @SuppressWarnings({"unchecked", "NullAway"}) // the function returns R
  private <R extends @Nullable Object> void perform(Call call, AsyncResult<R> result, Hub hub) {
    Runnable outcome;
    try {
      R value = (R) call.run();
      outcome = () -> result.set(value);
    } catch (Throwable e) {
      Failures.report("(" + this + ", " + Failures.function(call.function()) + ")", e);
      outcome = () -> result.set_exception(e);
    }
    Runnable told = outcome;
    hub.add((Runnable) () -> {
      hub.expected();
      try (Mutex.Hold _ = guard.holdBriefly()) {
        if (--unfinished == 0) {
          idle.set();
        }
      }
      room.release();
      told.run();
    });
  }

  /**
   * {@return what a function returns that a thread calls}
   *
   * @param <R> the type of the result
   * @param function the function, of any shape
   * @param args its arguments
   */
  @SuppressWarnings("TypeParameterUnusedInFormals") // the function returns R
  public <R extends @Nullable Object> R apply(Callable function, Args args) {
    return this.<R>run(Call.of(function, args.values().toArray())).get();
  }

  /**
   * {@return what a function returns that a thread calls}
   *
   * @param <R> the type of the result
   * @param function the function
   */
  public <R extends @Nullable Object> R apply(Function0<? extends R> function) {
    return this.<R>spawn(function).get();
  }

  /**
   * {@return what a function returns that a thread calls}
   *
   * @param <A> the type of the argument
   * @param <R> the type of the result
   * @param function the function
   * @param args its argument
   */
  public <A extends @Nullable Object, R extends @Nullable Object> R apply(Function1<? super A, ? extends R> function, Args args) {
    return apply((Callable) function, args);
  }

  /**
   * {@return what a function returns for each item, in their order}
   *
   * @param <A> the type of the items
   * @param <R> the type of the results
   * @param function the function
   * @param items the items
   */
  public <A extends @Nullable Object, R extends @Nullable Object> List<R> map(Function1<? super A, ? extends R> function, Iterable<? extends A> items) {
    var results = new ArrayList<AsyncResult<R>>();
    for (A item : items) {
      results.add(spawn(function, item));
    }
    List<R> values = new ArrayList<>();
    for (AsyncResult<R> result : results) {
      values.add(result.get());
    }
    return values;
  }

  /** Waits until all calls have ended. */
  public void join() {
    idle.wait_();
  }

  /** Waits until all calls have ended, and lets the threads end. The pool may be used again. */
  public void kill() {
    join();
    threads.shutdown();
    threads = executor();
    try (Mutex.Hold _ = guard.holdBriefly()) {
      size = 0;
    }
  }

  /** {@return such as {@code <ThreadPool at 0x1b28cdfa tasks=0 size=1 maxsize=2>}} */
  @Override
  public String toString() {
    return "<ThreadPool at 0x" + HexFormat.of().toHexDigits(System.identityHashCode(this)) + " tasks=" + unfinished_tasks() + " size=" + size()
        + " maxsize=" + maxsize + ">";
  }
}
