package pythonic.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Strand;

/**
 * Helper threads of tests. A helper's error does not stay in the helper: joining it raises it in the test. Nothing
 * here waits without a bound.
 */
@NullUnmarked
public final class Threads {

  /** Long enough for any machine: reached only by a test that fails. */
  public static final Duration BOUND = Duration.ofSeconds(30);

  private Threads() {}

  /** What a helper does; it may throw. */
  @FunctionalInterface
  public interface Task<T> {
    T run() throws Throwable;
  }

  /** What a helper does that has no value; it may throw. */
  @FunctionalInterface
  public interface Action {
    void run() throws Throwable;
  }

  /** Starts a daemon thread with a task whose value {@link Helper#join} gives. */
  public static <T> Helper<T> start(Task<T> task) {
    var helper = new Helper<>(task);
    helper.begin.run();
    return helper;
  }

  /** Starts a daemon thread with a task that has no value. */
  public static Helper<Void> run(Action action) {
    return start(
        () -> {
          action.run();
          return null;
        });
  }

  /** Starts a task and returns when its thread is parked, that is, blocked in a call that waits. */
  public static <T> Helper<T> startAndAwaitParked(Task<T> task) {
    Helper<T> helper = start(task);
    helper.awaitParked();
    return helper;
  }

  /** What it is for a thread to wait, where that is not to be parked; null where it is. */
  private static volatile @Nullable Predicate<Thread> waiting;

  /** Says what it is for a thread to wait, for calls that wait elsewhere; null for the usual: that it is parked. */
  public static void waitingMeans(@Nullable Predicate<Thread> predicate) {
    waiting = predicate;
  }

  /** Returns when a thread waits, with or without a time-out. */
  public static void awaitParked(Thread thread) {
    Predicate<Thread> special = waiting;
    await(thread + " parked", () -> switch (thread.getState()) {
      case TERMINATED -> throw new AssertionError(thread + " ended and did not wait");
      case WAITING, TIMED_WAITING -> special == null || special.test(thread);
      default -> special != null && special.test(thread);
    });
  }

  /** Returns when a condition has become true. */
  public static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + BOUND.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("not within " + BOUND + ": " + what);
      }
      LockSupport.parkNanos(100_000);
    }
  }

  /** A thread that has been started, and the outcome of its task. */
  public static final class Helper<T> {

    private final Thread thread;
    private final Runnable begin;
    private T value; // written by the thread, read after its end
    private @Nullable Throwable error;

    private Helper(Task<T> task) {
      Strand strand = Strand.current();
      Runnable body = () -> {
        try {
          if (strand != null) {
            Strand.enter(); // the helpers of a test that waits as greenlets do wait so, too
          }
          value = task.run();
        } catch (Throwable e) {
          error = e;
        }
      };
      if (strand != null && strand.hub().isParallel()) {
        Strand own = strand.sibling(body); // of the same hub, where all run at once
        thread = own.thread();
        begin = own::give;
      } else {
        thread = builder().name("helper").unstarted(body);
        begin = thread::start;
      }
    }

    /** A test that runs on a virtual thread has helpers that do. */
    private static Thread.Builder builder() {
      return Thread.currentThread().isVirtual() ? Thread.ofVirtual() : Thread.ofPlatform().daemon();
    }

    public Thread thread() {
      return thread;
    }

    public boolean isAlive() {
      return thread.isAlive();
    }

    public void interrupt() {
      thread.interrupt();
    }

    /** Returns when the thread waits. If it ends instead, what it threw is thrown here. */
    public Helper<T> awaitParked() {
      try {
        Threads.awaitParked(thread);
      } catch (AssertionError e) {
        if (!thread.isAlive()) {
          join();
        }
        throw e;
      }
      return this;
    }

    /** {@return the task's value} What the task threw is thrown here, with the place of this call added. */
    public T join() {
      Throwable thrown = joinError();
      if (thrown != null) {
        thrown.addSuppressed(new Throwable("joined here"));
        throw Threads.<RuntimeException>unchecked(thrown);
      }
      return value;
    }

    /** {@return what the task threw, null if nothing} */
    public @Nullable Throwable joinError() {
      try {
        if (!thread.join(BOUND)) {
          var stuck = new AssertionError("not ended within " + BOUND + ": " + thread);
          stuck.setStackTrace(thread.getStackTrace());
          throw stuck;
        }
      } catch (InterruptedException e) {
        throw new AssertionError("interrupted while joining " + thread, e);
      }
      return error;
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the cast is erased, and so is the check
  private static <X extends Throwable> X unchecked(Throwable error) throws X {
    throw (X) error;
  }
}
