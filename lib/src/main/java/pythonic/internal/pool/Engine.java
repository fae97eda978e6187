package pythonic.internal.pool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import pythonic.internal.lifecycle.Lifecycle;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.waiting.OneShot;

/**
 * What all pools have in common: the tasks that wait, how many are not done, and the end. A pool runs, is closed, when
 * it takes no more tasks and does those it has, or is terminated, when it drops them.
 */
public abstract class Engine {

  /** How far a pool has got, with Python's names. */
  public enum State {
    RUN,
    CLOSE,
    TERMINATE
  }

  /** Held for moments only, deaf to interrupts. Guards what stands below, and the fields of tasks that say so. */
  final Mutex mutex = new Mutex();

  final ArrayDeque<Task> waiting = new ArrayDeque<>();

  /** Tasks without an outcome, and what else keeps a closed pool from its end. */
  private int unfinished;

  private volatile State state = State.RUN;

  /** Set when the pool is of no more use: what each task then fails with. */
  private volatile @Nullable Throwable broken;

  private Lifecycle.@Nullable Registration exit;

  private final CallbackThread callbacks = new CallbackThread();

  /** Happens when the last worker has ended. */
  private final OneShot ended = new OneShot();

  private int workers;

  private boolean finishesAtExit;

  Engine() {}

  /** With the mutex held: has workers begin what waits, as far as there is room for it. */
  abstract void pump();

  /** With the mutex held: so many tasks have no outcome, perhaps more workers are wanted. */
  void grow(int tasks) {}

  /** Starts workers that are wanted, without the mutex. */
  void grown() {}

  /** With the mutex held, when no more tasks come. {@return how many workers were never started, and now never will be} */
  int unstarted() {
    return 0;
  }

  /** With the mutex held: no more tasks come. */
  abstract void noMore();

  /** Ends the workers, in the midst of what they do. */
  abstract void killWorkers();

  /** With the mutex held. {@return what was sent and has no outcome; it is dropped} */
  abstract List<Task> takeSent();

  /** {@return the thread on which callbacks are called} */
  public final CallbackThread callbacks() {
    return callbacks;
  }

  /** For a thread that begins to wait for tasks, as far as they are known: one of the pool's own helps until it is over. */
  public void help(Collection<? extends Task> tasks, BooleanSupplier over) {
    callbacks.help(over);
  }

  /** For a thread that begins to wait: looks a moment, and reads replies itself. {@return whether the wait is over} */
  public boolean look(BooleanSupplier over, Deadline deadline) {
    return over.getAsBoolean();
  }

  /** Something has happened that one of the pool's own threads may wait for. */
  public void poke() {
    callbacks.poke();
  }

  /** {@return how many workers there are to be} */
  public abstract int size();

  /** Makes a task ready for being submitted: in the caller's thread, where what cannot travel is refused. */
  abstract void prepare(Task task);

  /**
   * Takes a task.
   *
   * @throws PoolClosedException if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel
   */
  public final void submit(Task task) throws PoolClosedException {
    prepare(task);
    Throwable useless;
    try (var _ = mutex.hold()) {
      if (state != State.RUN) {
        task.over();
        throw new PoolClosedException();
      }
      useless = add(task);
    }
    if (useless == null) {
      grown();
    } else {
      task.finish(null, useless);
    }
  }

  /** Takes a task that belongs to what was submitted before the pool was closed, and that {@link #hold} stands for. */
  public final void submitMore(Task task) {
    prepare(task);
    Throwable useless;
    try (var _ = mutex.hold()) {
      useless = state == State.TERMINATE ? terminated(task) : add(task);
    }
    if (useless != null) {
      task.finish(null, useless);
    }
  }

  private @Nullable Throwable add(Task task) {
    if (broken == null) {
      unfinished++;
      waiting.add(task);
      pump();
      grow(unfinished);
    }
    return broken;
  }

  abstract Throwable terminated(Task task);

