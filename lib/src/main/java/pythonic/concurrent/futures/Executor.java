package pythonic.concurrent.futures;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.ContextManager;
import pythonic.builtins.keywords.CancelFutures;
import pythonic.builtins.keywords.ShutdownKeyword;
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

  /** What all forms of {@code shutdown} do. */
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
