package pythonic.queue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ValueError;
import pythonic.internal.waiting.Sleepers;

/** A lane that knows how many of its items are not done: each put has a number, so it counts only what is done. */
final class TaskLane extends Lane {

  private static final VarHandle DONE;
  private static final VarHandle JOINERS;

  static {
    try {
      var lookup = MethodHandles.lookup();
      DONE = lookup.findVarHandle(TaskLane.class, "done", long.class);
      JOINERS = lookup.findVarHandle(TaskLane.class, "joiners", Sleepers.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** How many tasks are done, never more than were put; with the bit of a closed position when nobody counts here. */
  private volatile long done;

  private volatile @Nullable Sleepers joiners; // null until one waits

  TaskLane(long bound) {
    super(bound);
  }

  /**
   * Counts a task as done. {@return false if tasks are no longer counted here}
   *
   * @throws ValueError if all are done already
   */
  boolean taskDone() {
    while (true) {
      long before = done;
      if (before < 0) {
        return false;
      }
      if (before >= put()) {
        throw new ValueError("task_done() called too many times");
      }
      if (DONE.compareAndSet(this, before, before + 1)) {
        if (before + 1 == put()) {
          wakeJoiners();
        }
        return true;
      }
    }
  }

  /** {@return how many tasks are not done, -1 if they are no longer counted here} */
  int unfinished() {
    long before = done; // first: if the two are equal, there was a moment without a task
    return before < 0 ? -1 : (int) Math.min(put() - before, Integer.MAX_VALUE);
  }

  /** Waits until no task is unfinished or none is counted here. {@return false if the time was over first} */
  boolean awaitTasks(Patience patience) {
    if (joiners == null) {
      JOINERS.compareAndSet(this, null, new Sleepers());
    }
    Sleepers sleepers = Objects.requireNonNull(joiners);
    BooleanSupplier ready = () -> unfinished() <= 0;
    while (!ready.getAsBoolean()) {
      if (!patience.await(sleepers, ready, ready)) {
        return false;
      }
    }
    return true;
  }

  /** Counts no more tasks; no more are put either. {@return how many are not done} */
  int closeTasks() {
    int unfinished = (int) Math.min(put() - (long) DONE.getAndBitwiseOr(this, Segment.CLOSED), Integer.MAX_VALUE);
    wakeJoiners();
    return unfinished;
  }

  private void wakeJoiners() {
    Sleepers waiting = joiners;
    if (waiting != null) {
      waiting.wakeAll();
    }
  }
}
