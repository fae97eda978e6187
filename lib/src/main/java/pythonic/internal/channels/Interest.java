package pythonic.internal.channels;

import java.util.ArrayList;
import java.util.List;
import pythonic.builtins.OSError;
import pythonic.builtins.ValueError;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Waiter;

/**
 * What somebody wants to do with one of several things.
 *
 * @param waitable the thing
 * @param uses a sum of {@link Waitable#READ} and {@link Waitable#WRITE}
 */
public record Interest(Waitable waitable, int uses) {

  /**
   * Waits until something can be done with one of several things at least.
   *
   * @return for each of them what can be done, 0 for all if the deadline passed first
   * @throws pythonic.builtins.OSError if one is closed, before or meanwhile
   * @throws pythonic.builtins.KeyboardInterrupt if the thread was interrupted first
   */
  public static int[] await(List<Interest> all, Deadline deadline) {
    var ready = new int[all.size()];
    while (true) {
      boolean found = false;
      for (int i = 0; i < ready.length; i++) {
        Interest one = all.get(i);
        ready[i] = one.waitable.ready(one.uses);
        found |= ready[i] != 0;
      }
      if (found || !awaitWord(all, deadline)) {
        return ready;
      }
    }
  }

  /** {@return false if the deadline passed before one of them told of itself} */
  private static boolean awaitWord(List<Interest> all, Deadline deadline) {
    if (deadline.hasPassed()) {
      return false;
    }
    var waiter = new Waiter();
    var cancels = new ArrayList<Runnable>(all.size());
    try {
      for (Interest one : all) {
        cancels.add(one.waitable.whenReady(one.uses, waiter::signal));
      }
      return waiter.await(deadline);
    } finally {
      cancels.forEach(Runnable::run);
    }
  }

  /** {@return what can be done, {@link Poller#CLOSED} if it is closed} */
  int ready() {
    try {
      return waitable.ready(uses);
    } catch (OSError | ValueError e) {
      return Poller.CLOSED;
    }
  }

  /** {@return what can be done when some operations are ready, as a SelectionKey has them} */
  int possible(int operations) {
    return possible(Waitable.READ, operations) | possible(Waitable.WRITE, operations);
  }

  private int possible(int use, int operations) {
    return (uses & use) != 0 && (waitable.operations(use) & operations) != 0 ? use : 0;
  }
}
