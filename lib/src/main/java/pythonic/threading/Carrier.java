package pythonic.threading;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.functions.Runner;
import pythonic.internal.lifecycle.OtherThreads;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.OneShot;
import pythonic.internal.waiting.ThreadEnd;

/** The Java thread that a {@link Thread} runs on, from before its start until after its end. */
final class Carrier {

  private final boolean virtual;

  /** What the thread runs in, null for the empty context that a Java thread begins with. */
  private final @Nullable Runner context;

  private final AtomicBoolean claimed;
  private final OneShot nativeIdKnown = new OneShot();

  /** Happens last of all that is done on a thread of the library's; null for a thread that Java started. */
  private final @Nullable OneShot ended;

  /** Null until the start. Both the starter and the thread itself write it, the same value, so that both find it. */
  private volatile java.lang.@Nullable Thread running;

  /** Written before {@link #nativeIdKnown} happens and read after it. */
  private long nativeId;

  /** For a thread that is still to be started. */
  Carrier(boolean virtual, @Nullable Runner context) {
    this.virtual = virtual;
    this.context = context;
    claimed = new AtomicBoolean();
    ended = new OneShot();
  }

  /** For a Java thread that runs already. */
  Carrier(java.lang.Thread running) {
    virtual = running.isVirtual();
    context = null;
    claimed = new AtomicBoolean(true);
    ended = null;
    this.running = running;
    // Only the thread itself can ask the system for its number.
    nativeId = running.equals(java.lang.Thread.currentThread()) ? NativeId.ofCurrentThread() : NativeId.UNKNOWN;
    nativeIdKnown.happen();
  }

  void start(Thread thread) {
    if (!claimed.compareAndSet(false, true)) {
      throw new RuntimeError("threads can only be started once");
    }
    long key = Registry.nextKey();
    String name = thread.name();
    java.lang.Thread created = builder(thread, name).unstarted(() -> live(thread, key, name));
    Registry.add(key, thread);
    try {
      if (virtual && !thread.daemon()) {
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

  private java.lang.Thread.Builder builder(Thread thread, String name) {
    if (virtual) {
      return java.lang.Thread.ofVirtual().name(name);
    }
    return java.lang.Thread.ofPlatform()
        .name(name)
        .daemon(thread.daemon())
        .stackSize(Threading.stack_size());
  }

  private void live(Thread thread, long key, String name) {
    try {
      begin(thread, name);
      if (context == null) {
        thread.run();
      } else {
        context.run(thread::run);
      }
    } catch (Throwable e) { // whatever user code throws, errors too, is for the hook
      ExceptHook.handle(e, thread);
    } finally {
      LocalValues.end();
      Registry.remove(key);
      if (ended != null) {
        ended.happen();
      }
    }
  }

  private void begin(Thread thread, String first) {
    java.lang.Thread current = java.lang.Thread.currentThread();
    running = current;
    Registry.bind(thread);
    nativeId = NativeId.ofCurrentThread();
    nativeIdKnown.happen();
    // Read after that: who renames the thread either finds the number, or has set the name that is read here.
    String name = thread.name();
    if (!name.equals(first)) {
      current.setName(name);
    }
    if (!OsName.isSetByJava(name)) {
      tellSystem(thread);
    }
  }

  private void tellSystem(Thread thread) {
    if (nativeId != NativeId.UNKNOWN) {
      OsName.set(nativeId, thread);
    }
  }

  /** {@return whether it was started, or is about to be} */
  boolean isClaimed() {
    return claimed.get();
  }

  boolean isVirtual() {
    return virtual;
  }

  java.lang.@Nullable Thread running() {
    return running;
  }

  boolean isAlive() {
    java.lang.Thread thread = running;
    return thread != null && (ended == null ? thread.isAlive() : !ended.hasHappened());
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
      Deadline.nanos(Math.max(timeout, 0)); // refuses NaN, which a deadline takes for 0
    }
    Deadline deadline = Deadline.afterOrNever(timeout);
    if (ended == null) {
      ThreadEnd.await(thread, deadline);
    } else if (virtual) {
      ended.await(deadline);
    } else {
      // A look would take the processor from a thread that the system is about to start: measured to lose.
      ended.awaitParked(deadline);
    }
  }

  void interrupt() {
    java.lang.Thread thread = running;
    if (thread != null) {
      thread.interrupt();
    }
  }

  /** Tells Java and the system the thread's name. One that has not begun reads it when it does. */
  void rename(Thread thread) {
    java.lang.Thread java = running;
    if (java != null) {
      java.setName(thread.name());
      // The system may give the number of a thread that ends just now to another one: not soon, it counts up.
      if (isAlive() && nativeIdKnown.hasHappened()) {
        tellSystem(thread);
      }
    }
  }

  @Nullable Long ident() {
    java.lang.Thread thread = running;
    return thread == null ? null : thread.threadId();
  }

  @Nullable Long nativeId() {
    java.lang.Thread thread = running;
    if (thread == null) {
      return null;
    }
    nativeIdKnown.awaitUninterruptibly(); // to find it is the first thing that the thread does
    // One that was first asked for by another thread finds its number when it asks itself.
    boolean own = nativeId == NativeId.UNKNOWN && thread.equals(java.lang.Thread.currentThread());
    return NativeId.orJavas(own ? NativeId.ofCurrentThread() : nativeId, thread);
  }

  /** {@return the state in Python's words} */
  String state() {
    return running == null ? "initial" : isAlive() ? "started" : "stopped";
  }
}
