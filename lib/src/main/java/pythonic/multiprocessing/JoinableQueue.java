package pythonic.multiprocessing;

import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Maxsize;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.sharedmemory.Handle;
import pythonic.internal.sharedmemory.SharedMessages;
import pythonic.internal.waiting.Deadline;

/**
 * A queue between processes that knows how many of its items are not done. An item that a process took and did not
 * live to call {@link #task_done} for stays unfinished.
 *
 * @param <T> the type of the items
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.JoinableQueue">Python:
 *     multiprocessing.JoinableQueue</a>
 */
public final class JoinableQueue<T extends @Nullable Object> extends Queue<T> {

  @Serial private static final long serialVersionUID = 1L;

  /** Makes a queue without a bound. */
  public JoinableQueue() {}

  /**
   * Makes a queue.
   *
   * @param maxsize how many items it holds at most; 0 or less is no bound
   */
  public JoinableQueue(int maxsize) {
    super(maxsize);
  }

  /**
   * Makes a queue, as {@link #JoinableQueue(int)} does, by keyword.
   *
   * @param maxsize how many items it holds at most; 0 or less is no bound
   */
  public JoinableQueue(Maxsize maxsize) {
    super(maxsize);
  }

  private JoinableQueue(SharedMessages messages) {
    super(messages);
  }

  /**
   * Says that what was to be done with an item that {@link #get} gave has been done.
   *
   * @throws ValueError if it is called more often than items were put
   */
  public void task_done() {
    if (!messages.done()) {
      throw new ValueError("task_done() called too many times");
    }
  }

  /**
   * Waits until {@link #task_done} has been called for all items, or the queue was shut down at once.
   *
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public void join() {
    messages.awaitDone(Deadline.NEVER);
  }

  /**
   * Waits until {@link #task_done} has been called for all items, or the queue was shut down at once, or the time is
   * over. Not in Python.
   *
   * @param timeout the longest time to wait in seconds, 0 to look once
   * @return true if no task is unfinished, false if the time was over first
   * @throws ValueError if the time is negative
   * @throws pythonic.builtins.OverflowError if the call must wait and the time is more than 64 bits count
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public boolean join(double timeout) {
    if (timeout < 0) {
      throw new ValueError("'timeout' must be a non-negative number");
    }
    if (Double.isNaN(timeout)) {
      throw new ValueError("cannot convert float NaN to integer");
    }
    return messages.awaitDone(Deadline.lenient(timeout));
  }

  /**
   * Waits for the tasks, as {@link #join(double)} does. Not in Python.
   *
   * @param timeout the longest time to wait, None for no limit
   * @return true if no task is unfinished, false if the time was over first
   */
  public boolean join(Timeout timeout) {
    return timeout.seconds() == null ? messages.awaitDone(Deadline.NEVER) : join(timeout.seconds());
  }

  /** {@return how many items were put for which {@link #task_done} is still to be called} Not in Python. */
  public int unfinished_tasks() {
    return messages.unfinished();
  }

  @Serial
  @Override
  Object writeReplace() {
    return new Form(openToTravel("JoinableQueue"));
  }

  private record Form(Handle handle) implements Serializable {

    @Serial
    private Object readResolve() {
      return new JoinableQueue<>(SharedMessages.of(handle));
    }
  }
}
