package pythonic.multiprocessing;

import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Builtins.range;
import static pythonic.builtins.Builtins.with;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.target;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.functions.Procedure0;
import pythonic.threading.BrokenBarrierError;
import pythonic.time.Time;

/** Programs whose processes share locks. */
@SuppressWarnings({"serial", "DoNotCallSuggester"}) // written as a user would write it
public final class SharedLocksProgram {

  private SharedLocksProgram() {}

  public static void main(String[] arguments) {
    switch (arguments[0]) {
      case "talk" -> talk();
      case "abandoned" -> abandoned();
      case "exits" -> exits();
      case "held" -> held();
      case "twice" -> twice();
      case "lostNotify" -> lostNotify();
      case "barrier" -> barrier();
      case "threads" -> threads();
      case "kills" -> SharedLocksKills.run(Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static Process start(Procedure0 run) {
    var process = new Process(target(run), daemon(true));
    process.start();
    return process;
  }

  // A child answers by each primitive in turn.
  private static void talk() {
    var lock = new Lock();
    var event = new Event();
    var condition = new Condition();
    var barrier = new Barrier(2);
    var semaphore = new Semaphore(0);
    lock.acquire();
    Process child = start(() -> {
      print("child", lock, condition);
      semaphore.release();
      event.wait_();
      print("event", lock.acquire(true, 60));
      lock.release();
      try (var _ = with(condition)) {
        condition.notify_();
      }
      semaphore.acquire();
      print("semaphore", barrier.wait_() < 2);
      barrier.wait_();
    });
    semaphore.acquire();
    event.set();
    condition.acquire();
    lock.release();
    print("notified", condition.wait_());
    condition.release();
    semaphore.release();
    barrier.wait_();
    barrier.wait_();
    child.join();
    print(child.exitcode(), condition, barrier.n_waiting(), semaphore, event.is_set());
  }

  private static void holdForEver(SemLock lock, Event held) {
    lock.acquire();
    held.set();
    LockSupport.park();
  }

  private static void await(Event event) {
    event.wait_();
    event.clear();
  }

  // The holder is killed while another thread waits.
  private static void abandoned() {
    var held = new Event();
    for (SemLock lock : List.of(new Lock(), new RLock(), new Semaphore(), new BoundedSemaphore())) {
      Process holder = start(() -> holdForEver(lock, held));
      await(held);
      print(lock, lock.acquire(false));
      var killer = new Thread(() -> {
        Time.sleep(0.2);
        holder.kill();
      });
      killer.start();
      try {
        print("got it", lock.acquire());
        lock.release();
      } catch (AbandonedLockError e) {
        print("told", e.pid() == holder.pid(), e.getMessage().replace(String.valueOf(holder.pid()), "PID"));
      }
      print(lock, lock.acquire(false));
    }
    var condition = new Condition();
    Process holder = start(() -> {
      condition.acquire();
      condition.notify_(); // wakes the waiter, which then needs the lock
      held.set();
      LockSupport.park();
    });
    condition.acquire();
    var killer = new Thread(() -> {
      held.wait_();
      holder.kill();
    });
    killer.start();
    try {
      condition.wait_();
      print("not told");
    } catch (AbandonedLockError e) {
      print("told", condition.toString().startsWith("<Condition(<RLock(MainProcess, 1)>"));
      condition.release();
    }
  }

  // Who exits by itself with a lock leaves it as well; permits stay taken, as in Python. So do those that others had given.
  private static void exits() {
    var lock = new Lock();
    var semaphore = new Semaphore(2);
    Process child = start(() -> {
      lock.acquire();
      semaphore.acquire();
    });
    child.join();
    try {
      lock.acquire();
    } catch (AbandonedLockError e) {
      print("told", e.pid() == child.pid());
    }
    print(lock.acquire(true, 1), semaphore.get_value());
    var items = new Semaphore(0);
    for (int _ : range(3)) {
      items.release();
    }
    var taken = new Event();
    Process consumer = start(() -> {
      items.acquire();
      items.acquire();
      taken.set();
      LockSupport.park();
    });
    taken.wait_();
    consumer.kill();
    consumer.join();
    print(items.get_value());
  }

  // Says where its files are, and waits to be killed, with a child that has shared memory of its own.
  private static void held() {
    var lock = new Lock();
    var ready = new Event();
    Process child = start(() -> {
      var own = new Lock();
      own.acquire();
      lock.acquire();
      ready.set();
      LockSupport.park();
    });
    ready.wait_();
    print(ProcessHandle.current().pid(), child.pid());
    LockSupport.park();
  }

  // One lock that arrives twice is one lock: its owner may take it again by either.
  private static void twice() {
    var lock = new RLock();
    var condition = new Condition(lock);
    Process child = new Process(target(SharedLocksProgram::takeTwice), args(lock, condition));
    child.start();
    child.join();
    print(child.exitcode(), lock);
  }

  static void takeTwice(RLock lock, Condition condition) {
    lock.acquire();
    print(condition.acquire(false), condition);
    condition.release();
    lock.release();
  }

  // A notification goes to a process that has just been killed: the next waiter gets it.
  private static void lostNotify() {
    var condition = new Condition();
    var ready = new Semaphore(0);
    Process doomed = start(() -> waitNotified(condition, ready));
    ready.acquire();
    Process other = start(() -> waitNotified(condition, ready));
    ready.acquire();
    condition.acquire();
    doomed.kill();
    condition.notify_();
    condition.release();
    other.join();
    print(other.exitcode());
  }

  private static void waitNotified(Condition condition, Semaphore ready) {
    try (var _ = with(condition)) {
      ready.release();
      condition.wait_();
    }
  }

  private static void barrier() {
    var barrier = new Barrier(3);
    var ready = new Event();
    Process doomed = start(() -> {
      ready.set();
      barrier.wait_();
    });
    ready.wait_();
    var killer = new Thread(() -> {
      while (barrier.n_waiting() < 2) {
        Thread.onSpinWait();
      }
      doomed.kill();
    });
    killer.start();
    try {
      barrier.wait_();
    } catch (BrokenBarrierError e) {
      print("broken", barrier.broken(), barrier.n_waiting());
    }
    barrier.reset();
    Process again = start(barrier::wait_);
    var third = new Thread(() -> barrier.wait_());
    third.start();
    barrier.wait_();
    again.join();
    print(again.exitcode(), barrier.broken());
  }

  // A virtual thread is woken by another process, and a platform thread is interrupted, however they wait.
  private static void threads() {
    var event = new Event();
    var lock = new Lock();
    var ready = new Semaphore(0);
    lock.acquire();
    var woken = Thread.ofVirtual().start(() -> {
      ready.release();
      print("woken", event.wait_());
    });
    var interrupted = Thread.ofPlatform().start(() -> {
      ready.release();
      try {
        print("not interrupted", lock.acquire());
      } catch (KeyboardInterrupt e) {
        print("interrupted", Thread.currentThread().isInterrupted());
      }
    });
    ready.acquire();
    ready.acquire();
    Time.sleep(0.1); // for most runs: they wait by now, but need not
    interrupted.interrupt();
    join(interrupted);
    Process child = start(event::set);
    child.join();
    join(woken);
    print(lock, child.exitcode());
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
