package pythonic.testing;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import pythonic.gevent.Gevent;
import pythonic.gevent.Greenlet;
import pythonic.internal.waiting.Hub;
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

  /** The hub of the test that runs, if its helpers are greenlets of the same; null else. */
  private static volatile @Nullable Hub shared;

  /** Says that helpers that are started by threads of this hub are its greenlets. */
  static void helpersAreGreenletsOf(Hub hub) {
    shared = hub;
  }

  private static boolean takesTurns() {
    Strand current = Strand.current();
    return current != null && current.hub().equals(shared);
  }

  /** Waits for a latch; where helpers take turns with the caller, they go on meanwhile. */
  public static void await(CountDownLatch latch) throws InterruptedException {
    if (takesTurns()) {
      await("the latch", () -> latch.getCount() == 0);
    } else {
      latch.await();
    }
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
      if (takesTurns()) {
        Gevent.sleep(0);
      } else {
        LockSupport.parkNanos(100_000);
      }
    }
  }

  /** A thread that has been started, and the outcome of its task. */
  public static final class Helper<T> {

    private final @Nullable Thread thread;
    private final Runnable begin;
    private T value; // written by the thread, read after its end
    private @Nullable Throwable error;

    /** What runs the task if it takes turns with others, and where it does: known when it has begun. */
    private @Nullable Greenlet<?> greenlet;

    private volatile @Nullable Strand strand;

    private Helper(Task<T> task) {
      Strand current = Strand.current();
      Runnable body = () -> {
        try {
          if (current != null) {
            strand = Strand.enter(); // the helpers of a test that waits as greenlets do wait so, too
          }
          value = task.run();
        } catch (Throwable e) {
          error = e;
        }
      };
      if (takesTurns()) {
        thread = null;
        begin = () -> greenlet = Gevent.spawn(body::run);
      } else if (current != null && current.hub().isParallel()) {
        Strand own = current.sibling(body); // of the same hub, where all run at once
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
      if (thread == null) {
        Threads.await("the greenlet has begun", () -> strand != null);
        return strand.thread();
      }
      return thread;
    }

    public boolean isAlive() {
      return thread == null ? !greenlet.ready() : thread.isAlive();
    }

    public void interrupt() {
      thread().interrupt();
    }

    private boolean waits() {
      if (greenlet.ready()) {
        throw new AssertionError(greenlet + " ended and did not wait");
      }
      return strand != null && strand.waitsFor() != null;
    }

    /** Returns when the thread waits. If it ends instead, what it threw is thrown here. */
    public Helper<T> awaitParked() {
      try {
        if (thread == null) {
          Threads.await(greenlet + " waits", this::waits);
        } else {
          Threads.awaitParked(thread);
        }
      } catch (AssertionError e) {
        if (!isAlive()) {
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
      if (thread == null) {
        greenlet.join((double) BOUND.toSeconds());
        if (!greenlet.ready()) {
          throw new AssertionError("not ended within " + BOUND + ": " + greenlet);
        }
        return error;
      }
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
