package pythonic.threading;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.RuntimeError;
import pythonic.internal.lifecycle.OtherThreads;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.OneShot;
import pythonic.internal.waiting.ThreadEnd;

/** The Java thread that a {@link Thread} runs on, from before its start until after its end. */
final class Carrier {

  private final AtomicBoolean claimed;
  private final OneShot nativeIdKnown = new OneShot();

  /** Null until the start. Both the starter and the thread itself write it, the same value, so that both find it. */
  private volatile java.lang.@Nullable Thread running;

  /** Written before {@link #nativeIdKnown} happens and read after it. */
  private long nativeId;

  /** For a thread that is still to be started. */
  Carrier() {
    claimed = new AtomicBoolean();
  }

  /** For a Java thread that runs already. */
  Carrier(java.lang.Thread running) {
    claimed = new AtomicBoolean(true);
    this.running = running;
    // Only the thread itself can ask the system for its number.
    nativeId = running.equals(java.lang.Thread.currentThread()) ? NativeId.ofCurrentThread() : running.threadId();
    nativeIdKnown.happen();
  }

  void start(Thread thread) {
    if (!claimed.compareAndSet(false, true)) {
      throw new RuntimeError("threads can only be started once");
    }
    long key = Registry.nextKey();
    java.lang.Thread created = builder(thread).unstarted(() -> live(thread, key));
    Registry.add(key, thread);
    try {
      if (thread.is_virtual() && !thread.daemon()) {
        OtherThreads.waitForVirtual(Registry::virtual);
      }
      created.start();
    } catch (OutOfMemoryError e) {
      Registry.remove(key);
      claimed.set(false);
      throw (RuntimeError) new RuntimeError("can't start new thread").initCause(e);
    }
    running = created;
  }

  private static java.lang.Thread.Builder builder(Thread thread) {
    if (thread.is_virtual()) {
      return java.lang.Thread.ofVirtual().name(thread.name());
    }
    return java.lang.Thread.ofPlatform()
        .name(thread.name())
        .daemon(thread.daemon())
        .stackSize(Threading.stack_size());
  }

  private void live(Thread thread, long key) {
    try {
      running = java.lang.Thread.currentThread();
      Registry.bind(thread);
      nativeId = NativeId.ofCurrentThread();
      nativeIdKnown.happen();
      thread.run();
    } catch (Throwable e) { // whatever user code throws, errors too, is for the hook
      ExceptHook.handle(e, thread);
    } finally {
      LocalValues.end();
      Registry.remove(key);
    }
  }

  /** {@return whether it was started, or is about to be} */
  boolean isClaimed() {
    return claimed.get();
  }

  java.lang.@Nullable Thread running() {
    return running;
  }

  boolean isAlive() {
    java.lang.Thread thread = running;
    return thread != null && thread.isAlive();
  }

  /** {@return whether it is this Java thread} */
  boolean is(java.lang.Thread thread) {
    return thread.equals(running);
  }

  /** Waits for the end, at most so many seconds, null for no limit. */
  void join(@Nullable Double timeout) {
    java.lang.Thread thread = running;
    if (thread == null) {
      throw new RuntimeError("cannot join thread before it is started");
    }
    if (thread.equals(java.lang.Thread.currentThread())) {
      throw new RuntimeError("cannot join current thread");
    }
    if (timeout != null) {
      Deadline.nanos(timeout); // refuses NaN, which a deadline takes for 0
    }
    ThreadEnd.await(thread, Deadline.afterOrNever(timeout));
  }

  void interrupt() {
    java.lang.Thread thread = running;
    if (thread != null) {
      thread.interrupt();
    }
  }

  void rename(String name) {
    java.lang.Thread thread = running;
    if (thread != null) {
      thread.setName(name);
    }
  }

  @Nullable Long ident() {
    java.lang.Thread thread = running;
    return thread == null ? null : thread.threadId();
  }

  @Nullable Long nativeId() {
    if (running == null) {
      return null;
    }
    nativeIdKnown.awaitUninterruptibly(); // to find it is the first thing that the thread does
    return nativeId;
  }

  /** {@return the state in Python's words} */
  String state() {
    return running == null ? "initial" : isAlive() ? "started" : "stopped";
  }
}
