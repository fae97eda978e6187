package pythonic.blocking;

import static pythonic.builtins.Keywords.blocking;

import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.keywords.AcquireKeyword;
import pythonic.builtins.keywords.Timeout;
import pythonic.testing.Alike;
import pythonic.testing.Threads;

/** Whatever is acquired: a lock, a condition, a semaphore. */
@NullUnmarked
interface Acquirable {

  boolean acquire();

  boolean acquire(boolean blocking);

  boolean acquire(boolean blocking, double timeout);

  boolean acquire(boolean blocking, Timeout timeout);

  boolean acquire(AcquireKeyword... keywords);

  void enter();

  void release();

  /** Holds it in another thread. */
  final class Holder {

    private final CountDownLatch end = new CountDownLatch(1);
    private final Threads.Helper<Void> helper;

    Holder(Acquirable lock) {
      var held = new CountDownLatch(1);
      helper =
          Threads.run(
              () -> {
                lock.acquire();
                held.countDown();
                end.await();
                lock.release();
              });
      Threads.await("it is held", () -> held.getCount() == 0);
    }

    void release() {
      end.countDown();
      helper.join();
    }
  }

  static Subject<Acquirable> forms() {
    return new Subject<Acquirable>()
        .form("positional", (lock, limit) -> switch (limit) {
          case OMITTED -> lock.acquire();
          case NO_WAIT -> lock.acquire(false);
          case NONE -> lock.acquire(true, limit.timeout());
          default -> lock.acquire(true, limit.seconds());
        })
        .form("keyword", (lock, limit) -> switch (limit) {
          case OMITTED -> lock.acquire(blocking(true));
          case NO_WAIT -> lock.acquire(blocking(false));
          default -> lock.acquire(limit.timeout());
        })
        .form("positional and keyword", (lock, limit) -> switch (limit) {
          case OMITTED -> lock.acquire(true);
          case NO_WAIT -> lock.acquire(new AcquireKeyword[] {blocking(false)});
          default -> lock.acquire(true, limit.timeout());
        })
        .form("both keywords", (lock, limit) -> switch (limit) {
          case OMITTED -> lock.acquire(new AcquireKeyword[0]);
          case NO_WAIT -> lock.acquire(blocking(false));
          default -> lock.acquire(limit.timeout(), blocking(true));
        });
  }

  static Subject<Acquirable> acquiring(Supplier<?> kind) {
    return states(forms(), kind);
  }

  static Subject<Acquirable> entering(Supplier<?> kind) {
    return states(
        new Subject<Acquirable>()
            .form(
                "with",
                (lock, _) -> {
                  lock.enter();
                  return true;
                }),
        kind);
  }

  private static Subject<Acquirable> states(Subject<Acquirable> subject, Supplier<?> kind) {
    return subject
        .state("free", () -> situation(kind.get()))
        .state(
            "held by this thread",
            () -> {
              Situation<Acquirable> situation = situation(kind.get());
              Acquirable lock = situation.subject();
              return situation.before(lock::acquire).release(lock::release);
            })
        .state(
            "held by another",
            () -> {
              Situation<Acquirable> situation = situation(kind.get());
              var holder = new Holder(situation.subject());
              return situation.release(holder::release).end(holder::release);
            });
  }

  private static Situation<Acquirable> situation(Object lock) {
    return Situation.of(Alike.as(Acquirable.class, lock));
  }
}
