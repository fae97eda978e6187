package pythonic.concurrent.futures;

import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ContextManager;
import pythonic.builtins.keywords.Args;
import pythonic.builtins.keywords.CancelFutures;
import pythonic.builtins.keywords.Func;
import pythonic.builtins.keywords.Kwargs;
import pythonic.builtins.keywords.ShutdownKeyword;
import pythonic.builtins.keywords.TaskTimeout;
import pythonic.builtins.keywords.Timeout;
import pythonic.builtins.keywords.Wait;
import pythonic.internal.calls.Call;
import pythonic.internal.calls.Given;

/**
 * Runs calls asynchronously. {@code try (var executor = new ThreadPoolExecutor()) { ... }} waits at its end for all
 * that was submitted.
 *
 * @see <a href="https://docs.python.org/3/library/concurrent.futures.html#executor-objects">Python: Executor</a>
 */
public abstract class Executor extends MapCalls implements ContextManager {

  /** For implementations. */
  protected Executor() {}

  @Override
  abstract <R extends @Nullable Object> Future<R> submit(Call call);

  /**
   * Has a function called, without waiting. This is the form for arguments by name:
   * {@code submit(func(Lesson::get), args(url), kwargs("timeout", 60))}.
   *
   * @param <R> the type of the result
   * @param fn the function
   * @param args the arguments by position
   * @param kwargs the arguments by name
   * @return the result to come
   * @throws pythonic.builtins.RuntimeError after {@code shutdown}
   */
  public <R extends @Nullable Object> Future<R> submit(Func<R> fn, Args args, Kwargs kwargs) {
    return submit(Call.of(fn.function(), args, kwargs));
  }

  /**
   * Has a function called with arguments by name, without waiting.
   *
   * @param <R> the type of the result
   * @param fn the function
   * @param kwargs the arguments by name
   * @return the result to come
   * @throws pythonic.builtins.RuntimeError after {@code shutdown}
   */
  public <R extends @Nullable Object> Future<R> submit(Func<R> fn, Kwargs kwargs) {
    return submit(Call.of(fn.function(), null, kwargs));
  }

  /**
   * Has a function called that may take so long, without waiting. A call that takes longer fails with a TimeoutError;
   * its process is ended and replaced, its thread is interrupted. Not in Python.
   *
   * @param <R> the type of the result
   * @param fn the function
   * @param args the arguments
   * @param timeout how many seconds the call may take, from its begin in the worker; None for no limit
   * @return the result to come
   * @throws pythonic.builtins.RuntimeError after {@code shutdown}
   */
  public <R extends @Nullable Object> Future<R> submit(Func<R> fn, Args args, TaskTimeout timeout) {
    return submit(Call.of(fn.function(), args, null), timeout);
  }

  /** Takes no more calls, and waits for those submitted. */
  public void shutdown() {
    shutdown(true, false);
  }

  /**
   * Takes no more calls.
   *
   * @param wait whether to wait for those submitted
   */
  public void shutdown(boolean wait) {
    shutdown(wait, false);
  }

  /**
   * Takes no more calls.
   *
   * @param keywords {@code wait_} (true): whether to wait for those submitted; {@code cancel_futures} (false): whether
   *     to cancel those that have not begun
   */
  public void shutdown(ShutdownKeyword... keywords) {
    Wait wait = Given.find("shutdown", keywords, Wait.class);
    CancelFutures cancel = Given.find("shutdown", keywords, CancelFutures.class);
    shutdown(wait == null || wait.value(), cancel != null && cancel.value());
  }

  /**
   * Takes no more calls, and waits for those submitted, but not longer than so many seconds. An extension: Python waits
   * without a limit or not at all.
   *
   * @param timeout seconds; no limit for {@code timeout(null)}
   * @return what has not ended, with stacks; it is empty if all has
   */
  public UnfinishedCalls shutdown(Timeout timeout) {
    return shutdown(timeout, new CancelFutures(false));
  }

  /**
   * Takes no more calls, and waits for those submitted, but not longer than so many seconds. An extension: Python waits
   * without a limit or not at all.
   *
   * @param timeout seconds; no limit for {@code timeout(null)}
   * @param cancelFutures whether to cancel those that have not begun
   * @return what has not ended, with stacks; it is empty if all has
   */
  public abstract UnfinishedCalls shutdown(Timeout timeout, CancelFutures cancelFutures);

  /**
   * {@return this executor in Java's shape} Both share their threads and their shutdown. An extension: Python has no
   * such shape.
   *
   * <p>What {@code shutdownNow} gives back are the commands as they were given to {@code execute} (the tasks that
   * {@code submit} returned), which stay as they are.
   */
  public abstract ExecutorService as_executor_service();

  /** What all other forms of {@code shutdown} do. */
  abstract void shutdown(boolean wait, boolean cancelFutures);

  /** {@code with(executor)}: nothing is to be done before the block. */
  @Override
  public void enter() {}

  /** Python's {@code __exit__}: {@link #shutdown()}, which waits. */
  @Override
  public void close() {
    shutdown(true, false);
  }
}
