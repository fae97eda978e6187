package pythonic.concurrent.futures;

import static pythonic.builtins.Builtins.with;
import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.name;
import static pythonic.builtins.Keywords.target;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.BaseException;
import pythonic.builtins.RuntimeError;
import pythonic.internal.calls.Call;
import pythonic.internal.lifecycle.Lifecycle;
import pythonic.queue.Empty;
import pythonic.queue.SimpleQueue;
import pythonic.threading.Lock;
import pythonic.threading.Thread;

/**
 * The threads of an executor and the queue of what they are to do. They are daemons, so that an executor which nobody
 * shuts down does not keep the JVM alive; instead the JVM's end waits until they have done what was submitted.
 */
final class ThreadWorkers {

  private static final System.Logger LOGGER = System.getLogger("concurrent.futures");

  private final int limit;
  private final String prefix;
  private final @Nullable Call initializer;

  /** What is to be done, in order; null asks the thread that takes it to end, and to pass it on. */
  private final SimpleQueue<@Nullable WorkItem<?>> queue = new SimpleQueue<>();

  /**
   * How many calls were submitted and are not done. A thread is started when there are more of them than threads, so
   * a call never waits for a busy thread while another may be started.
   */
  private final AtomicInteger unfinished = new AtomicInteger();

  /** Held to change the five fields below, and to submit, so that nothing is submitted after a shutdown. */
  private final Lock lock = new Lock();

  private final List<Thread> threads = new ArrayList<>();
  private int alive;
  private boolean shutdown;
  private @Nullable String broken;
  private Lifecycle.@Nullable Registration exit;

  ThreadWorkers(int limit, String prefix, @Nullable Call initializer) {
    this.limit = limit;
    this.prefix = prefix;
    this.initializer = initializer;
  }

  void submit(WorkItem<?> item) {
    try (var _ = with(lock)) {
      if (broken != null) {
        throw new BrokenThreadPool(broken);
      }
      if (shutdown) {
        throw new RuntimeError("cannot schedule new futures after shutdown");
      }
      if (Lifecycle.isExiting()) {
        throw new RuntimeError("cannot schedule new futures after interpreter shutdown");
      }
      if (exit == null) {
        exit = Lifecycle.beforeExit(this::finish);
      }
      queue.put(item);
      if (unfinished.incrementAndGet() > threads.size() && threads.size() < limit) {
        startThread();
      }
    }
  }

  private void startThread() {
    var thread = new Thread(target(this::_worker), name(prefix + "_" + threads.size()), daemon(true));
    threads.add(thread);
    alive++;
    thread.start();
  }

  private void _worker() {
    try {
      work();
    } finally {
      try (var _ = with(lock)) {
        alive--;
        forgetWhenDone();
      }
    }
  }

  /** The program's end has nothing to wait for once no thread is left and none can come. The lock is held. */
  private void forgetWhenDone() {
    if (shutdown && alive == 0 && exit != null) {
      exit.cancel();
    }
  }

  private void work() {
    if (initializer != null) {
      try {
        initializer.run();
      } catch (Throwable e) { // user code: whatever it is, this executor is of no more use
        LOGGER.log(System.Logger.Level.ERROR, "Exception in initializer:", e);
        breakDown();
        return;
      }
    }
    for (WorkItem<?> item = queue.get(); item != null; item = queue.get()) {
      try {
        item.run();
      } catch (BaseException e) { // out of a callback, which may raise any but an Exception
        LOGGER.log(System.Logger.Level.ERROR, "Exception in worker", e);
      } finally {
        unfinished.decrementAndGet();
      }
    }
    queue.put(null);
  }

  private void breakDown() {
    try (var _ = with(lock)) {
      broken = "A thread initializer failed, the thread pool is not usable anymore";
      for (WorkItem<?> item = poll(); item != null; item = poll()) {
        if (item.future().set_running_or_notify_cancel()) {
          item.future().set_exception(new BrokenThreadPool(broken));
        }
      }
    }
  }

  private @Nullable WorkItem<?> poll() {
    try {
      return queue.get_nowait();
    } catch (Empty e) {
      return null;
    }
  }

  void shutdown(boolean cancelFutures) {
    try (var _ = with(lock)) {
      shutdown = true;
      if (cancelFutures) {
        for (WorkItem<?> item = poll(); item != null; item = poll()) {
          item.future().cancel();
        }
      }
      queue.put(null);
      forgetWhenDone();
    }
  }

  /** Waits until the threads have ended, after {@link #shutdown}. */
  void join() {
    for (Thread thread : List.copyOf(threads)) {
      thread.join();
    }
  }

  private void finish() {
    shutdown(false);
    join();
  }
}
