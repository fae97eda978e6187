package pythonic.concurrent.futures;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Generator;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.ReturnWhen;
import pythonic.builtins.keywords.Timeout;
import pythonic.builtins.keywords.WaitKeyword;
import pythonic.internal.calls.Given;
import pythonic.internal.waiting.Deadline;

/**
 * The functions of Python's {@code concurrent.futures}, which wait for several futures. For them a future that was
 * cancelled is done only when its executor has noticed it, that is, when a worker comes to it.
 *
 * @see <a href="https://docs.python.org/3/library/concurrent.futures.html#module-functions">Python: module
 *     functions</a>
 */
public final class Futures {

  /** Return when any future is done. */
  public static final String FIRST_COMPLETED = "FIRST_COMPLETED";

  /** Return when any future has raised an exception; if none does it is {@link #ALL_COMPLETED}. */
  public static final String FIRST_EXCEPTION = "FIRST_EXCEPTION";

  /** Return when all futures are done. */
  public static final String ALL_COMPLETED = "ALL_COMPLETED";

  private Futures() {}

  /**
   * Yields futures as they are done, each once. Those that are done already come first.
   *
   * @param <T> the type of the results
   * @param fs the futures, of one executor or several
   * @return the futures; {@code next} waits without a limit and raises KeyboardInterrupt when the thread is interrupted
   */
  public static <T extends @Nullable Object> Generator<Future<T>> as_completed(Iterable<? extends Future<? extends T>> fs) {
    return new CompletedFutures<>(fs, null);
  }

  /**
   * Yields futures as they are done, each once. {@code next} raises a TimeoutError when the time is over, which counts
   * from the moment at which the first future is asked for.
   *
   * @param <T> the type of the results
   * @param fs the futures, of one executor or several
   * @param timeout seconds; what is negative is 0
   * @return the futures
   */
  public static <T extends @Nullable Object> Generator<Future<T>> as_completed(
      Iterable<? extends Future<? extends T>> fs, double timeout) {
    return new CompletedFutures<>(fs, timeout);
  }

  /** {@return what {@link #as_completed(Iterable, double)} returns; there is no limit for {@code timeout(null)}} */
  public static <T extends @Nullable Object> Generator<Future<T>> as_completed(
      Iterable<? extends Future<? extends T>> fs, Timeout timeout) {
    return new CompletedFutures<>(fs, timeout.seconds());
  }

  /**
   * Waits until all futures are done.
   *
   * @param <T> the type of the results
   * @param fs the futures, of one executor or several
   * @return which are done and which are not
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public static <T extends @Nullable Object> DoneAndNotDoneFutures<T> wait_(Iterable<? extends Future<? extends T>> fs) {
    return wait_(fs, Deadline.NEVER, ALL_COMPLETED);
  }

  /**
   * Waits until all futures are done or the time is over.
   *
   * @param <T> the type of the results
   * @param fs the futures, of one executor or several
   * @param timeout seconds; what is negative is 0
   * @return which are done and which are not
   * @throws pythonic.builtins.OverflowError if the call must wait and the time-out is above {@code TIMEOUT_MAX}
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public static <T extends @Nullable Object> DoneAndNotDoneFutures<T> wait_(
      Iterable<? extends Future<? extends T>> fs, double timeout) {
    return wait_(fs, Deadline.lenient(timeout), ALL_COMPLETED);
  }

  /**
   * Waits until some or all futures are done or the time is over.
   *
   * @param <T> the type of the results
   * @param fs the futures, of one executor or several
   * @param timeout seconds; what is negative is 0
   * @param returnWhen {@link #FIRST_COMPLETED}, {@link #FIRST_EXCEPTION} or {@link #ALL_COMPLETED}
   * @return which are done and which are not
   * @throws ValueError for another condition, if a future is not done
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public static <T extends @Nullable Object> DoneAndNotDoneFutures<T> wait_(
      Iterable<? extends Future<? extends T>> fs, double timeout, String returnWhen) {
    return wait_(fs, Deadline.lenient(timeout), returnWhen);
  }

  /**
   * Waits until some or all futures are done or the time is over.
   *
   * @param <T> the type of the results
   * @param fs the futures, of one executor or several
   * @param keywords {@code timeout} (none): seconds; {@code return_when} ({@link #ALL_COMPLETED}): or
   *     {@link #FIRST_COMPLETED} or {@link #FIRST_EXCEPTION}
   * @return which are done and which are not
   * @throws ValueError for another condition, if a future is not done
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public static <T extends @Nullable Object> DoneAndNotDoneFutures<T> wait_(
      Iterable<? extends Future<? extends T>> fs, WaitKeyword... keywords) {
    Timeout timeout = Given.find("wait", keywords, Timeout.class);
    ReturnWhen when = Given.find("wait", keywords, ReturnWhen.class);
    Deadline deadline = timeout == null ? Deadline.NEVER : Deadline.lenient(timeout.seconds());
    return wait_(fs, deadline, when == null ? ALL_COMPLETED : when.value());
  }

  private static <T extends @Nullable Object> DoneAndNotDoneFutures<T> wait_(
      Iterable<? extends Future<? extends T>> fs, Deadline deadline, String returnWhen) {
    Set<Future<T>> futures = distinct(fs);
    if (!futures.stream().allMatch(future -> future.status().isSettled())) {
      Wanted.Needed needed = switch (returnWhen) {
        case FIRST_COMPLETED -> Wanted.Needed.ANY;
        case FIRST_EXCEPTION -> Wanted.Needed.ALL_OR_FAILED;
        case ALL_COMPLETED -> Wanted.Needed.ALL;
        default -> throw new ValueError("Invalid return condition: '" + returnWhen + "'");
      };
      new SettledCount(futures.size(), needed).await(futures, deadline);
    }
    var done = new LinkedHashSet<Future<T>>();
    var notDone = new LinkedHashSet<Future<T>>();
    futures.forEach(future -> (future.status().isSettled() ? done : notDone).add(future));
    return new DoneAndNotDoneFutures<>(done, notDone);
  }

  /** {@return each future once, in order} */
  @SuppressWarnings("unchecked") // of a Future<? extends T> a T is read
  static <T extends @Nullable Object> Set<Future<T>> distinct(Iterable<? extends Future<? extends T>> fs) {
    var futures = new LinkedHashSet<Future<T>>();
    fs.forEach(future -> futures.add((Future<T>) future));
    return futures;
  }
}
