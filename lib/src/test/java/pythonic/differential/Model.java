package pythonic.differential;

import java.io.Serial;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is known of one object without asking it: which calls block, and which of them another call ends. It says nothing
 * about values; those are compared between the two sides.
 */
abstract class Model {

  private final SortedSet<Integer> blocked = new TreeSet<>();
  private final SortedSet<Integer> released = new TreeSet<>();
  private final SortedSet<Integer> again = new TreeSet<>();

  /** Thrown for a call whose outcome Python leaves open, as who of two is served first: such a call is not made. */
  static final class Undetermined extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    Undetermined() {
      super(null, null, false, false);
    }
  }

  /** {@return what a call by a thread that is not blocked does} */
  final Step apply(Operation operation) {
    int thread = operation.thread();
    if (blocked.contains(thread)) {
      throw new Undetermined();
    }
    released.clear();
    again.clear();
    perform(thread, operation.call());
    var others = new TreeSet<>(released);
    boolean blocks = blocked.contains(thread);
    others.remove(thread);
    if (blocks && thread == 0) {
      throw new Undetermined();
    }
    return new Step(operation, blocks, others, new TreeSet<>(again));
  }

  final SortedSet<Integer> blocked() {
    return blocked;
  }

  /** Changes the state as a call does; what the model does not know changes nothing. */
  abstract void perform(int thread, Invocation call);

  final void block(int thread) {
    blocked.add(thread);
  }

  /** Wakes a thread that finds nothing, and waits again. */
  final void disturb(int thread) {
    again.add(thread);
  }

  final void release(int thread) {
    blocked.remove(thread);
    released.add(thread);
  }
}
