package pythonic.jcstress.multiprocessing;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Objects of shared memory that are used again: each takes room there, and the harness makes very many states. */
final class Reused<T> {

  private final ConcurrentLinkedQueue<T> free = new ConcurrentLinkedQueue<>();
  private final Supplier<T> make;

  Reused(Supplier<T> make) {
    this.make = make;
  }

  T take() {
    T used = free.poll();
    return used == null ? make.get() : used;
  }

  void giveBack(T used) {
    free.add(used);
  }
}
