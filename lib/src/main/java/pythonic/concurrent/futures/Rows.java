package pythonic.concurrent.futures;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first items of several iterables, the second ones and so on, until the shortest ends. */
final class Rows {

  private final List<Iterator<?>> columns = new ArrayList<>();
  private boolean exhausted;
  private int given;

  Rows(List<Iterable<?>> iterables) {
    iterables.forEach(iterable -> columns.add(iterable.iterator()));
  }

  /** {@return the next row, null if there is none} */
  @Nullable Object @Nullable [] next() {
    if (exhausted) {
      return null;
    }
    var row = new @Nullable Object[columns.size()];
    for (int i = 0; i < row.length; i++) {
      if (!columns.get(i).hasNext()) {
        exhausted = true;
        return null;
      }
      row[i] = columns.get(i).next();
    }
    given++;
    return row;
  }

  /** {@return how many rows there have been} */
  int given() {
    return given;
  }
}
