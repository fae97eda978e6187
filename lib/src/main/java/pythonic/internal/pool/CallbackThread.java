package pythonic.internal.pool;

import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.target;
import static pythonic.builtins.Keywords.timeout;

import java.util.ArrayDeque;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import pythonic.internal.console.Console;
import pythonic.internal.text.Traceback;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.IdleThreads;
import pythonic.internal.waiting.Mutex;
import pythonic.threading.Thread;
import pythonic.threading.Threading;

/** The thread on which a pool's callbacks are called, one after the other, as Python does. There is none before the first. */
public final class CallbackThread {

  private final Mutex mutex = new Mutex();
  private final ArrayDeque<Runnable> actions = new ArrayDeque<>();
  private final IdleThreads idle = new IdleThreads();
  private volatile @Nullable Thread thread;
  private volatile boolean finished;

  /** How many callbacks wait, one in the midst of the other. Written by the thread alone, before it looks at what it waits for. */
  private volatile int depth;

  CallbackThread() {}

  /** Has an action done after those before it. */
  public void run(Runnable action) {
    try (var _ = mutex.hold()) {
      actions.add(action);
      if (thread == null) {
        start();
      }
    }
    idle.wake();
  }

  @SuppressWarnings("serial") // never travels
  private void start() {
    var started = new Thread(target(this::_handle_results), daemon(true));
    started.start();
    thread = started;
  }

  private @Nullable Runnable poll() {
    try (var _ = mutex.hold()) {
      return actions.poll();
    }
  }

  private boolean hasWork() {
    try (var _ = mutex.hold()) {
      return finished || !actions.isEmpty();
    }
  }

  /** Named as Python's. */
  private void _handle_results() {
    while (true) {
      Runnable action = poll();
      if (action != null) {
        perform(action);
      } else if (finished) {
        return;
      } else {
        idle.await(this::hasWork);
      }
    }
  }

  /** A callback that fails is reported, and costs nothing else. */
  private static void perform(Runnable action) {
    try {
      action.run();
    } catch (Throwable e) { // user code: whatever it is, the other results must still arrive
      Console.write(System.err, "Exception in callback of a pool:\n" + Traceback.format(e));
    }
  }

  /** For a callback that waits: others, on which it may depend, are called in the midst of it. */
  void help(BooleanSupplier over) {
    if (!isCurrent()) {
      return;
    }
    int outer = depth;
    depth = outer + 1;
    try {
      while (!over.getAsBoolean()) {
        Runnable action = poll();
        if (action != null) {
          perform(action);
        } else {
          idle.await(() -> over.getAsBoolean() || hasWork());
        }
      }
    } finally {
      depth = outer;
    }
  }

  /** Something has happened that a callback may wait for. */
  public void poke() {
    if (depth > 0) {
      idle.wakeAll();
    }
  }

  /** {@return whether a callback is asking} */
  public boolean isCurrent() {
    Thread own = thread;
    return own != null && own.equals(Threading.current_thread());
  }

  /** No more actions come. */
  void finish() {
    finished = true;
    idle.wakeAll();
  }

  /** Waits until all was done, after {@link #finish}; not on the thread itself. {@return false if the deadline passed first} */
  boolean join(Deadline deadline) {
    Thread own;
    try (var _ = mutex.hold()) {
      own = thread;
    }
    if (own == null || own.equals(Threading.current_thread())) {
      return true;
    }
    own.join(timeout(deadline.remainingSeconds()));
    return !own.is_alive();
  }
}
