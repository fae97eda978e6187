package pythonic.queue;

import static pythonic.builtins.Builtins.with;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ValueError;
import pythonic.threading.Condition;
import pythonic.threading.Lock;

/**
 * Python's way of keeping a queue: a mutex, three conditions that share it, and the four methods that subclasses
 * override, which are called with the mutex held.
 */
final class Guard<T extends @Nullable Object> {

  private static final VarHandle CONDITIONS;
  private static final VarHandle UNFINISHED;

  static {
    try {
      var lookup = MethodHandles.lookup();
      CONDITIONS = lookup.findVarHandle(Guard.class, "conditions", Conditions.class);
      UNFINISHED = lookup.findVarHandle(Guard.class, "unfinished", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Most queues live without a thread that waits, so they are made when one does or asks for them. */
  private record Conditions(Condition notEmpty, Condition notFull, Condition allTasksDone) {

    Conditions(Lock mutex) {
      this(new Condition(mutex), new Condition(mutex), new Condition(mutex));
    }
  }

  private final Queue<T> queue;

  /** Held whenever what is below changes, and by whoever calls one of the four methods. */
  private final Lock mutex = new Lock();

  private int unfinished; // also read without the mutex
  private volatile boolean shutDown;

  /** Where threads wait that came before there were conditions: they are woken first. */
  private volatile @Nullable LaneEnds earlier;

  /** Null until it is asked for, maybe without the mutex. Who waits asks first, so a notifier sees it by the mutex. */
  private volatile @Nullable Conditions conditions;

  Guard(Queue<T> queue) {
    this.queue = queue;
  }

  void enqueue(T item, boolean block, @Nullable Double timeout, @Nullable Patience patience) {
    mutex.acquire();
    try {
      requireOpen();
      int maxsize = queue.maxsize();
      if (maxsize > 0) {
        Patience.check(block, timeout);
        if (queue._qsize() >= maxsize) {
          awaitRoom(maxsize, patience == null ? new Patience(block, timeout) : patience);
        }
      }
      var put = false;
      try {
        queue._put(item);
        put = true;
        count(1);
      } finally {
        wakeGetter(); // also if it failed: the item may be there all the same
        if (!put) {
          wakePutter(); // or its room is left for another
        }
      }
    } finally {
      mutex.release();
    }
  }

  private void awaitRoom(int maxsize, Patience patience) {
    do {
      if (!patience.await(conditions().notFull)) {
        throw new Full();
      }
      requireOpen();
    } while (queue._qsize() >= maxsize);
  }

  T dequeue(boolean block, @Nullable Double timeout, @Nullable Patience patience) {
    mutex.acquire();
    try {
      if (queue._qsize() == 0) {
        requireOpen();
        Patience.check(block, timeout);
        awaitItem(patience == null ? new Patience(block, timeout) : patience);
      } else {
        Patience.check(block, timeout);
      }
      var taken = false;
      try {
        T item = queue._get();
        taken = true;
        return item;
      } finally {
        if (taken) {
          wakePutter();
        } else {
          wakeGetter(); // what this call could not take is left for another
        }
      }
    } finally {
      mutex.release();
    }
  }

  private void awaitItem(Patience patience) {
    while (true) {
      if (!patience.await(conditions().notEmpty)) {
        throw new Empty();
      }
      if (queue._qsize() > 0) {
        return;
      }
      requireOpen();
    }
  }

  private void requireOpen() {
    if (shutDown) {
      throw new ShutDown();
    }
  }

  private void wakeGetter() {
    LaneEnds first = earlier;
    Conditions waiting = conditions;
    if ((first == null || !first.wakeOneGetter()) && waiting != null) {
      waiting.notEmpty.notify_();
    }
  }

  private void wakePutter() {
    LaneEnds first = earlier;
    Conditions waiting = conditions;
    if ((first == null || !first.wakeOnePutter()) && waiting != null) {
      waiting.notFull.notify_();
    }
  }

  /** Takes over from a lane; the mutex is held. Threads that wait keep their turn, but for those that may go on now. */
  void follow(TaskLane lane) {
    earlier = lane;
    int size = queue._qsize();
    int woken = 0;
    while (woken < size && lane.wakeOneGetter()) {
      woken++;
    }
    woken = size;
    while (woken < queue.maxsize() && lane.wakeOnePutter()) {
      woken++;
    }
    count(lane.closeTasks());
  }

  void taskDone() {
    try (var _ = with(mutex)) {
      if (unfinished == 0) {
        throw new ValueError("task_done() called too many times");
      }
      count(-1);
      if (unfinished == 0 && conditions != null) {
        conditions.allTasksDone.notify_all();
      }
    }
  }

  /** Waits until no task is unfinished. {@return false if the time was over first} */
  boolean awaitTasks(Patience patience) {
    try (var _ = with(mutex)) {
      while (unfinished > 0) {
        if (!patience.await(conditions().allTasksDone)) {
          return false;
        }
      }
      return true;
    }
  }

  void shutdown(boolean immediate) {
    try (var _ = with(mutex)) {
      shutDown = true;
      try {
        while (immediate && queue._qsize() > 0) {
          queue._get();
          count(unfinished > 0 ? -1 : 0);
        }
      } finally {
        wakeEarlier();
        Conditions waiting = conditions;
        if (waiting != null) {
          waiting.notEmpty.notify_all();
          waiting.notFull.notify_all();
          waiting.allTasksDone.notify_all();
        }
      }
    }
  }

  int qsize() {
    try (var _ = with(mutex)) {
      return queue._qsize();
    }
  }

  int unfinished() {
    return (int) UNFINISHED.getAcquire(this);
  }

  /** Counts tasks; the mutex is held. */
  void count(int more) {
    UNFINISHED.setRelease(this, unfinished + more); // no more is needed: whoever decides by it holds the mutex
  }

  boolean isShutDown() {
    return shutDown;
  }

  Lock mutex() {
    return mutex;
  }

  /** Lets those who wait elsewhere come to the conditions: from now on users may notify them there. */
  private void wakeEarlier() {
    LaneEnds first = earlier;
    if (first != null) {
      first.wakeAll();
      earlier = null;
    }
  }

  Condition notEmpty() {
    wakeEarlier();
    return conditions().notEmpty;
  }

  Condition notFull() {
    wakeEarlier();
    return conditions().notFull;
  }

  Condition allTasksDone() {
    return conditions().allTasksDone;
  }

  private Conditions conditions() {
    Conditions made = conditions;
    if (made != null) {
      return made;
    }
    CONDITIONS.compareAndSet(this, null, new Conditions(mutex));
    return Objects.requireNonNull(conditions);
  }
}
