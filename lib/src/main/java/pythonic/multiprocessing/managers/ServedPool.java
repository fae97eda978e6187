package pythonic.multiprocessing.managers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.StopIteration;
import pythonic.builtins.TypeError;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.functions.Function1;
import pythonic.builtins.functions.Function2;
import pythonic.builtins.functions.Function3;
import pythonic.builtins.functions.Function4;
import pythonic.builtins.functions.Function5;
import pythonic.builtins.functions.Function6;
import pythonic.builtins.functions.Procedure1;
import pythonic.builtins.functions.Procedure2;
import pythonic.builtins.functions.Procedure3;
import pythonic.builtins.functions.Procedure4;
import pythonic.builtins.functions.Procedure5;
import pythonic.builtins.functions.Procedure6;
import pythonic.builtins.keywords.ApplyAsyncKeyword;
import pythonic.builtins.keywords.Args;
import pythonic.builtins.keywords.Buffersize;
import pythonic.builtins.keywords.Callback;
import pythonic.builtins.keywords.Chunksize;
import pythonic.builtins.keywords.ErrorCallback;
import pythonic.builtins.keywords.Func;
import pythonic.builtins.keywords.ImapKeyword;
import pythonic.builtins.keywords.Kwds;
import pythonic.builtins.keywords.PoolKeyword;
import pythonic.builtins.keywords.PoolMapAsyncKeyword;
import pythonic.internal.manager.Disposable;
import pythonic.internal.manager.Steps;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;
import pythonic.multiprocessing.TimeoutError;
import pythonic.multiprocessing.pool.AsyncResult;
import pythonic.multiprocessing.pool.IMapIterator;
import pythonic.multiprocessing.pool.Pool;

/** A pool in a manager's process. Its public methods are those that a {@link PoolProxy} calls, by their names. */
final class ServedPool implements Disposable {

  private final Pool pool;

  ServedPool(PoolKeyword... keywords) {
    pool = new Pool(keywords);
  }

  public @Nullable Object apply(Callable function, @Nullable Object[] args, Map<String, @Nullable Object> kwds) {
    return pool.apply(new Func<@Nullable Object>(function), new Args(Arrays.asList(args)), new Kwds(kwds));
  }

  public AsyncResult<?> apply_async(
      Callable function, @Nullable Object[] args, Map<String, @Nullable Object> kwds,
      @Nullable Procedure1<@Nullable Object> callback, @Nullable Procedure1<Throwable> errorCallback) {
    var keywords = new ApplyAsyncKeyword[] {new Args(Arrays.asList(args)), new Kwds(kwds), new Callback<>(callback), new ErrorCallback(errorCallback)};
    return pool.<@Nullable Object>apply_async(new Func<>(function), keywords);
  }

  public @Nullable Object map(Callable function, @Nullable Object[] items, @Nullable Integer chunksize) {
    return map_async(function, items, chunksize, null, null).get();
  }

  @SuppressWarnings("unchecked") // the proxy takes only functions of one argument
  public AsyncResult<?> map_async(
      Callable function, @Nullable Object[] items, @Nullable Integer chunksize,
      @Nullable Procedure1<@Nullable Object> callback, @Nullable Procedure1<Throwable> errorCallback) {
    PoolMapAsyncKeyword[] keywords = keywords(chunksize, callback, errorCallback);
    return switch (function) {
      case Function1<?, ?> f -> pool.map_async((Function1<@Nullable Object, ?>) f, Arrays.asList(items), keywords);
      case Procedure1<?> p -> pool.map_async((Procedure1<@Nullable Object>) p, Arrays.asList(items), keywords);
      default -> throw new TypeError("not a function of one argument");
    };
  }

  public @Nullable Object starmap(Callable function, @Nullable Object[] items, @Nullable Integer chunksize) {
    return starmap_async(function, items, chunksize, null, null).get();
  }

