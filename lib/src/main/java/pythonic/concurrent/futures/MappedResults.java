package pythonic.concurrent.futures;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Generator;
import pythonic.builtins.StopIteration;
import pythonic.internal.waiting.Deadline;

/** The generator that an executor's {@code map} returns: the results in the order of the arguments. */
final class MappedResults<R extends @Nullable Object> implements Generator<R> {

  private final MappedCalls<R> calls;

  private final Deadline deadline;
  private boolean exhausted;

  /** What was submitted and not asked for. It is empty only when no arguments are left either. */
  private final Deque<Future<R>> futures = new ArrayDeque<>();

  /** Submits the first calls, so many at most. */
  MappedResults(MappedCalls<R> calls, Deadline deadline, int limit) {
    this.calls = calls;
    this.deadline = deadline;
    for (int i = 0; i < limit && submitNext(); i++) {}
  }

  /** {@return false if there are no more arguments} */
  private boolean submitNext() {
    Future<R> next = exhausted ? null : calls.next();
    if (next == null) {
      exhausted = true;
      return false;
    }
    futures.add(next);
    return true;
  }

  @Override
  public boolean hasNext() {
    return !futures.isEmpty();
  }

  @Override
  public R next() {
    if (futures.isEmpty()) {
      throw new StopIteration();
    }
    try {
      submitNext();
      R result = futures.getFirst().result(deadline);
      futures.removeFirst();
      return result;
    } catch (Throwable e) { // whatever the call raised: a generator that has raised is at its end
      close();
      throw e;
    }
  }

  @Override
  public void close() {
    exhausted = true;
    calls.close();
    for (Future<R> future : futures) {
      future.cancel();
      future.dismissFailure(); // given up on purpose
    }
    futures.clear();
  }
}
