package pythonic.internal.pool;

import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.target;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.BaseException;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.TimeoutError;
import pythonic.builtins.functions.Procedure0;
import pythonic.internal.calls.Call;
import pythonic.internal.console.Console;
import pythonic.internal.text.Traceback;
import pythonic.internal.waiting.IdleThreads;
import pythonic.threading.Thread;
import pythonic.threading.Threading;

/**
 * A pool of worker threads. A task that waits for another one of its own pool, which has not begun, performs that itself:
 * so a pool whose tasks wait for each other does not hang.
 */
public final class ThreadEngine extends Engine {

  private final @Nullable Call initializer;
  private final Errors errors;
  private final PoolExtras extras;
  private final IdleThreads idle = new IdleThreads();
  private final List<Thread> threads = new ArrayList<>();

  /** What the threads perform, the innermost of each. */
  private final ConcurrentHashMap<Thread, Task> running = new ConcurrentHashMap<>();

  /** Set with the mutex held: no more tasks come. */
  private volatile boolean over;

  /** How many threads wait in the midst of a task, and perform others meanwhile. */
  private final AtomicInteger helping = new AtomicInteger();

  /** Threads whose initializer has failed. Guarded by the mutex. */
  private int failures;

  /** A pool whose threads are started at once. */
  @SuppressWarnings("serial") // the threads' target never travels
  public ThreadEngine(int size, @Nullable Call initializer, Errors errors, PoolExtras extras) {
    this.initializer = initializer;
    this.errors = errors;
    this.extras = extras;
    Procedure0 worker = this::worker;
    for (int i = 0; i < size; i++) {
      threads.add(new Thread(target(worker), daemon(true)));
    }
    begun(size, false);
    threads.forEach(Thread::start);
  }

  /** Named as Python's. */
  private void worker() {
    var extra = new ThreadExtras(extras, threads.indexOf(Threading.current_thread()));
    try {
      if (initialize(extra)) {
        for (Task task = take(); task != null; task = take()) {
          extra.begin();
          perform(task);
          extra.end(task);
        }
        extra.leave();
      }
    } finally {
      extra.ended();
      workersEnded(1);
    }
  }

  private boolean initialize(ThreadExtras extra) {
    try {
      if (initializer != null) {
        initializer.run();
      }
      extra.ready();
      return true;
    } catch (Throwable e) { // user code: whatever it is, this thread is of no use
      String name = Threading.current_thread().name();
      Console.write(System.err, "Exception in initializer of " + name + ":\n" + Traceback.format(e));
      boolean last;
      try (var _ = mutex.hold()) {
        last = ++failures == threads.size();
      }
      if (last) {
        breakDown(errors.lost("worker thread " + name + " ended, as its initializer failed").initCause(e));
      }
      return false;
    }
  }

  private @Nullable Task take() {
    while (true) {
      Task task = poll(null);
      if (task != null || over) {
        return task;
      }
      try {
        idle.await(() -> over || hasWaiting());
      } catch (KeyboardInterrupt e) {
        // It was meant for a task that is over.
      }
    }
  }

  private boolean hasWaiting() {
    try (var _ = mutex.hold()) {
      return !waiting.isEmpty();
    }
  }

  /** {@return a task to perform: this one if it still waits, or the first for null} */
  private @Nullable Task poll(@Nullable Task wanted) {
    try (var _ = mutex.hold()) {
      return wanted == null ? waiting.poll() : waiting.remove(wanted) ? wanted : null;
    }
  }

  private void perform(Task task) {
    Thread self = Threading.current_thread();
    Task outer = running.put(self, task);
    try {
      java.lang.Thread.interrupted(); // what was meant for another
      settle(task, self);
    } finally {
      if (leave(task, self, outer)) {
        finished(1);
      }
    }
  }

