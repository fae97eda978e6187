package pythonic.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.internal.values.Ordering;

/** The items of a queue in the order in which they would be got, looked at and removed with the queue's mutex held. */
final class QueueItems<T extends @Nullable Object> {

  private final Queue<T> queue;

  QueueItems(Queue<T> queue) {
    this.queue = queue;
  }

  /** {@return the items as they would be got; the mutex is held} */
  private List<T> inOrder() {
    List<T> items = queue.queue();
    return switch (queue) {
      case LifoQueue<T> _ -> items.reversed();
      case PriorityQueue<T> _ -> items.stream().sorted(QueueItems::compare).toList();
      default -> items;
    };
  }

  private static int compare(@Nullable Object left, @Nullable Object right) {
    return Ordering.less(left, right) ? -1 : Ordering.less(right, left) ? 1 : 0;
  }

  private boolean remove(List<T> items, int index) {
    if (index < 0) {
      return false;
    }
    var left = new ArrayList<>(items);
    left.remove(index);
    return replace(left);
  }

  /** Keeps only these items, given as they would be got: in a heap too, as a sorted list is one. */
  private boolean replace(List<T> kept) {
    List<T> items = queue.queue();
    int removed = items.size() - kept.size();
    items.clear();
    items.addAll(queue instanceof LifoQueue ? kept.reversed() : kept);
    queue.not_full().notify_(removed);
    return removed > 0;
  }

  /** {@return the item that would be got next, null if there is none} */
  @Nullable T first() {
    return locked(
        items -> {
          if (items.isEmpty()) {
            return null;
          }
          return queue instanceof LifoQueue ? items.getLast() : items.getFirst();
        });
  }

  boolean contains(Object wanted) {
    return locked(items -> items.contains(wanted));
  }

  /** {@return a copy of the items, in order} */
  List<T> copy() {
    return locked(_ -> new ArrayList<>(inOrder()));
  }

  /** Removes the first item that is equal. */
  boolean remove(Object unwanted) {
    return locked(
        _ -> {
          List<T> items = inOrder();
          return remove(items, items.indexOf(unwanted));
        });
  }

  /** Removes the items of a set. */
  boolean removeAll(Set<T> unwanted) {
    return locked(_ -> replace(inOrder().stream().filter(item -> !unwanted.contains(item)).toList()));
  }

  /** Removes this very item, and not one that is equal, if it is still there: it likely has this index. */
  @SuppressWarnings("ReferenceEquality")
  void removeThis(T item, int likely) {
    locked(
        _ -> {
          List<T> items = inOrder();
          int index = likely < items.size() && items.get(likely) == item ? likely : 0;
          while (index < items.size() && items.get(index) != item) {
            index++;
          }
          return remove(items, index < items.size() ? index : -1);
        });
  }

  private interface Look<T extends @Nullable Object, R extends @Nullable Object> {
    R at(List<T> items);
  }

  private <R extends @Nullable Object> R locked(Look<T, R> look) {
    uninterruptibly(() -> queue.mutex().acquire());
    try {
      return look.at(queue.queue());
    } finally {
      queue.mutex().release();
    }
  }

  /** A call that Java's contract does not let an interrupt end: what was interrupted has done nothing, so it is done again. */
  static <R extends @Nullable Object> R uninterruptibly(Supplier<R> call) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return call.get();
        } catch (KeyboardInterrupt e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
