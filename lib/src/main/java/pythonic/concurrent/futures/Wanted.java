package pythonic.concurrent.futures;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a call waits for without a time limit. Each wait has an object of its own, which is equal to no other. */
final class Wanted {

  /** Whom the wait needs. */
  enum Needed {
    /** All futures. */
    ALL,
    /** Any future. */
    ANY,
    /** All futures, or one that raises. */
    ALL_OR_FAILED
  }

  private final Collection<? extends Future<? extends @Nullable Object>> futures;
  private final Needed needed;
  private final String where;

  /**
   * A wait.
   *
   * @param futures for which
   * @param needed how many of them
   * @param where the function that waits, for people; empty for a future's own, for which a cancelled future is done
   */
  Wanted(Collection<? extends Future<? extends @Nullable Object>> futures, Needed needed, String where) {
    this.futures = futures;
    this.needed = needed;
    this.where = where;
  }

  static Wanted result(Future<? extends @Nullable Object> future) {
    return new Wanted(List.of(future), Needed.ALL, "");
  }

  /** {@return the same as another wait} */
  Wanted again() {
    return new Wanted(futures, needed, where);
  }

  String where() {
    return where;
  }

  /** {@return those that the wait still needs or hopes for} */
  Stream<? extends Future<? extends @Nullable Object>> unfinished() {
    return futures.stream().filter(future -> !isOver(future));
  }

  private boolean isOver(Future<?> future) {
    FutureStatus status = future.status();
    return where.isEmpty() ? status.isDone() : status.isSettled();
  }

  /** {@return whether the wait can end while these workers do nothing} */
  boolean canEnd(Set<PoolWorker> stuck) {
    return switch (needed) {
      case ALL -> unfinished().allMatch(future -> canFinish(future, stuck));
      case ANY -> futures.stream().anyMatch(future -> isOver(future) || canFinish(future, stuck));
      case ALL_OR_FAILED ->
          futures.stream().allMatch(this::isOver)
              || futures.stream().anyMatch(future -> isOver(future) ? future.raised() != null : canFinish(future, stuck));
    };
  }

  /** Who sets the result of a future that no worker runs is not known, so it is thought to come. */
  static boolean canFinish(Future<?> future, Set<PoolWorker> stuck) {
    Collection<PoolWorker> workers = workers(future);
    return workers == null || !stuck.containsAll(workers);
  }

  /** {@return the workers that may finish it, null if others may too} */
  static @Nullable Collection<PoolWorker> workers(Future<?> future) {
    PoolWorker worker = future.worker();
    if (worker != null) {
      return List.of(worker);
    }
    ThreadWorkers pool = future.pool();
    return pool != null && future.isQueued() ? pool.workersIfFull() : null;
  }
}
