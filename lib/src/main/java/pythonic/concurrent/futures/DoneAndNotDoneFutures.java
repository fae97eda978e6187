package pythonic.concurrent.futures;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;

/**
 * What {@link Futures#wait_(Iterable)} has waited for, in the order in which it was given.
 *
 * @param <T> the type of the results
 * @param done those that have finished, or were cancelled and whose executor has noticed it
 * @param not_done the others
 */
public record DoneAndNotDoneFutures<T extends @Nullable Object>(Set<Future<T>> done, Set<Future<T>> not_done) {

  /** {@return Python's repr} */
  @Override
  public String toString() {
    return "DoneAndNotDoneFutures(done=" + Builtins.repr(done) + ", not_done=" + Builtins.repr(not_done) + ")";
  }
}
