package pythonic.queue;

import java.util.AbstractQueue;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.threading.Threading;

/**
 * A queue in the shape that Java gives it. Puts and gets are the queue's own; what looks at the items or takes one
 * from their midst is the part of {@link QueueItems}.
 */
final class BlockingQueueView<T extends @Nullable Object> extends AbstractQueue<T> implements BlockingQueue<T> {

  private final Queue<T> queue;
  private final QueueItems<T> items;

  BlockingQueueView(Queue<T> queue) {
    this.queue = queue;
    items = new QueueItems<>(queue);
  }

  @Override
  public void put(T item) throws InterruptedException {
    Objects.requireNonNull(item);
    try {
      queue.put(item);
    } catch (ShutDown e) {
      throw isShutDown(e);
    } catch (KeyboardInterrupt e) {
      throw interrupted(e);
    }
  }

  @Override
  public boolean offer(T item, long timeout, TimeUnit unit) throws InterruptedException {
    Objects.requireNonNull(item);
    try {
      queue.put(item, true, seconds(timeout, unit));
      return true;
    } catch (Full e) {
      return false;
    } catch (ShutDown e) {
      throw isShutDown(e);
    } catch (KeyboardInterrupt e) {
      throw interrupted(e);
    }
  }

  @Override
  public boolean offer(T item) {
    Objects.requireNonNull(item);
    return QueueItems.uninterruptibly(
        () -> {
          try {
            queue.put_nowait(item);
            return true;
          } catch (Full e) {
            return false;
          } catch (ShutDown e) {
            throw isShutDown(e);
          }
        });
  }

  @Override
  public T take() throws InterruptedException {
    try {
      return queue.get();
    } catch (ShutDown e) {
      throw isShutDown(e);
    } catch (KeyboardInterrupt e) {
      throw interrupted(e);
    }
  }

  @Override
  public @Nullable T poll(long timeout, TimeUnit unit) throws InterruptedException {
    try {
      return queue.get(true, seconds(timeout, unit));
    } catch (Empty | ShutDown e) {
      return null;
    } catch (KeyboardInterrupt e) {
      throw interrupted(e);
    }
  }

  @Override
  public @Nullable T poll() {
    return QueueItems.uninterruptibly(
        () -> {
          try {
            return queue.get_nowait();
          } catch (Empty | ShutDown e) {
            return null;
          }
        });
  }

  @Override
  public @Nullable T peek() {
    return items.first();
  }

  @Override
  public int drainTo(Collection<? super T> target) {
    return drainTo(target, Integer.MAX_VALUE);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // into itself, not into an equal collection
  public int drainTo(Collection<? super T> target, int most) {
    Objects.requireNonNull(target);
    if (target == this) {
      throw new IllegalArgumentException("a queue cannot be drained into itself");
    }
    int count = 0;
    for (T item; count < most && (item = poll()) != null; count++) {
      target.add(item);
    }
    return count;
  }

  @Override
  public int remainingCapacity() {
    return queue.maxsize() > 0 ? Math.max(0, queue.maxsize() - size()) : Integer.MAX_VALUE;
  }

  @Override
  public int size() {
    return QueueItems.uninterruptibly(queue::qsize);
  }

  @Override
  public boolean contains(@Nullable Object wanted) {
    return wanted != null && items.contains(wanted);
  }

  @Override
  public boolean remove(@Nullable Object unwanted) {
    return unwanted != null && items.remove(unwanted);
  }

  @Override
  public boolean removeAll(Collection<?> unwanted) {
    return removeIf(Objects.requireNonNull(unwanted)::contains);
  }

  @Override
  public boolean retainAll(Collection<?> wanted) {
    Objects.requireNonNull(wanted);
    return removeIf(item -> !wanted.contains(item));
  }

  /** The filter is not called with the mutex held, where it could not use the queue. */
  @Override
  public boolean removeIf(Predicate<? super T> filter) {
    Objects.requireNonNull(filter);
    Set<T> unwanted = Collections.newSetFromMap(new IdentityHashMap<>());
    forEach(item -> {
      if (filter.test(item)) {
        unwanted.add(item);
      }
    });
    return !unwanted.isEmpty() && items.removeAll(unwanted);
  }

  @Override
  public Iterator<T> iterator() {
    return new Copy(items.copy());
  }

  /** Goes over a copy; what it removes is removed from the queue if it is still there. */
  private final class Copy implements Iterator<T> {

    private final List<T> copy;
    private int next;
    private int removed;
    private boolean removable;

    Copy(List<T> copy) {
      this.copy = copy;
    }

    @Override
    public boolean hasNext() {
      return next < copy.size();
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      removable = true;
      return copy.get(next++);
    }

    @Override
    public void remove() {
      if (!removable) {
        throw new IllegalStateException();
      }
      removable = false;
      items.removeThis(copy.get(next - 1), next - 1 - removed);
      removed++;
    }
  }

  private static double seconds(long timeout, TimeUnit unit) {
    return Math.clamp(unit.toNanos(timeout) / 1e9, 0, Threading.TIMEOUT_MAX);
  }

  private static IllegalStateException isShutDown(ShutDown cause) {
    return new IllegalStateException("the queue is shut down", cause);
  }

  private static InterruptedException interrupted(KeyboardInterrupt cause) {
    return (InterruptedException) new InterruptedException().initCause(cause);
  }
}
