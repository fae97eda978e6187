package pythonic.concurrent.futures;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Generator;
import pythonic.builtins.functions.Callable;
import pythonic.internal.calls.Call;
import pythonic.internal.waiting.Deadline;

/** The generator that an executor's {@code map} returns: the results in the order of the arguments. */
final class MappedResults<R extends @Nullable Object> implements Generator<R> {

  private final SubmitCalls executor;
  private final Callable function;
  private final List<Iterator<?>> arguments;
  private final Deadline deadline;
  private boolean exhausted;

  /** What was submitted and not asked for. It is empty only when no arguments are left either. */
  private final Deque<Future<R>> futures = new ArrayDeque<>();

  /** Submits the first calls, so many at most. */
  MappedResults(SubmitCalls executor, Callable function, List<Iterator<?>> arguments, Deadline deadline, int limit) {
    this.executor = executor;
    this.function = function;
    this.arguments = arguments;
    this.deadline = deadline;
    for (int i = 0; i < limit && submitNext(); i++) {}
  }

  /** {@return false if the shortest of the iterables has no more arguments} */
  private boolean submitNext() {
    if (exhausted) {
      return false;
    }
    var row = new ArrayList<@Nullable Object>(arguments.size());
    for (Iterator<?> column : arguments) {
      if (!column.hasNext()) {
        exhausted = true;
        return false;
      }
      row.add(column.next());
    }
    futures.add(executor.submit(Call.of(function, row.toArray())));
    return true;
  }

  @Override
  public boolean hasNext() {
    return !futures.isEmpty();
  }

  @Override
  public R next() {
    if (futures.isEmpty()) {
      throw new NoSuchElementException();
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
    for (Future<R> future : futures) {
      future.cancel();
      future.dismissFailure(); // given up on purpose
    }
    futures.clear();
  }
}
