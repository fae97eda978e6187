package pythonic.multiprocessing.managers;

import static pythonic.builtins.Builtins.str;
import static pythonic.builtins.Builtins.with;
import static pythonic.builtins.Keywords.target;
import static pythonic.builtins.Keywords.timeout;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.functions.Procedure0;
import pythonic.multiprocessing.Manager;
import pythonic.queue.SimpleQueue;
import pythonic.threading.Event;
import pythonic.threading.Thread;

/** The programs of {@code programs.py} that are about waiting, by their names. */
@NullUnmarked
final class ManagerSyncPrograms extends ManagerPrograms {

  private static Thread started(Procedure0 work) {
    var thread = new Thread(target(work));
    thread.start();
    return thread;
  }

  void queues(Manager m) {
    QueueProxy<Integer> q = m.Queue(2);
    say(q.empty(), q.full(), q.qsize());
    q.put(1);
    q.put(null);
    say(q.full(), doing(() -> q.put(3, false)), doing(() -> q.put(3, true, 0.01)), doing(() -> q.put_nowait(3)));
    say(q.get(), q.get(true, 1), caught(() -> q.get(false)), caught(() -> q.get(true, 0.01)), caught(q::get_nowait), caught(() -> q.get(true, -1)));
    q.task_done();
    q.task_done();
    say(doing(q::task_done), doing(() -> q.join()));
  }

  void joinable_queues(Manager m) {
    QueueProxy<Integer> q = m.JoinableQueue();
    for (int i = 0; i < 3; i++) {
      q.put(i);
    }
    Thread t = started(() -> {
      for (int i = 0; i < 3; i++) {
        q.get();
        q.task_done();
      }
    });
    q.join();
    t.join();
    say(q.empty(), doing(q::task_done));
  }

  void locks(Manager m) {
    AcquirerProxy lock = m.Lock();
    say(doing(lock::release), lock.acquire(), lock.acquire(false), lock.acquire(true, 0.01));
    say(caught(() -> lock.acquire(false, 1)), caught(() -> lock.acquire(true, -2)));
    started(lock::release).join();
    try (var _ = with(lock)) {
      say(lock.acquire(false));
    }
    say(lock.acquire(false));
  }

  void rlocks(Manager m) {
    AcquirerProxy lock = m.RLock();
    say(doing(lock::release), lock.acquire(), lock.acquire(false));
    var results = new SimpleQueue<String>();
    started(() -> results.put(doing(lock::release))).join();
    say(List.of(results.get()));
    lock.release();
    lock.release();
    say(doing(lock::release));
  }

  void semaphores(Manager m) {
    AcquirerProxy s = m.Semaphore(2);
    say(s.acquire(), s.acquire(), s.acquire(false), s.acquire(true, 0.01));
    s.release();
    s.release();
    s.release();
    say(s, caught(() -> s.acquire(false, 1)));
    AcquirerProxy b = m.BoundedSemaphore(1);
    say(doing(b::release), b.acquire(), str(b), doing(b::release), b);
  }

  void conditions(Manager m) {
    ConditionProxy c = m.Condition();
    say(caught(() -> c.wait_()), doing(() -> c.notify_()), doing(c::notify_all), doing(c::release));
    try (var _ = with(c)) {
      say(c.wait_(0.01), c.wait_for(() -> true), c.wait_for(() -> false, 0.01));
    }
    var order = new SimpleQueue<String>();
    var e = new Event();
    Thread t = started(() -> {
      try (var _ = with(c)) {
        order.put("waits");
        e.set();
        c.wait_();
        order.put("goes on");
      }
    });
    e.wait_();
    try (var _ = with(c)) {
      order.put("notifies");
      c.notify_();
    }
    t.join();
    say(List.of(order.get(), order.get(), order.get()));
  }

  void condition_over_a_lock(Manager m) {
    AcquirerProxy lock = m.Lock();
    try (var _ = with(m.Condition(lock))) {
      say(lock.acquire(false));
    }
    say(lock.acquire(false));
    lock.release();
  }

  void events(Manager m) {
    EventProxy e = m.Event();
    say(e.is_set(), e.wait_(0.01), str(e), doing(e::set), e.is_set(), e.wait_(), str(e), doing(e::clear), e.is_set(), e);
  }

  void barriers(Manager m) {
    BarrierProxy b = m.Barrier(2);
    say(b.parties(), b.n_waiting(), b.broken(), b);
    var got = new SimpleQueue<Integer>();
    Thread t = started(() -> got.put(b.wait_()));
    got.put(b.wait_());
    t.join();
    say(List.of(got.get(), got.get()).stream().sorted().toList());
    say(caught(() -> b.wait_(0.01)), b.broken(), caught(() -> b.wait_()), b);
    b.reset();
    say(b.broken());
    b.abort();
    say(b.broken(), caught(() -> b.wait_()));
    BarrierProxy lone = m.Barrier(1, timeout(5));
    say(lone.wait_(), lone.wait_());
  }
}
