package pythonic.gevent.pool;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Several iterables side by side, as by Python's {@code zip}: as long as the shortest. */
final class Rows implements Iterator<@Nullable Object[]> {

  private static final @Nullable Object[] NONE = {};

  private final List<? extends Iterator<?>> columns;
  private boolean isThere;
  private @Nullable Object[] ahead = NONE;

  Rows(Iterable<?>... columns) {
    this.columns = Stream.of(columns).map(Iterable::iterator).toList();
  }

  @Override
  public boolean hasNext() {
    if (!isThere) {
      var row = new @Nullable Object[columns.size()];
      for (int i = 0; i < row.length; i++) {
        if (!columns.get(i).hasNext()) {
          return false;
        }
        row[i] = columns.get(i).next();
      }
      ahead = row;
      isThere = true;
    }
    return true;
  }

  @Override
  public @Nullable Object[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    isThere = false;
    return ahead;
  }
}
