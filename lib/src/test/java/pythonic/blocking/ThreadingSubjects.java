package pythonic.blocking;

import static pythonic.builtins.Keywords.target;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import pythonic.testing.Alike;
import pythonic.testing.Threads;
import pythonic.threading.Barrier;
import pythonic.threading.BasicLock;
import pythonic.threading.BoundedSemaphore;
import pythonic.threading.Condition;
import pythonic.threading.Event;
import pythonic.threading.Lock;
import pythonic.threading.RLock;
import pythonic.threading.RWLock;
import pythonic.threading.Semaphore;
import pythonic.threading.Thread;
import pythonic.threading.Threading;
import pythonic.threading.Timer;
import pythonic.time.Time;

/** The blocking methods of threading, and {@code time.sleep}. */
@NullUnmarked
final class ThreadingSubjects {

  static final Map<String, Subject<?>> ALL =
      Map.ofEntries(
          Map.entry("Lock.acquire", Acquirable.acquiring(Lock::new)),
          Map.entry("Lock.__enter__", Acquirable.entering(Lock::new)),
          Map.entry("RLock.acquire", Acquirable.acquiring(RLock::new)),
          Map.entry("RLock.__enter__", Acquirable.entering(RLock::new)),
          Map.entry("Condition.acquire", Acquirable.acquiring(Condition::new)),
          Map.entry("Condition.__enter__", Acquirable.entering(Condition::new)),
          Map.entry("RWLock.reader().acquire", side(RWLock::reader)),
          Map.entry("RWLock.writer().acquire", side(RWLock::writer)),
          Map.entry("Semaphore.acquire", semaphore(Semaphore::new)),
          Map.entry("BoundedSemaphore.acquire", semaphore(BoundedSemaphore::new)),
          Map.entry("Event.wait", event()),
          Map.entry("Barrier.wait", barrier()),
          Map.entry("Thread.join", thread()),
          Map.entry("Timer.join", timer()),
          Map.entry("time.sleep", sleep()));

  private ThreadingSubjects() {}

  private static Subject<Acquirable> side(Function<RWLock, BasicLock> side) {
    return Acquirable.forms()
        .state("free", () -> side(side, new RWLock()))
        .state("read by this thread", () -> before(side, RWLock::reader))
        .state("written by this thread", () -> before(side, RWLock::writer))
        .state("read by another", () -> during(side, RWLock::reader))
        .state("written by another", () -> during(side, RWLock::writer));
  }

  private static Situation<Acquirable> side(Function<RWLock, BasicLock> side, RWLock lock) {
    return Situation.of(Alike.as(Acquirable.class, side.apply(lock)));
  }

  private static Situation<Acquirable> before(Function<RWLock, BasicLock> side, Function<RWLock, BasicLock> held) {
    var lock = new RWLock();
    return side(side, lock).before(held.apply(lock)::acquire);
  }

  private static Situation<Acquirable> during(Function<RWLock, BasicLock> side, Function<RWLock, BasicLock> held) {
    var lock = new RWLock();
    var holder = new Acquirable.Holder(Alike.as(Acquirable.class, held.apply(lock)));
    return side(side, lock).release(holder::release).end(holder::release).look(lock::toString);
  }

  private static Subject<Acquirable> semaphore(Supplier<Semaphore> kind) {
    return Acquirable.forms()
        .state("one permit", () -> semaphore(kind.get()))
        .state(
            "no permit",
            () -> {
              Semaphore semaphore = kind.get();
              semaphore.acquire();
              return semaphore(semaphore);
            });
  }

  private static Situation<Acquirable> semaphore(Semaphore semaphore) {
    return Situation.of(Alike.as(Acquirable.class, semaphore)).release(semaphore::release).look(semaphore::toString);
  }

  private static Subject<Event> event() {
    return new Subject<Event>()
        .form("positional", (event, limit) -> switch (limit) {
          case OMITTED -> event.wait_();
          case NONE -> event.wait_(limit.timeout());
          default -> event.wait_(limit.seconds());
        })
        .form("keyword", (event, limit) -> limit == Limit.OMITTED ? event.wait_() : event.wait_(limit.timeout()))
        .state("set", () -> event(true))
        .state("not set", () -> event(false));
  }

