package pythonic.multiprocessing.pool;

import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.target;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pythonic.internal.child.ChildJvm;
import pythonic.internal.waiting.Deadline;
import pythonic.multiprocessing.Process;
import pythonic.multiprocessing.ProcessError;
import pythonic.multiprocessing.WorkerLostError;
import pythonic.queue.Queue;
import pythonic.queue.ShutDown;
import pythonic.threading.Thread;

/**
 * One worker's place in a pool, served by a thread: it takes a task, has its worker perform it, and passes the
 * outcome on. A worker that has died, or has done all the tasks it may, is replaced before the next task.
 */
final class WorkerSlot {

  private final Queue<Task> tasks;
  private final Queue<Pool.Finished> results;
  private final Supplier<Process> workers;
  private final @Nullable Integer maxtasks;
  private final Runnable atEnd;
  private final Thread thread = new Thread(target(this::_handle_tasks), daemon(true));

  /** Both are used by the slot's thread alone, but for {@link #terminate}. */
  private volatile @Nullable Process worker;

  private volatile @Nullable ChildJvm jvm;
  private int done;

  /** Set before the worker is ended, so that the slot's thread knows why it ended. */
  private volatile boolean terminated;

  WorkerSlot(
      Queue<Task> tasks,
      Queue<Pool.Finished> results,
      Supplier<Process> workers,
      @Nullable Integer maxtasks,
      Runnable atEnd) {
    this.tasks = tasks;
    this.results = results;
    this.workers = workers;
    this.maxtasks = maxtasks;
    this.atEnd = atEnd;
  }

  /** Starts the first worker, in the caller's thread: an initializer that cannot travel is refused there. */
  void start() {
    replaceWorker();
    thread.start();
  }

  /** The thread's work, with Python's name for it. */
  private void _handle_tasks() {
    try {
      while (true) {
        Task task = tasks.get();
        results.put(new Pool.Finished(task, replyTo(task)));
      }
    } catch (ShutDown e) {
      retire();
    } finally {
      atEnd.run();
    }
  }

  /** {@return the worker's reply, or the error that stands for a reply that never came} */
  private Reply replyTo(Task task) {
    try {
      return perform(task);
    } catch (Throwable e) { // no worker could be started: whoever waits for the task must be told in any case
      jvm = null;
      return new Reply.None(e);
    }
  }

  private Reply perform(Task task) {
    if (terminated) {
      return new Reply.None(terminatedError(task));
    }
    ChildJvm own = jvm;
    if (own == null || own.exitCode() != null || (maxtasks != null && done >= maxtasks)) {
      retire();
      own = replaceWorker();
    }
    own.send(task.pickled());
    byte[] reply = own.receive();
    if (reply != null && reply[0] == Worker.READY) { // the first of a new worker
      reply = own.receive();
    }
    if (reply == null) {
      jvm = null;
      return new Reply.None(terminated ? terminatedError(task) : lostError(task, own));
    }
    done++;
    return new Reply.Bytes(reply);
  }

  private ChildJvm replaceWorker() {
    done = 0;
    Process next = workers.get();
    next.start();
    Long pid = next.pid();
    ChildJvm started = pid == null ? null : ChildJvm.of(pid);
    if (started == null) {
      throw new ProcessError("worker " + next.name() + " ended before it began");
    }
    worker = next;
    jvm = started;
    if (terminated) {
      next.terminate(); // terminate() may have looked before there was anything to end
    }
    return started;
  }

  /** Asks the worker to end, which it does when it has done what it was given, and waits for it. */
  private void retire() {
    ChildJvm own = jvm;
    if (own != null) {
      own.send(Worker.STOP);
      own.join(Deadline.NEVER);
    }
  }

  private static WorkerLostError lostError(Task task, ChildJvm worker) {
    worker.join(Deadline.NEVER);
    Integer code = worker.exitCode();
    String how = code == null ? "ended" : code < 0 ? "was ended by signal " + -code : "ended with exit code " + code;
    return new WorkerLostError("worker process " + worker.pid() + " " + how + " while it performed " + task.description());
  }

  private static ProcessError terminatedError(Task task) {
    return new ProcessError("the pool was terminated before it had performed " + task.description());
  }

  /** Ends the worker in the middle of whatever it does. */
  void terminate() {
    terminated = true;
    Process own = worker;
    if (own != null) {
      own.terminate();
    }
  }

  /** Waits until the slot and its worker have ended. */
  void join() {
    thread.join();
  }
}
