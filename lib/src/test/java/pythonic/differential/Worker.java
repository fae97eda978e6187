package pythonic.differential;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import pythonic.testing.Threads;

/** A thread that makes one call after the other, and can be seen to be blocked in one. */
@NullUnmarked
final class Worker {

  private static final Supplier<String> END = () -> null;

  private final LinkedBlockingQueue<Supplier<String>> inbox = new LinkedBlockingQueue<>();
  private final Semaphore done = new Semaphore(0);
  private final Thread thread;
  private volatile boolean entered;
  private volatile String outcome; // null while the call has not returned

  Worker() {
    thread = Thread.ofPlatform().daemon().name("differential").start(this::work);
  }

  private void work() {
    try {
      while (true) {
        Supplier<String> call = inbox.take();
        if (call == END) {
          return;
        }
        entered = true;
        outcome = call.get();
        done.release();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  void start(Supplier<String> call) {
    entered = false;
    outcome = null;
    inbox.add(call);
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
      Thread.onSpinWait();
      Thread.yield();
    }
    return outcome == null;
  }

  void end() {
    inbox.add(END);
  }
}
