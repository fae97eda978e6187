package pythonic.internal.pool;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A task in a pool. It waits, is sent or begun, and is done, with exactly one outcome: whoever would give it a second
 * finds it done.
 */
public abstract class Task {

  /** The worker has not been seen yet. */
  static final int NOBODY = -1;

  private final Work work;

  /** What a process gets, null in a pool of threads, and when it is no longer needed. Guarded by the pool's mutex. */
  byte @Nullable [] encoded;

  /** The number of the file with these bytes, 0 if there is none. */
  long file;

  /** What is done when the bytes are of no more use, once or more often. */
  private @Nullable Runnable whenOver;

  /** Its number on the board; the worker that has it, as far as the board may have forgotten it. Guarded by the mutex. */
  long number = -1;

  int worker = NOBODY;

  /** How many workers it has cost. Guarded by the mutex. */
  int deaths;

  /** The pool was terminated while it was performed, and counts it no more. Guarded by the mutex. */
  boolean dropped;

  /** The thread that performs it was interrupted by whoever gives it its outcome. Written with the mutex held. */
  volatile boolean aborted;

  private final AtomicBoolean done = new AtomicBoolean();

  /** A task that is to be submitted. */
  protected Task(Work work) {
    this.work = work;
  }

  public final Work work() {
    return work;
  }

  /** {@return whether it has its outcome} */
  public final boolean isDone() {
    return done.get();
  }

  /** Gives the task up, whether a worker has begun it or not, and ends that one. {@return whether it had no outcome} */
  public final boolean cancel(Engine engine, Throwable error) {
    // Between the two a worker may have begun it, or have died over it so that it waits again.
    return (engine.withdraw(this) || engine.abort(this) || engine.withdraw(this)) && finish(null, error);
  }

  /** Before it is submitted: says what is to be done when its bytes are of no more use, once or more often. */
  final void whenOver(Runnable action) {
    whenOver = action;
  }

  /** Its bytes are of no more use. */
  final void over() {
    if (whenOver != null) {
      whenOver.run();
    }
  }

  /** Gives the task its outcome. {@return whether it had none} */
  final boolean finish(@Nullable Object value, @Nullable Throwable error) {
    if (!done.compareAndSet(false, true)) {
      return false;
    }
    over();
    if (error == null) {
      succeed(value);
    } else {
      fail(error);
    }
    return true;
  }

  /** {@return whether no code of the program runs in the thread that gives it a result} */
  protected boolean isQuiet() {
    return false;
  }

  /** {@return where it was submitted, null if that is not known} */
  protected StackTraceElement @Nullable [] submitted() {
    return null;
  }

  /** The task has a result. Called once, or {@link #fail}; must not wait nor raise. */
  protected abstract void succeed(@Nullable Object value);

  /** The task has failed. */
  protected abstract void fail(Throwable error);
}
