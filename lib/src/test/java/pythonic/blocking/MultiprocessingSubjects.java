package pythonic.blocking;

import static pythonic.builtins.Keywords.block;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.keywords.GetKeyword;
import pythonic.builtins.keywords.ProcessAcquireKeyword;
import pythonic.multiprocessing.Barrier;
import pythonic.multiprocessing.BoundedSemaphore;
import pythonic.multiprocessing.Condition;
import pythonic.multiprocessing.Event;
import pythonic.multiprocessing.JoinableQueue;
import pythonic.multiprocessing.Lock;
import pythonic.multiprocessing.Pipe;
import pythonic.multiprocessing.Queue;
import pythonic.multiprocessing.RLock;
import pythonic.multiprocessing.SemLock;
import pythonic.multiprocessing.Semaphore;
import pythonic.multiprocessing.SimpleQueue;
import pythonic.multiprocessing.connection.Connection;
import pythonic.testing.Threads;

/**
 * The blocking methods of multiprocessing, but of processes themselves, where each case would need a JVM, and of listeners, which wait in
 * the system and not in the library.
 */
@NullUnmarked
final class MultiprocessingSubjects {

  static final Map<String, Subject<?>> ALL = new HashMap<>();

  static {
    ALL.put("multiprocessing.Lock.acquire", lock(Lock::new));
    ALL.put("multiprocessing.RLock.acquire", lock(RLock::new));
    ALL.put("multiprocessing.Semaphore.acquire", permits(Semaphore::new));
    ALL.put("multiprocessing.BoundedSemaphore.acquire", permits(BoundedSemaphore::new));
    ALL.put("multiprocessing.Event.wait", event());
    ALL.put("multiprocessing.Condition.wait", condition());
    ALL.put("multiprocessing.Barrier.wait", barrier());
    Map<String, IntFunction<Queue<Integer>>> kinds = Map.of("Queue", Queue::new, "JoinableQueue", JoinableQueue::new);
    kinds.forEach((name, kind) -> {
      ALL.put("multiprocessing." + name + ".get", contents(getting(), kind, queue -> queue.put(7)));
      ALL.put("multiprocessing." + name + ".put", contents(putting(), kind, Queue::get));
    });
    ALL.put("multiprocessing.JoinableQueue.join", tasks());
    ALL.put("multiprocessing.SimpleQueue.get", simple());
    ALL.put("Connection.recv", receiving());
    ALL.put("Connection.poll", messages(polling()));
    ALL.put("connection.wait", messages(waiting()));
  }

  private MultiprocessingSubjects() {}

  private static Subject<SemLock> acquiring() {
    return new Subject<SemLock>()
        .form("positional", (lock, limit) -> switch (limit) {
          case OMITTED -> lock.acquire();
          case NO_WAIT -> lock.acquire(false);
          case NONE -> lock.acquire(true, limit.timeout());
          default -> lock.acquire(true, limit.seconds());
        })
        .form("keyword", (lock, limit) -> switch (limit) {
          case OMITTED -> lock.acquire(block(true));
          case NO_WAIT -> lock.acquire(block(false));
          default -> lock.acquire(limit.timeout());
        })
        .form("both keywords", (lock, limit) -> switch (limit) {
          case OMITTED -> lock.acquire(new ProcessAcquireKeyword[0]);
          case NO_WAIT -> lock.acquire(block(false));
          default -> lock.acquire(limit.timeout(), block(true));
        });
  }

  private static Subject<SemLock> lock(Supplier<SemLock> kind) {
    return acquiring()
        .state("free", () -> Situation.of(kind.get()))
        .state("held by this thread", () -> {
          SemLock lock = kind.get();
          return Situation.of(lock).before(lock::acquire).release(lock::release);
        })
        .state("held by another", () -> {
          SemLock lock = kind.get();
          var held = new CountDownLatch(1);
          var end = new CountDownLatch(1);
          Threads.Helper<Void> holder = Threads.run(() -> {
            lock.acquire();
            held.countDown();
            end.await();
            lock.release();
          });
          Threads.await("it is held", () -> held.getCount() == 0);
          Threads.Action release = () -> {
            end.countDown();
            holder.join();
          };
          return Situation.of(lock).release(release).end(release);
        });
  }

  private static Subject<SemLock> permits(Supplier<Semaphore> kind) {
    return acquiring()
        .state("one permit", () -> permits(kind.get()))
        .state("no permit", () -> {
          Semaphore semaphore = kind.get();
          semaphore.acquire();
          return permits(semaphore);
        });
  }

