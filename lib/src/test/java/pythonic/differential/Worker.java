package pythonic.differential;

import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import pythonic.testing.Threads;

/** A thread that makes one call after the other, and can be seen to be blocked in one. */
@NullUnmarked
final class Worker {

  private static final long GLANCE_NANOS = 10_000;

  /** Calls, and nothing at the end. */
  private final LinkedBlockingQueue<Optional<Supplier<String>>> inbox = new LinkedBlockingQueue<>();
  private final Semaphore done = new Semaphore(0);
  private final Thread thread;
  private volatile boolean entered;
  private volatile String outcome; // null while the call has not returned

  Worker() {
    thread = Thread.ofPlatform().daemon().name("differential").start(this::work);
  }

  private void work() {
    try {
      for (var call = inbox.take(); call.isPresent(); call = inbox.take()) {
        entered = true;
        outcome = call.get().get();
        done.release();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Forgets that the call was entered, until {@link #enter}. */
  void expectAgain() {
    entered = false;
  }

  /** Called by the thread: if it blocks from now on, this is what was waited for. */
  void enter() {
    entered = true;
  }

  void start(Supplier<String> call) {
    entered = false;
    outcome = null;
    inbox.add(Optional.of(call));
  }

  /** {@return the outcome of the call, null if it does not return} */
  String join() {
    try {
      return done.tryAcquire(Threads.BOUND.toSeconds(), TimeUnit.SECONDS) ? outcome : null;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until the call is blocked, or has returned. {@return whether it is blocked} */
  boolean isBlocked() {
    long end = System.nanoTime() + Threads.BOUND.toNanos();
    while (outcome == null && System.nanoTime() - end < 0) {
      if (entered && thread.getState() == Thread.State.WAITING) {
        return outcome == null;
      }
      LockSupport.parkNanos(GLANCE_NANOS);
    }
    return false;
  }

  void end() {
    inbox.add(Optional.empty());
  }
}
