package pythonic.multiprocessing.pool;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@code map_async} and {@code starmap_async}, now or later: the list of all results, or the first error,
 * once all calls have ended.
 *
 * @param <R> the type of one result
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.AsyncResult">Python:
 *     AsyncResult</a>
 */
public class MapResult<R extends @Nullable Object> extends AsyncResult<List<R>> {

  MapResult(Settlement settlement) {
    super(settlement);
  }

  @Override
  String typeName() {
    return "MapResult";
  }
}