  public AsyncResult<?> starmap_async(
      Callable function, @Nullable Object[] items, @Nullable Integer chunksize,
      @Nullable Procedure1<@Nullable Object> callback, @Nullable Procedure1<Throwable> errorCallback) {
    PoolMapAsyncKeyword[] keywords = keywords(chunksize, callback, errorCallback);
    List<@Nullable Object> all = Arrays.asList(items);
    return switch (function) {
      case Function2<?, ?, ?> f -> pool.starmap_async(f, all, keywords);
      case Function3<?, ?, ?, ?> f -> pool.starmap_async(f, all, keywords);
      case Function4<?, ?, ?, ?, ?> f -> pool.starmap_async(f, all, keywords);
      case Function5<?, ?, ?, ?, ?, ?> f -> pool.starmap_async(f, all, keywords);
      case Function6<?, ?, ?, ?, ?, ?, ?> f -> pool.starmap_async(f, all, keywords);
      case Procedure2<?, ?> p -> pool.starmap_async(p, all, keywords);
      case Procedure3<?, ?, ?> p -> pool.starmap_async(p, all, keywords);
      case Procedure4<?, ?, ?, ?> p -> pool.starmap_async(p, all, keywords);
      case Procedure5<?, ?, ?, ?, ?> p -> pool.starmap_async(p, all, keywords);
      case Procedure6<?, ?, ?, ?, ?, ?> p -> pool.starmap_async(p, all, keywords);
      default -> throw new TypeError("not a function of two to six arguments");
    };
  }

  private static PoolMapAsyncKeyword[] keywords(
      @Nullable Integer chunksize, @Nullable Procedure1<@Nullable Object> callback, @Nullable Procedure1<Throwable> errorCallback) {
    var keywords = new ArrayList<PoolMapAsyncKeyword>(List.of(new Callback<>(callback), new ErrorCallback(errorCallback)));
    if (chunksize != null) {
      keywords.add(new Chunksize(chunksize));
    }
    return keywords.toArray(PoolMapAsyncKeyword[]::new);
  }

  public Results imap(Callable function, @Nullable Object[] items, int chunksize, @Nullable Integer buffersize) {
    return new Results(iterator(true, function, Arrays.asList(items), new Chunksize(chunksize), new Buffersize(buffersize)));
  }

  public Results imap_unordered(Callable function, @Nullable Object[] items, int chunksize, @Nullable Integer buffersize) {
    return new Results(iterator(false, function, Arrays.asList(items), new Chunksize(chunksize), new Buffersize(buffersize)));
  }

  @SuppressWarnings("unchecked") // the proxy takes only functions of one argument
  private IMapIterator<?> iterator(boolean ordered, Callable function, List<@Nullable Object> items, ImapKeyword... keywords) {
    return switch (function) {
      case Function1<?, ?> f when ordered -> pool.imap((Function1<@Nullable Object, ?>) f, items, keywords);
      case Function1<?, ?> f -> pool.imap_unordered((Function1<@Nullable Object, ?>) f, items, keywords);
      case Procedure1<?> p when ordered -> pool.imap((Procedure1<@Nullable Object>) p, items, keywords);
      case Procedure1<?> p -> pool.imap_unordered((Procedure1<@Nullable Object>) p, items, keywords);
      default -> throw new TypeError("not a function of one argument");
    };
  }

  public void close() {
    pool.close();
  }

  public void terminate() {
    pool.terminate();
  }

  public void join() {
    pool.join();
  }

  @Override
  public void dispose() {
    pool.terminate();
  }

  /** {@return the pool's own text} */
  @Override
  public String toString() {
    return pool.toString();
  }

  /** The results of {@code imap}, which belong to one thread at a time. */
  static final class Results implements Steps {

    private final IMapIterator<?> results;

    /** Whoever holds it may ask for the next. */
    private final Mutex turns = new Mutex();

    Results(IMapIterator<?> results) {
      this.results = results;
    }

    @Override
    public @Nullable Object next(@Nullable Double timeout) {
      Deadline deadline = Deadline.afterOrNever(timeout);
      if (!turns.acquire(deadline)) {
        throw new TimeoutError();
      }
      try {
        if (timeout != null) {
          return results.next(timeout);
        }
        if (!results.hasNext()) {
          throw new StopIteration();
        }
        return results.next();
      } finally {
        turns.tryRelease();
      }
    }

    @Override
    public void close() {
      results.close();
    }

    /** {@return the iterator's own text} */
    @Override
    public String toString() {
      return results.toString();
    }
  }
}
