package pythonic.multiprocessing.managers;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's slices. */
final class Slices {

  private Slices() {}

  /** {@return a copy of a part of a list} What is outside counts as the nearest end; what is negative, from the end. */
  static <T extends @Nullable Object> List<T> of(List<T> all, int from, int to) {
    int start = Math.clamp(from < 0 ? (long) from + all.size() : from, 0, all.size());
    int stop = Math.clamp(to < 0 ? (long) to + all.size() : to, start, Math.max(start, all.size()));
    return new ArrayList<>(all.subList(start, stop));
  }
}
