package pythonic.differential;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.NullUnmarked;

/** A Semaphore or a BoundedSemaphore: those that wait are served in the order in which they came. */
@NullUnmarked
final class SemaphoreModel extends Model {

  private record Waiter(int thread, boolean givesBack) {}

  private final int bound;
  private final Deque<Waiter> waiters = new ArrayDeque<>();
  private int value;

  SemaphoreModel(int value, boolean bounded) {
    this.value = value;
    bound = bounded ? value : Integer.MAX_VALUE;
  }

  @Override
  void perform(int thread, Invocation call) {
    switch (call.name()) {
      case "acquire" -> {
        boolean blocking = call.is(0, "blocking", true);
        Double seconds = call.seconds(1);
        if (blocking || seconds == null) {
          acquire(new Waiter(thread, false), blocking && seconds == null);
        }
      }
      case "with_pass" -> acquire(new Waiter(thread, true), true);
      case "release" -> {
        int n = call.count(0, "n", 1);
        if (n >= 1 && value + n <= bound) {
          value += n;
          serve();
        }
      }
      default -> {}
    }
  }

  private void acquire(Waiter waiter, boolean waits) {
    if (value > 0) {
      value -= waiter.givesBack ? 0 : 1;
    } else if (waits) {
      block(waiter.thread);
      waiters.add(waiter);
    }
  }

  private void serve() {
    while (value > 0 && !waiters.isEmpty()) {
      Waiter next = waiters.remove();
      value -= next.givesBack ? 0 : 1;
      release(next.thread);
    }
  }
}
