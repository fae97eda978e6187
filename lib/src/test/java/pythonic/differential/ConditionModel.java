package pythonic.differential;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** A Condition, with a number of which {@code with_wait_for} waits that it grows. */
@NullUnmarked
final class ConditionModel extends LockModel {

  /** A thread that waits, how often it held the lock, and the number that it wants to see, 0 for any. */
  private record Waiter(int thread, int depth, int wanted) {}

  private final List<Waiter> waiters = new ArrayList<>();
  private int box;

  ConditionModel(boolean reentrant) {
    super(reentrant);
  }

  @Override
  void perform(int thread, Invocation call) {
    switch (call.name()) {
      case "wait" -> {
        if (isHeldFor(thread)) {
          await(thread, call.seconds(0), new Waiter(thread, 1, 0));
        }
      }
      case "notify" -> signal(thread, call.count(0, "n", 1));
      case "notify_all" -> signal(thread, Integer.MAX_VALUE);
      case "with_wait" -> {
        requireFree();
        await(thread, call.seconds(0), new Waiter(thread, 0, 0));
      }
      case "with_wait_for" -> {
        requireFree();
        int wanted = call.count(0, "wanted", 0);
        if (box < wanted) {
          await(thread, call.seconds(1), new Waiter(thread, 0, wanted));
        }
      }
      case "with_notify" -> {
        requireFree();
        wake(call.count(0, "n", 1));
        pass();
      }
      case "with_add" -> {
        requireFree();
        box += call.count(0, "more", 1);
        wake(Integer.MAX_VALUE);
        pass();
      }
      default -> super.perform(thread, call);
    }
  }

  private void requireFree() {
    if (!isFree()) {
      throw new Undetermined();
    }
  }

  private void await(int thread, Double timeout, Waiter waiter) {
    if (timeout != null) {
      if (isWanted()) {
        throw new Undetermined(); // somebody may take the lock while this thread has let it go
      }
      return;
    }
    int held = free();
    block(thread);
    waiters.add(new Waiter(thread, waiter.depth == 0 ? 0 : held, waiter.wanted));
    pass();
  }

  private void signal(int thread, int count) {
    if (isHeldFor(thread)) {
      wake(count);
    }
  }

  private void wake(int count) {
    int unhappy = 0;
    for (int left = Math.min(count, waiters.size()); left > 0; left--) {
      Waiter next = waiters.removeFirst();
      if (box < next.wanted) {
        unhappy++;
        disturb(next.thread);
        waiters.add(next); // it looks, and waits again, behind the others
      } else {
        contend(next.thread, next.depth);
      }
    }
    if (unhappy > 1 || (unhappy > 0 && (!isFree() || isWanted()))) {
      throw new Undetermined(); // when it is back in the line, and before or after whom
    }
  }
}
