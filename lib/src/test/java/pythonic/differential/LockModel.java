package pythonic.differential;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** A Lock or an RLock. Who of several threads gets it is Python's secret, unless all give it back at once. */
@NullUnmarked
class LockModel extends Model {

  static final double LONGEST = 9223372036.0;

  /** A thread that waits for the lock, and how often it holds it when it goes on: 0 if it gives it back at once. */
  record Contender(int thread, int depth) {}

  private final boolean reentrant;
  private final List<Contender> contenders = new ArrayList<>();
  private int owner;
  private int depth;

  LockModel(boolean reentrant) {
    this.reentrant = reentrant;
  }

  @Override
  void perform(int thread, Invocation call) {
    switch (call.name()) {
      case "acquire" -> {
        if (isLegal(call)) {
          acquire(thread, waits(call), 1);
        }
      }
      case "release" -> giveBack(thread);
      case "with_pass" -> acquire(thread, true, 0);
      default -> {}
    }
  }

  private void giveBack(int thread) {
    if (isHeldFor(thread)) {
      depth--;
      pass();
    }
  }

  private static boolean isLegal(Invocation call) {
    boolean none = call.given(1, "timeout", -1) == null;
    double seconds = none ? Double.NaN : call.seconds(1) == null ? -1 : call.seconds(1);
    boolean blocking = call.is(0, "blocking", true);
    return seconds == -1 || (blocking && seconds >= 0 && seconds <= LONGEST);
  }

  private static boolean waits(Invocation call) {
    Double seconds = call.seconds(1);
    return call.is(0, "blocking", true) && (seconds == null || seconds == -1);
  }

  private void acquire(int thread, boolean waits, int levels) {
    if (depth == 0) {
      owner = thread;
      depth = levels;
    } else if (reentrant && owner == thread) {
      depth += levels;
    } else if (waits) {
      block(thread);
      contend(thread, levels);
    }
  }

  /** Joins those that want the lock. */
  final void contend(int thread, int levels) {
    contenders.add(new Contender(thread, levels));
    if (contenders.size() > 1 && contenders.stream().anyMatch(contender -> contender.depth > 0)) {
      throw new Undetermined();
    }
  }

  /** Gives a free lock to those that want it. */
  final void pass() {
    while (depth == 0 && !contenders.isEmpty()) {
      Contender next = contenders.removeFirst();
      owner = next.thread;
      depth = next.depth;
      release(next.thread);
    }
  }

  /** {@return whether a condition takes this thread for the holder} */
  final boolean isHeldFor(int thread) {
    return depth > 0 && (!reentrant || owner == thread);
  }

  final boolean isFree() {
    return depth == 0;
  }

  final boolean isWanted() {
    return !contenders.isEmpty();
  }

  /** Frees the lock whole. {@return how often it was held} */
  final int free() {
    int before = depth;
    depth = 0;
    return before;
  }
}
