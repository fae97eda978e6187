package pythonic.internal.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import pythonic.internal.child.ChildJvm;
import pythonic.internal.sharedmemory.TaskBoard;
import pythonic.internal.waiting.Deadline;

/**
 * A pool of worker processes. Tasks go onto one board, from which the workers take them in order; each worker has a
 * stream for its replies and a thread here that reads them, and that starts the next process when one has ended.
 */
public final class ProcessEngine extends Engine {

  /** What becomes of a task whose worker has ended in the middle of it. */
  public enum OnDeath {
    /** The task fails. */
    FAIL,
    /** Another worker performs it, from the beginning; at most twice. */
    RETRY,
    /** All tasks fail, and the pool is of no more use. */
    BREAK
  }

  /** How workers are started. */
  public interface Starter {
    /** Starts a process whose target is {@link Worker#worker} with the setup as its argument. */
    ChildJvm start(WorkerSetup setup);
  }

  /** A task that has cost so many workers is not given to another. */
  private static final int MOST_DEATHS = 3;

  /** So many workers may be killed at their start, for each place, until that is taken for a rule. */
  private static final int MOST_ACCIDENTS = 10;

  private final PoolOptions options;
  private final Starter starter;
  private final Errors errors;
  private final List<WorkerPlace> places;

  private final SentTasks sent = new SentTasks();
  private final LongTasks longTasks = new LongTasks(sent.board());
  private final Lookout lookout;

  /** Counts workers that have ended before they were ready, since one was. Guarded by the mutex. */
  private int failures;

  private final Growth growth;

  /**
   * A pool whose workers are started at once.
   *
   * @throws pythonic.builtins.TypeError if the initializer cannot travel
   */
  public ProcessEngine(PoolOptions options, Starter starter, Errors errors) {
    Rehearsal.want(); // whoever makes one pool makes another
    this.options = options;
    this.starter = starter;
    this.errors = errors;
    places = IntStream.range(0, options.processes()).mapToObj(i -> new WorkerPlace(this, i)).toList();
    lookout = new Lookout(places);
    growth = new Growth(places, mutex);
    begun(places.size(), options.executor());
    if (!options.executor()) {
      startAll();
    }
  }

  /** Where not all workers can be started, those that were are ended, and there is no pool. */
  private void startAll() {
    growth.begin(places.size());
    int started = 0;
    try {
      for (WorkerPlace place : places) {
        place.start();
        started++;
      }
    } finally {
      if (started < places.size()) {
        terminate();
        workersEnded(places.size() - started);
      }
    }
  }

  @Override
  public int size() {
    return places.size();
  }

  public PoolOptions options() {
    return options;
  }

  Errors errors() {
    return errors;
  }

  ChildJvm startWorker(WorkerSetup setup) {
    return starter.start(setup);
  }

  @Override
  void prepare(Task task) {
    byte[] bytes = WorkCodec.encode(task.work());
    task.file = bytes.length <= TaskBoard.LONGEST ? 0 : longTasks.put(task, bytes);
    task.encoded = task.file == 0 ? bytes : null;
  }

  @Override
  void grow(int unfinished) {
    growth.want(unfinished);
  }

  /** Starts the worker that {@link #grow} asked for, in the thread that has submitted a task. */
  @Override
  void grown() {
    for (WorkerPlace next = growth.next(); next != null; next = growth.next()) {
      try {
        next.start();
      } catch (RuntimeException | Error e) {
        workersEnded(1);
        breakDown(e);
      }
    }
  }

  @Override
  int unstarted() {
    return growth.end();
  }

  @Override
  void pump() {
    for (Task first = waiting.peek(); first != null && sent.put(first); first = waiting.peek()) {
      waiting.remove();
    }
  }

  SentTasks sent() {
    return sent;
  }

  @Override
  public boolean look(BooleanSupplier over, Deadline deadline) {
    return over.getAsBoolean() || lookout.look(over, deadline);
  }

  Lookout lookout() {
    return lookout;
  }

  /** A worker has called its initializer. */
  void ready() {
    try (var _ = mutex.hold()) {
      failures = 0;
    }
  }

  /** A worker has ended. {@return what it was performing} */
  List<Task> victims(int worker) {
    try (var _ = mutex.hold()) {
      List<Task> victims = sent.takeFrom(worker);
      pump();
      return victims;
    }
  }

  /** Does what the policy says with the task of a worker that has ended. {@return how many have got their outcomes} */
  int lost(Task task, String how) {
    Throwable error = errors.lost("worker process " + how + " while it performed " + task.work().description());
    if (options.onDeath() == OnDeath.RETRY && tryAgain(task)) {
      return 0;
    }
    if (options.onDeath() == OnDeath.BREAK) {
      breakDown(error);
      killWorkers();
    }
    task.finish(null, error);
    return 1;
  }

  private boolean tryAgain(Task task) {
    try (var _ = mutex.hold()) {
      if (++task.deaths == MOST_DEATHS || state() == State.TERMINATE) {
        return false;
      }
      waiting.addFirst(task);
      pump();
      return true;
    }
  }

  /** A worker has ended before it was ready. If no other gets ready meanwhile, that is no accident. */
  void unready(Throwable reason, boolean byInitializer) {
    boolean hopeless;
    try (var _ = mutex.hold()) {
      failures += byInitializer ? MOST_ACCIDENTS : 1;
      hopeless = failures >= MOST_ACCIDENTS * size() || options.onDeath() == OnDeath.BREAK;
    }
    if (hopeless) {
      breakDown(reason);
      if (options.onDeath() == OnDeath.BREAK) {
        killWorkers();
      }
    }
  }

  @Override
  public boolean withdraw(Task task) {
    try (var _ = mutex.hold()) {
      if (!waiting.remove(task) && !sent.takeBack(task)) {
        return false;
      }
    }
    task.over();
    finished(1);
    return true;
  }

  /** {@return all tasks that no worker has begun; they get no outcome from here any more} */
  public List<Task> withdrawAll() {
    List<Task> left;
    try (var _ = mutex.hold()) {
      left = new ArrayList<>(waiting);
      waiting.clear();
      left.addAll(sent.takeAllBack());
    }
    left.forEach(Task::over);
    finished(left.size());
    return left;
  }

  @Override
  public boolean abort(Task task) {
    int worker;
    try (var _ = mutex.hold()) {
      worker = sent.worker(task);
      if (worker == Task.NOBODY || !sent.drop(task)) {
        return false;
      }
    }
    places.get(worker).abort(task.number);
    task.over();
    finished(1);
    return true;
  }

  public boolean hasBegun(Task task) {
    try (var _ = mutex.hold()) {
      return sent.worker(task) != Task.NOBODY;
    }
  }

  public List<Task> unfinishedTasks() {
    try (var _ = mutex.hold()) {
      var all = sent.all();
      all.addAll(waiting);
      return all;
    }
  }

  public void killWorkersHard() {
    places.forEach(WorkerPlace::killHard);
  }

  @Override
  void noMore() {
    sent.board().close();
  }

  @Override
  List<Task> takeSent() {
    // What a worker performs may still be done, unless all are ended.
    boolean all = state() == State.TERMINATE || options.onDeath() == OnDeath.BREAK;
    return all ? sent.dropAll() : sent.takeAllBack();
  }

  @Override
  Throwable terminated(Task task) {
    return errors.terminated("the pool was terminated before it had performed " + task.work().description());
  }

  @Override
  public void killWorkers() {
    places.forEach(WorkerPlace::kill);
  }

  @Override
  void allEnded() {
    Boards.giveBack(sent.board());
    places.forEach(WorkerPlace::giveBack);
  }
}