  private static Situation<SemLock> permits(Semaphore semaphore) {
    return Situation.<SemLock>of(semaphore).release(semaphore::release).look(semaphore::get_value);
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

  private static Subject<Condition> condition() {
    return new Subject<Condition>()
        .form("positional", (condition, limit) -> switch (limit) {
          case OMITTED -> condition.wait_();
          case NONE -> condition.wait_(limit.timeout());
          default -> condition.wait_(limit.seconds());
        })
        .form("keyword", (condition, limit) -> limit == Limit.OMITTED ? condition.wait_() : condition.wait_(limit.timeout()))
        .state("held", () -> condition(1))
        .state("held twice", () -> condition(2));
  }

  private static Situation<Condition> condition(int times) {
    var condition = new Condition();
    return Situation.of(condition)
        .before(() -> {
          for (int i = 0; i < times; i++) {
            condition.acquire();
          }
        })
        .release(() -> {
          condition.acquire();
          condition.notify_();
          condition.release();
        });
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
        .state("first of two", () -> {
          var barrier = new Barrier(2);
          return Situation.of(barrier).release(barrier::wait_);
        })
        .state("broken", () -> {
          var barrier = new Barrier(2);
          barrier.abort();
          return Situation.of(barrier);
        });
  }

  private static Subject<Queue<Integer>> getting() {
    return new Subject<Queue<Integer>>()
        .form("positional", (queue, limit) -> switch (limit) {
          case OMITTED -> queue.get();
          case NO_WAIT -> queue.get_nowait();
          case NONE -> queue.get(true, limit.timeout());
          default -> queue.get(true, limit.seconds());
        })
        .form("keyword", (queue, limit) -> switch (limit) {
          case OMITTED -> queue.get(new GetKeyword[0]);
          case NO_WAIT -> queue.get(block(false));
          default -> queue.get(limit.timeout(), block(true));
        });
  }

  private static Subject<Queue<Integer>> putting() {
    return new Subject<Queue<Integer>>()
        .form("positional", (queue, limit) -> {
          switch (limit) {
            case OMITTED -> queue.put(3);
            case NO_WAIT -> queue.put_nowait(3);
            case NONE -> queue.put(3, true, limit.timeout());
            default -> queue.put(3, true, limit.seconds());
          }
          return null;
        })
        .form("keyword", (queue, limit) -> {
          switch (limit) {
            case OMITTED -> queue.put(3, block(true));
            case NO_WAIT -> queue.put(3, block(false));
            default -> queue.put(3, limit.timeout(), block(true));
          }
          return null;
        });
  }

  private interface Change {
    void of(Queue<Integer> queue);
  }

  private static Subject<Queue<Integer>> contents(Subject<Queue<Integer>> subject, IntFunction<Queue<Integer>> kind, Change release) {
    for (String content : List.of("empty", "one item", "full")) {
      subject.state(content, () -> {
        Queue<Integer> queue = kind.apply(content.equals("full") ? 1 : 0);
        if (!content.equals("empty")) {
          queue.put(0);
        }
        return Situation.of(queue).release(() -> release.of(queue)).look(queue::qsize);
      });
    }
    return subject;
  }

  private static Subject<JoinableQueue<Integer>> tasks() {
    Subject<JoinableQueue<Integer>> subject = new Subject<JoinableQueue<Integer>>().form("positional", (queue, _) -> {
      queue.join();
      return null;
    });
    for (String state : List.of("no task", "one task", "all done")) {
      subject.state(state, () -> {
        var queue = new JoinableQueue<Integer>();
        if (!state.equals("no task")) {
          queue.put(1);
        }
        Threads.Action done = () -> {
          queue.get();
          queue.task_done();
        };
        if (state.equals("all done")) {
          queue.get();
          queue.task_done();
        }
        return Situation.of(queue).release(done).look(queue::qsize);
      });
    }
    return subject;
  }

  private static Subject<SimpleQueue<Integer>> simple() {
    return new Subject<SimpleQueue<Integer>>()
        .form("positional", (queue, _) -> queue.get())
        .state("empty", () -> {
          var queue = new SimpleQueue<Integer>();
          return Situation.of(queue).release(() -> queue.put(7)).look(queue::empty);
        })
        .state("one item", () -> {
          var queue = new SimpleQueue<Integer>();
          queue.put(0);
          return Situation.of(queue).look(queue::empty);
        });
  }

  private static Subject<Pipe> receiving() {
    return messages(new Subject<Pipe>().form("positional", (pipe, _) -> pipe.conn1().recv()));
  }

  private static Subject<Pipe> polling() {
    return new Subject<Pipe>()
        .form("positional", (pipe, limit) -> switch (limit) {
          case OMITTED -> pipe.conn1().poll();
          case NONE -> pipe.conn1().poll(limit.timeout());
          default -> pipe.conn1().poll(limit.seconds());
        })
        .form("keyword", (pipe, limit) -> limit == Limit.OMITTED ? pipe.conn1().poll() : pipe.conn1().poll(limit.timeout()));
  }

  private static Subject<Pipe> waiting() {
    return new Subject<Pipe>()
        .form("positional", (pipe, limit) -> switch (limit) {
          case OMITTED -> Connection.wait_(List.of(pipe.conn1())).size();
          case NONE -> Connection.wait_(List.of(pipe.conn1()), limit.timeout()).size();
          default -> Connection.wait_(List.of(pipe.conn1()), limit.seconds()).size();
        });
  }

  private static Subject<Pipe> messages(Subject<Pipe> subject) {
    return subject
        .state("nothing", () -> {
          var pipe = new Pipe();
          return Situation.of(pipe).release(() -> pipe.conn2().send(7)).look(pipe.conn1()::poll);
        })
        .state("one message", () -> {
          var pipe = new Pipe();
          pipe.conn2().send(0);
          return Situation.of(pipe).look(pipe.conn1()::poll);
        })
        .state("other end closed", () -> {
          var pipe = new Pipe();
          pipe.conn2().close();
          return Situation.of(pipe);
        })
        .state("closed", () -> {
          var pipe = new Pipe();
          pipe.conn1().close();
          return Situation.of(pipe);
        });
  }
}
