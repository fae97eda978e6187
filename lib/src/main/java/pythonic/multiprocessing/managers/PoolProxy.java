package pythonic.multiprocessing.managers;

import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ContextManager;
import pythonic.builtins.TypeError;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.keywords.ApplyAsyncKeyword;
import pythonic.builtins.keywords.ApplyKeyword;
import pythonic.builtins.keywords.Args;
import pythonic.builtins.keywords.Buffersize;
import pythonic.builtins.keywords.Callback;
import pythonic.builtins.keywords.Chunksize;
import pythonic.builtins.keywords.ErrorCallback;
import pythonic.builtins.keywords.ImapKeyword;
import pythonic.builtins.keywords.Keyword;
import pythonic.builtins.keywords.Kwds;
import pythonic.builtins.keywords.PoolMapAsyncKeyword;
import pythonic.builtins.keywords.PoolMapKeyword;
import pythonic.builtins.keywords.ProgressBar;
import pythonic.builtins.keywords.TaskTimeout;
import pythonic.internal.calls.Given;

/**
 * Stands for a {@link pythonic.multiprocessing.pool.Pool} in a manager's process. Its workers are children of the
 * manager, and several processes may use it. Callbacks are called in the manager's process.
 *
 * <p>Left by {@code try} it takes no more work and finishes what it has, as any Pool does here; Python's {@code with}
 * would terminate it. When no process has a proxy of it, it is terminated.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.managers.SyncManager">Python:
 *     SyncManager</a>
 */
public final class PoolProxy extends PoolProxyMap implements ContextManager {

  @Serial private static final long serialVersionUID = 1L;

  private static final @Nullable Object[] NONE = {};

  PoolProxy(Token token) {
    super(token);
  }

  @Override
  <R extends @Nullable Object> AsyncResultProxy<R> submit(Callable function, ApplyAsyncKeyword... keywords) {
    refuseExtras(keywords);
    return this.<AsyncResultProxy<R>>call("apply_async", function, args(keywords), kwds(keywords), callback(keywords), errorCallback(keywords)).of(this);
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // the callers know the type that the function returns
  <R extends @Nullable Object> R result(Callable function, ApplyKeyword... keywords) {
    refuseExtras(keywords);
    return call("apply", function, args(keywords), kwds(keywords));
  }

  /** What only a pool of this process has. */
  private static void refuseExtras(Keyword... keywords) {
    for (Keyword keyword : keywords) {
      if (keyword instanceof TaskTimeout || keyword instanceof ProgressBar) {
        throw new TypeError("a pool of a manager does not take the keyword " + keyword.keyword());
      }
    }
  }

  private static @Nullable Object[] args(Keyword[] keywords) {
    Args args = Given.find("apply", keywords, Args.class);
    return args == null ? NONE : args.values().toArray();
  }

  private static Map<String, @Nullable Object> kwds(Keyword[] keywords) {
    Kwds kwds = Given.find("apply", keywords, Kwds.class);
    return kwds == null ? Map.of() : kwds.values();
  }

  private static @Nullable Callable callback(Keyword[] keywords) {
    Callback<?> callback = Given.find("apply_async", keywords, Callback.class);
    return callback == null ? null : callback.function();
  }

  private static @Nullable Callable errorCallback(Keyword[] keywords) {
    ErrorCallback callback = Given.find("apply_async", keywords, ErrorCallback.class);
    return callback == null ? null : callback.function();
  }

  private static @Nullable Integer chunksize(Keyword[] keywords) {
    Chunksize chunksize = Given.find("map", keywords, Chunksize.class);
    return chunksize == null ? null : chunksize.count();
  }

  private static @Nullable Object[] items(Iterable<? extends @Nullable Object> iterable) {
    var items = new ArrayList<@Nullable Object>();
    iterable.forEach(item -> items.add(item instanceof Args given ? given.values().toArray() : item));
    return items.toArray();
  }

  @Override
  <R extends @Nullable Object> List<R> mapAll(
      String kind, Callable function, Iterable<? extends @Nullable Object> iterable, PoolMapKeyword... keywords) {
    refuseExtras(keywords);
    return call(kind, function, items(iterable), chunksize(keywords));
  }

  @Override
  <R extends @Nullable Object> AsyncResultProxy<List<R>> mapAsync(
      String kind, Callable function, Iterable<? extends @Nullable Object> iterable, PoolMapAsyncKeyword... keywords) {
    refuseExtras(keywords);
    return this.<AsyncResultProxy<List<R>>>call(kind + "_async", function, items(iterable), chunksize(keywords), callback(keywords), errorCallback(keywords)).of(this);
  }

  @Override
  <R extends @Nullable Object> IteratorProxy<R> iterate(
      String method, Callable function, Iterable<? extends @Nullable Object> iterable, ImapKeyword... keywords) {
    refuseExtras(keywords);
    Integer chunksize = chunksize(keywords);
    Buffersize buffersize = Given.find("imap", keywords, Buffersize.class);
    Integer limit = buffersize == null ? null : buffersize.count();
    return this.<IteratorProxy<R>>call(method, function, items(iterable), chunksize == null ? 1 : chunksize, limit).of(this);
  }

  /** Takes no more work. The workers end when they have done what was submitted. */
  @Override
  public void close() {
    call("close");
  }

  /** Ends the workers at once. Tasks that were not done fail with {@link pythonic.multiprocessing.ProcessError}. */
  public void terminate() {
    call("terminate");
  }

  /**
   * Waits until the workers have ended, after {@link #close} or {@link #terminate}.
   *
   * @throws pythonic.builtins.ValueError if the pool still takes work
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public void join() {
    call("join");
  }

  /** {@code with(pool)}: does nothing, as in Python. */
  @Override
  public void enter() {}
}
