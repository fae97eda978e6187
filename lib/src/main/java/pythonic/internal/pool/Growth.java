package pythonic.internal.pool;

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Mutex;

/** Which places of a pool have had their first workers: an executor starts one more whenever it has more tasks than workers. */
final class Growth {

  private final List<WorkerPlace> places;

  /** The pool's. Guards the fields below. */
  private final Mutex mutex;

  /** So many places have a worker, or had one, or are to get one. */
  private int begun;

  private final ArrayDeque<WorkerPlace> toStart = new ArrayDeque<>();

  Growth(List<WorkerPlace> places, Mutex mutex) {
    this.places = places;
    this.mutex = mutex;
  }

  /** The first so many places are started by the caller. */
  void begin(int count) {
    begun = count;
  }

  /** With the mutex held: so many tasks are not done. */
  void want(int unfinished) {
    if (begun < places.size() && unfinished > begun) {
      toStart.add(places.get(begun++));
    }
  }

  /** {@return a place that is to get its first worker, null if none is} */
  @Nullable WorkerPlace next() {
    if (begun == places.size() && toStart.isEmpty()) { // racy: whoever adds one looks itself
      return null;
    }
    try (var _ = mutex.hold()) {
      return toStart.poll();
    }
  }

  /** With the mutex held: no more are started. {@return how many never were} */
  int end() {
    int left = places.size() - begun;
    begun += left;
    return left;
  }
}
