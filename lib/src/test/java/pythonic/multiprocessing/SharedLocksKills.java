package pythonic.multiprocessing;

import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Builtins.with;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import pythonic.threading.BrokenBarrierError;
import pythonic.time.Time;

/** Processes that are killed while they use locks. */
@SuppressWarnings("serial") // written as a user would write it
final class SharedLocksKills {

  private SharedLocksKills() {}

  /** What the processes of the kill test share. */
  record Shared(Lock lock, RLock rlock, Semaphore semaphore, BoundedSemaphore bounded, Condition condition, Event event, Barrier barrier, Semaphore started)
      implements java.io.Serializable {

    void use(int kind) {
      try {
        switch (kind) {
          case 0 -> hold(lock);
          case 1 -> {
            try (var _ = with(rlock)) {
              hold(rlock);
            }
          }
          case 2 -> hold(semaphore);
          case 3 -> hold(bounded);
          case 4 -> {
            try (var _ = with(condition)) {
              condition.notify_();
              condition.wait_(0.001);
              condition.notify_all();
            }
          }
          case 5 -> {
            event.set();
            event.clear();
            event.wait_(0.001);
          }
          default -> barrier.wait_(0.002);
        }
      } catch (AbandonedLockError e) {
        // told: by acquire without the lock, by wait_ with it, which the block has freed
      } catch (BrokenBarrierError e) {
        barrier.reset();
      }
    }

    private static void hold(SemLock lock) {
      try (var _ = with(lock)) {
        Thread.onSpinWait();
      }
    }
  }

  static void victim(Shared shared, long seed) {
    var random = new Random(seed);
    shared.started().release();
    while (true) {
      shared.use(random.nextInt(7));
    }
  }

  static void run(int count, long seed) {
    var random = new Random(seed);
    var shared = new Shared(new Lock(), new RLock(), new Semaphore(2), new BoundedSemaphore(1), new Condition(), new Event(),
        new Barrier(2), new Semaphore(0));
    var stop = new Event();
    var failure = new AtomicReference<@Nullable Throwable>();
    var survivors = new ArrayList<Thread>();
    for (int i = 0; i < 2; i++) {
      long own = random.nextLong();
      survivors.add(Thread.ofPlatform().daemon().start(() -> survive(shared, stop, own, failure)));
    }
    for (int killed = 0; killed < count; killed += 4) {
      var victims = new ArrayList<Process>();
      for (int i = 0; i < 4; i++) {
        var victim = new Process(target(SharedLocksKills::victim), args(shared, random.nextLong()), daemon(true));
        victim.start();
        victims.add(victim);
      }
      for (var _ : victims) {
        shared.started().acquire();
      }
      for (Process victim : victims) {
        Time.sleep(random.nextDouble() * 0.03);
        victim.kill();
        victim.join();
      }
    }
    stop.set();
    for (Thread survivor : survivors) {
      try {
        if (!survivor.join(java.time.Duration.ofSeconds(30))) {
          print("hangs", List.of(survivor.getStackTrace()));
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    print("survivors", failure.get());
    for (int kind = 0; kind < 6; kind++) {
      shared.use(kind);
      shared.use(kind);
    }
    print(shared.lock(), shared.rlock(), shared.semaphore(), shared.bounded(), shared.condition(), shared.started());
    shared.barrier().reset();
    var again = new Process(target(() -> shared.barrier().wait_()), daemon(true));
    again.start();
    shared.barrier().wait_();
    again.join();
    print(again.exitcode(), shared.barrier().n_waiting());
  }

  private static void survive(Shared shared, Event stop, long seed, AtomicReference<@Nullable Throwable> failure) {
    var random = new Random(seed);
    try {
      while (!stop.is_set()) {
        shared.use(random.nextInt(7));
      }
    } catch (Throwable e) {
      failure.set(e);
    }
  }
}
