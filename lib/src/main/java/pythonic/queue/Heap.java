package pythonic.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.internal.values.Ordering;

/**
 * Python's heap in a list: no item is greater than those at {@code 2i + 1} and {@code 2i + 2}. The steps are those of
 * Python, so that equal items leave in the same order. Items only ever change places, so none is lost when two cannot
 * be compared half-way.
 */
final class Heap {

  private Heap() {}

  static <T extends @Nullable Object> void push(List<T> heap, T item) {
    heap.add(item);
    rise(heap, heap.size() - 1, item);
  }

  /** Removes and gives the least item of a heap that is not empty. */
  static <T extends @Nullable Object> T pop(List<T> heap) {
    T last = heap.removeLast();
    if (heap.isEmpty()) {
      return last;
    }
    T least = heap.getFirst();
    var sunk = false;
    try {
      sink(heap, last);
      sunk = true;
    } finally {
      if (!sunk) {
        heap.add(heap.set(0, least)); // two items cannot be compared: nobody gets this one, so it stays
      }
    }
    return least;
  }

  /** Moves an item up from a place to where it belongs. */
  private static <T extends @Nullable Object> void rise(List<T> heap, int from, T item) {
    int place = from;
    try {
      while (place > 0) {
        int parent = (place - 1) >> 1;
        T above = heap.get(parent);
        if (!less(item, above)) {
          return;
        }
        heap.set(place, above);
        place = parent;
      }
    } finally {
      heap.set(place, item);
    }
  }

  /** Puts an item in place of the first: down along the lesser children to a leaf, then up. It most likely belongs low. */
  private static <T extends @Nullable Object> void sink(List<T> heap, T item) {
    int size = heap.size();
    int place = 0;
    try {
      for (int child = 1; child < size; child = 2 * place + 1) {
        T lesser = heap.get(child);
        int right = child + 1;
        if (right < size) {
          T other = heap.get(right);
          if (!less(lesser, other)) {
            child = right;
            lesser = other;
          }
        }
        heap.set(place, lesser);
        place = child;
      }
    } finally {
      heap.set(place, item);
    }
    rise(heap, place, item);
  }

  /** {@link Ordering#less}, with the short way first for what most heaps hold. */
  private static boolean less(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Integer a && right instanceof Integer b) {
      return a < b;
    }
    if (left instanceof Long a && right instanceof Long b) {
      return a < b;
    }
    if (left instanceof Double a && right instanceof Double b) {
      return a < b;
    }
    return Ordering.less(left, right);
  }
}
