package pythonic.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.TimeoutError;
import pythonic.concurrent.futures.CancelledError;
import pythonic.concurrent.futures.Future;
import pythonic.concurrent.futures.InvalidStateError;

/** Each future gets one result or is cancelled, all learn the same, and each callback is called once. */
@NullUnmarked
final class FutureSoak extends Soak {

  private static final int FUTURES = 8;

  /** A future and how often a result was accepted. */
  private static final class Cell {
    final Future<Integer> future = new Future<>();
    final AtomicInteger accepted = new AtomicInteger();
  }

  private final AtomicReferenceArray<Cell> cells = new AtomicReferenceArray<>(FUTURES);
  private final LongAdder added = new LongAdder();
  private final LongAdder called = new LongAdder();
  private final ReentrantLock renewals = new ReentrantLock();
  private boolean closed; // guarded by renewals

  FutureSoak() {
    for (int i = 0; i < FUTURES; i++) {
      cells.set(i, new Cell());
    }
  }

  @Override
  boolean step(int number, SplittableRandom random) {
    int place = random.nextInt(FUTURES);
    Cell cell = cells.get(place);
    switch (random.nextInt(6)) {
      case 0 -> setResult(cell, number);
      case 1 -> check(!cell.future.cancel() || cell.future.cancelled(), "cancelled, and then not");
      case 2, 3 -> {
        added.increment();
        cell.future.add_done_callback(future -> {
          check(future.done(), "a callback of a future that is not done");
          called.increment();
        });
      }
      default -> await(cell, number, random);
    }
    if (cell.future.done()) {
      renewUnlessClosed(place, cell);
    }
    return !isStopping();
  }

  private static void setResult(Cell cell, int value) {
    try {
      cell.future.set_result(value);
      cell.accepted.incrementAndGet();
    } catch (InvalidStateError e) {
      check(cell.future.done(), "refused, and not done");
    }
  }

  private static void await(Cell cell, int number, SplittableRandom random) {
    Double timeout = timeout(number, random);
    try {
      int value = timeout == null ? cell.future.result() : cell.future.result(timeout);
      check(value == cell.future.result(0), "another result");
      check(cell.future.done() && !cell.future.cancelled(), "has a result, and is not done");
    } catch (CancelledError e) {
      check(cell.future.cancelled(), "cancelled, and not");
    } catch (TimeoutError e) {
      check(timeout != null, "a wait without a limit timed out");
    }
  }

  private void renewUnlessClosed(int place, Cell cell) {
    renewals.lock();
    try {
      if (!closed) {
        cells.compareAndSet(place, cell, new Cell());
      }
    } finally {
      renewals.unlock();
    }
    check(cell.accepted.get() <= 1 && !(cell.accepted.get() == 1 && cell.future.cancelled()), "settled more than once");
  }

  @Override
  void end() {
    renewals.lock();
    try {
      closed = true;
    } finally {
      renewals.unlock();
    }
    for (int i = 0; i < FUTURES; i++) {
      setResult(cells.get(i), i);
    }
  }

  @Override
  void verify() {
    assertThat(called.sum()).as("callbacks called").isEqualTo(added.sum());
  }
}