  /** {@return whether the task is still to be counted: one that was dropped is counted by whoever dropped it} */
  private boolean leave(Task task, Thread self, @Nullable Task outer) {
    try (var _ = mutex.hold()) {
      if (outer == null) {
        running.remove(self);
      } else {
        running.put(self, outer);
      }
      if (task.aborted) {
        java.lang.Thread.interrupted(); // nobody interrupts for it any more
      }
      return !task.dropped;
    }
  }

  private void settle(Task task, Thread self) {
    Object value = null;
    Throwable error = null;
    try {
      value = task.work().limit() == 0 ? task.work().run() : limited(task, self);
    } catch (BaseException e) { // in Python it would end the thread, and nobody would be told
      String text = "worker thread " + self.name() + " met " + Traceback.line(e) + " while it performed " + task.work().description();
      error = errors.lost(text).initCause(e);
    } catch (Throwable e) { // user code: whatever it is, it is the task's
      error = e;
    }
    if (!task.aborted) {
      task.finish(value, error);
    }
  }

  private @Nullable Object limited(Task task, Thread self) throws Exception {
    Runnable overdue = () -> {
      task.finish(null, new TimeoutError(Overtime.text(task.work(), "worker thread " + self.name())));
      interrupt(task);
    };
    try (var clock = new TimeLimit(overdue)) {
      return task.work().run(clock);
    }
  }

  @Override
  public boolean withdraw(Task task) {
    boolean waited = poll(task) != null;
    if (waited) {
      finished(1);
    }
    return waited;
  }

  @Override
  public boolean abort(Task task) {
    return !task.isDone() && interrupt(task);
  }

  private boolean interrupt(Task task) {
    try (var _ = mutex.hold()) {
      task.aborted |= running.containsValue(task); // first: the thread may go on at once
      running.entrySet().stream().filter(entry -> entry.getValue().equals(task)).forEach(entry -> entry.getKey().interrupt());
      return task.aborted;
    }
  }

  @Override
  public void help(Collection<? extends Task> tasks, BooleanSupplier done) {
    super.help(tasks, done);
    if (!running.containsKey(Threading.current_thread())) {
      return;
    }
    for (Task wanted : tasks) {
      Task mine = done.getAsBoolean() ? null : poll(wanted);
      if (mine != null) {
        perform(mine);
      }
    }
    if (tasks.isEmpty()) {
      helping.incrementAndGet();
      try {
        performUntil(done);
      } finally {
        helping.decrementAndGet();
      }
    }
  }

  /** What is waited for may be submitted later, by a thread that goes through an iterable. */
  private void performUntil(BooleanSupplier done) {
    while (!done.getAsBoolean() && !over) {
      Task next = poll(null);
      if (next != null) {
        perform(next);
      } else {
        idle.await(() -> done.getAsBoolean() || over || hasWaiting());
      }
    }
  }

  @Override
  public void poke() {
    super.poke();
    if (helping.get() > 0) { // who helps is counted first and looks second
      idle.wakeAll();
    }
  }

  @Override
  void pump() {
    for (int i = 0; i < Math.min(waiting.size(), threads.size()); i++) {
      idle.wake();
    }
  }

  @Override
  void noMore() {
    over = true;
    idle.wakeAll();
  }

  /** Interrupts what the threads do; a thread that does not wait goes on until it does, or has ended. */
  @Override
  public void killWorkers() {
    running.keySet().forEach(Thread::interrupt);
  }

  @Override
  List<Task> takeSent() {
    var left = new ArrayList<Task>();
    if (state() == State.TERMINATE) {
      for (Task task : running.values()) {
        if (!task.dropped) {
          task.dropped = true;
          left.add(task);
        }
      }
    }
    return left;
  }

  @Override
  public int size() {
    return threads.size();
  }

  @Override
  void prepare(Task task) {} // nothing travels

  @Override
  Throwable terminated(Task task) {
    return errors.terminated("the pool was terminated before it had performed " + task.work().description());
  }

  @Override
  public boolean endsAtOnce() {
    return false;
  }

  @Override
  void allEnded() {}
}
