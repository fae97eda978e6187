package pythonic.queue;

import java.util.Collections;
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
    rise(heap, 0, heap.size() - 1);
  }

  /** Removes and gives the least item of a heap that is not empty. */
  static <T extends @Nullable Object> T pop(List<T> heap) {
    T last = heap.removeLast();
    if (heap.isEmpty()) {
      return last;
    }
    T least = heap.set(0, last);
    var sunk = false;
    try {
      sink(heap);
      sunk = true;
    } finally {
      if (!sunk) {
        heap.add(heap.set(0, least)); // two items cannot be compared: nobody gets this one, so it stays
      }
    }
    return least;
  }

  /** Moves an item up to its place. */
  private static void rise(List<?> heap, int top, int from) {
    int place = from;
    while (place > top) {
      int parent = (place - 1) >> 1;
      if (!Ordering.less(heap.get(place), heap.get(parent))) {
        return;
      }
      Collections.swap(heap, place, parent);
      place = parent;
    }
  }

  /** Moves the first item down along the lesser children to a leaf, then up to its place: it most likely belongs low. */
  private static void sink(List<?> heap) {
    int place = 0;
    for (int child = 1; child < heap.size(); child = 2 * place + 1) {
      int right = child + 1;
      if (right < heap.size() && !Ordering.less(heap.get(child), heap.get(right))) {
        child = right;
      }
      Collections.swap(heap, place, child);
      place = child;
    }
    rise(heap, 0, place);
  }
}
