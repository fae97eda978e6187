package pythonic.socketserver;

import java.util.ArrayDeque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.RuntimeError;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.waiting.Waiter;

/**
 * Who serves and how it is asked to end. A thread that is to wait shows its waiter first and looks whether there is still a
 * reason second; who has a reason to wake it makes that true first and looks for waiters second. So it is not missed. Several may
 * wait: each thread that calls {@code handle_request} or {@code process_request}.
 */
final class Serving {

  /** Guards {@link #thread}, {@link #isAsked} as a pair, and {@link #ended}. */
  private final Mutex change = new Mutex();

  private @Nullable Thread thread;
  private volatile boolean isAsked;

  /** Those who wait for the end. */
  private final ArrayDeque<Waiter> ended = new ArrayDeque<>();

  private final Set<Waiter> sleepers = ConcurrentHashMap.newKeySet();

  void begin() {
    try (var _ = change.hold()) {
      if (thread != null) {
        throw new RuntimeError("serve_forever() is running already");
      }
      thread = Thread.currentThread();
    }
  }

  void end() {
    try (var _ = change.hold()) {
      thread = null;
      isAsked = false;
      ended.forEach(Waiter::signal);
      ended.clear();
    }
  }

  boolean isAsked() {
    return isAsked;
  }

  @SuppressWarnings("ReferenceEquality") // the same thread is meant
  private boolean isServedByThisThread() {
    return thread == Thread.currentThread();
  }

  /** Asks the server to end, and waits until it has. If none serves now, the next ends at once. */
  void shutdown() {
    Waiter waiter = new Waiter();
    try (var _ = change.hold()) {
      if (isServedByThisThread()) {
        throw new RuntimeError("shutdown() was called by the thread that runs serve_forever(), which would wait for itself: "
            + "call it from another thread");
      }
      isAsked = true;
      if (thread == null) {
        return;
      }
      ended.add(waiter);
    }
    wake();
    try {
      waiter.await(Deadline.NEVER);
    } finally {
      try (var _ = change.hold()) {
        ended.remove(waiter);
      }
    }
  }

  /** Has all that sleep look again. */
  void wake() {
    sleepers.forEach(Waiter::signal);
  }

  /** Something that may wake a thread. {@link #begin} gives what takes it back. */
  interface Alarm {
    Runnable begin(Runnable wake);
  }

  /** What a thread waits for. */
  interface Reason {
    boolean isGone();
  }

  /** Sleeps until it is woken, the deadline is over or there is no reason to. */
  void sleep(Reason reason, Alarm alarm, Deadline deadline) {
    var waiter = new Waiter();
    sleepers.add(waiter);
    try {
      if (reason.isGone()) {
        return;
      }
      Runnable cancel = alarm.begin(waiter::signal);
      try {
        waiter.await(deadline);
      } finally {
        cancel.run();
      }
    } finally {
      sleepers.remove(waiter);
    }
  }
}