  /** Keeps a closed pool from its end until {@link #release}: there are tasks to come. */
  public final void hold() throws PoolClosedException {
    try (var _ = mutex.hold()) {
      if (state != State.RUN) {
        throw new PoolClosedException();
      }
      unfinished++;
    }
  }

  public final void release() {
    finished(1);
  }

  /** So many tasks have got their outcomes. */
  final void finished(int count) {
    int neverStarted;
    try (var _ = mutex.hold()) {
      unfinished -= count;
      pump();
      neverStarted = endIfDone();
    }
    workersEnded(neverStarted);
  }

  /** With the mutex held. {@return how many workers were never started, and are to be counted as ended} */
  private int endIfDone() {
    if (state == State.RUN || unfinished > 0) {
      return 0;
    }
    noMore();
    return unstarted();
  }

  /** {@return whether a worker is still needed} */
  final boolean isWanted() {
    try (var _ = mutex.hold()) {
      return broken == null && !Lifecycle.isEndingAbruptly() && (state == State.RUN || (state == State.CLOSE && unfinished > 0));
    }
  }

  public final State state() {
    return state;
  }

  /** {@return why nothing more can be done here, null if it can} */
  public final @Nullable Throwable broken() {
    return broken;
  }

  /** Nothing more can be done here: all that is not done fails, now and later. */
  final void breakDown(Throwable reason) {
    List<Task> left;
    try (var _ = mutex.hold()) {
      if (broken == null) {
        broken = reason;
      }
      left = takeAll();
      noMore();
    }
    left.forEach(task -> task.finish(null, reason));
    finished(left.size());
  }

  private List<Task> takeAll() {
    var left = new ArrayList<>(waiting);
    waiting.clear();
    left.addAll(takeSent());
    return left;
  }

  /** Takes no more tasks, and does those it has. */
  public final void close() {
    int neverStarted = 0;
    try (var _ = mutex.hold()) {
      if (state == State.RUN) {
        state = State.CLOSE;
        neverStarted = endIfDone();
      }
    }
    workersEnded(neverStarted);
  }

  /** Ends the workers at once; what was not done fails. Does not wait. */
  public final void terminate() {
    List<Task> left;
    try (var _ = mutex.hold()) {
      state = State.TERMINATE;
      left = takeAll();
      noMore();
    }
    left.forEach(task -> task.finish(null, terminated(task)));
    finished(left.size());
    killWorkers();
  }

  /** Waits until the workers have ended, and callbacks were called. {@return false if the deadline passed first} */
  public final boolean join(Deadline deadline) {
    return ended.await(deadline) && callbacks.join(deadline);
  }

  /** A pool that the program's end has to see to, with so many workers. */
  final void begun(int count, boolean finishes) {
    workers = count;
    finishesAtExit = finishes;
    exit = Lifecycle.beforeExit(this::finish);
  }

  /** So many workers have ended, and no others take their places. */
  final void workersEnded(int count) {
    if (count == 0) {
      return;
    }
    boolean last;
    try (var _ = mutex.hold()) {
      workers -= count;
      last = workers == 0;
    }
    if (last) {
      allEnded();
      if (exit != null) {
        exit.cancel();
      }
      callbacks.finish();
      ended.happen();
    }
  }

  /** Takes a task back that no worker has begun; it gets no outcome from here any more. {@return false if one has} */
  public abstract boolean withdraw(Task task);

  /** Ends the worker that performs a task, which gets no outcome from here any more. {@return false if none performs it} */
  public abstract boolean abort(Task task);

  /** {@return whether {@link #terminate} is sure to end the workers in the midst of what they do} */
  public boolean endsAtOnce() {
    return true;
  }

  /** All workers have ended. */
  abstract void allEnded();

  /** At the program's end: a pool that was closed does what it has, one that was not is ended, as in Python. */
  private void finish() {
    if (state == State.RUN && !finishesAtExit) {
      terminate();
    }
    close();
    var _ = join(Deadline.NEVER);
  }
}
