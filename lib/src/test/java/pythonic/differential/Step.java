package pythonic.differential;

import static java.util.stream.Collectors.joining;

import java.util.SortedSet;

/**
 * An operation, and what it does to the threads as the model has it.
 *
 * @param blocks whether the call does not return now
 * @param released the threads whose blocked calls return now
 * @param again the threads whose blocked calls look at their predicate, and block again
 */
record Step(Operation operation, boolean blocks, SortedSet<Integer> released, SortedSet<Integer> again) {

  /** {@return the line that Python's interpreter reads, such as {@code T0 put('a') returns T2}} */
  @Override
  public String toString() {
    return operation + (blocks ? " blocks" : " returns") + names(released) + (again.isEmpty() ? "" : " again" + names(again));
  }

  private static String names(SortedSet<Integer> threads) {
    return threads.stream().map(thread -> " T" + thread).collect(joining());
  }
}