  private static Situation<Event> event(boolean set) {
    var event = new Event();
    if (set) {
      event.set();
    }
    return Situation.of(event).release(event::set).look(event::is_set);
  }

  private static Subject<Barrier> barrier() {
    return new Subject<Barrier>()
        .form("positional", (barrier, limit) -> switch (limit) {
          case OMITTED -> barrier.wait_();
          case NONE -> barrier.wait_(limit.timeout());
          default -> barrier.wait_(limit.seconds());
        })
        .form("keyword", (barrier, limit) -> limit == Limit.OMITTED ? barrier.wait_() : barrier.wait_(limit.timeout()))
        .state("alone", () -> Situation.of(new Barrier(1)))
        .state("first of two", () -> first(new Barrier(2)))
        .state("first of two, small time-out of its own", () -> first(new Barrier(2, null, Limit.SMALL.seconds())))
        .state(
            "last of two",
            () -> {
              var barrier = new Barrier(2);
              Threads.Helper<?> other = Threads.startAndAwaitParked(barrier::wait_);
              return Situation.of(barrier)
                  .end(
                      () -> {
                        barrier.abort(); // also if the call did not come as far
                        other.joinError();
                      });
            })
        .state(
            "broken",
            () -> {
              var barrier = new Barrier(2);
              barrier.abort();
              return Situation.of(barrier);
            });
  }

  private static Situation<Barrier> first(Barrier barrier) {
    return Situation.of(barrier).release(barrier::wait_);
  }

  private static Subject<Supplier<Thread>> joining() {
    return new Subject<Supplier<Thread>>()
        .form("positional", (thread, limit) -> {
          switch (limit) {
            case OMITTED -> thread.get().join();
            case NONE -> thread.get().join(limit.timeout());
            default -> thread.get().join(limit.seconds());
          }
          return null;
        })
        .form("keyword", (thread, limit) -> {
          if (limit == Limit.OMITTED) {
            thread.get().join();
          } else {
            thread.get().join(limit.timeout());
          }
          return null;
        })
        .state("current", () -> Situation.of(Threading::current_thread));
  }

  private static Subject<Supplier<Thread>> thread() {
    return joining()
        .state("not started", () -> joined(new Thread(target(() -> {})), () -> {}))
        .state("running", () -> {
          var gate = new CountDownLatch(1);
          return started(new Thread(target(() -> gate.await())), gate::countDown);
        })
        .state("ended", () -> ended(new Thread(target(() -> {}))));
  }

  private static Subject<Supplier<Thread>> timer() {
    return joining()
        .state("not started", () -> joined(new Timer(1000, () -> {}), () -> {}))
        .state("waiting", () -> {
          var timer = new Timer(1000, () -> {});
          return started(timer, timer::cancel);
        })
        .state("fired", () -> ended(new Timer(0, () -> {})))
        .state("cancelled", () -> {
          var timer = new Timer(1000, () -> {});
          timer.cancel();
          return ended(timer);
        });
  }

  private static Situation<Supplier<Thread>> started(Thread thread, Threads.Action release) {
    thread.start();
    return joined(thread, release).end(() -> {
      release.run();
      thread.join();
    });
  }

  private static Situation<Supplier<Thread>> ended(Thread thread) {
    thread.start();
    thread.join();
    return joined(thread, () -> {});
  }

  private static Situation<Supplier<Thread>> joined(Thread thread, Threads.Action release) {
    return Situation.<Supplier<Thread>>of(() -> thread).release(release).look(thread::is_alive);
  }

  private static Subject<Object> sleep() {
    return new Subject<>()
        .form("positional", (_, limit) -> {
          Time.sleep(limit.seconds());
          return null;
        })
        .state("awake", () -> Situation.of("nobody"));
  }
}
