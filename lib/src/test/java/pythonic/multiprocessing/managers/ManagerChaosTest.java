package pythonic.multiprocessing.managers;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Builtins.with;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.target;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pythonic.multiprocessing.AbandonedLockError;
import pythonic.multiprocessing.Manager;
import pythonic.multiprocessing.Process;
import pythonic.queue.Empty;
import pythonic.testing.Threads;
import pythonic.time.Time;

/**
 * Clients of a manager are killed at random while they use what it keeps, and the totals are exact: money that is moved
 * by one call neither comes nor goes; sections under a lock are counted once each, but for the one that a kill cut in two,
 * of which the next owner is told; permits come back; an item is worked on once, and at most one is lost by a kill.
 * {@code -Dmanager.chaos.seconds=120} lets it go on for longer.
 */
@NullUnmarked
@Timeout(1200)
final class ManagerChaosTest {

  private static final int CLIENTS = 3;
  private static final int ACCOUNTS = 10;
  private static final int EACH = 1000;
  private static final int PERMITS = 2;

  /** What all clients share. */
  record Shared(
      ListProxy<Integer> accounts, AcquirerProxy lock, AcquirerProxy rlock, ValueProxy<Integer> begun, ValueProxy<Integer> ended,
      DictProxy<Integer, Integer> sections, AcquirerProxy permits, QueueProxy<Integer> items, ListProxy<Integer> worked, EventProxy stop,
      ConditionProxy condition, ListProxy<Integer> started, DictProxy<String, Integer> counts) implements java.io.Serializable {}

  static void use(Shared all, int number) {
    all.started.append(number);
    var random = new Random(number);
    int sections = 0;
    while (!all.stop.is_set()) {
      switch (random.nextInt(6)) {
        case 0 -> move(all.accounts, random.nextInt(ACCOUNTS), random.nextInt(ACCOUNTS));
        case 1 -> sections = section(all, number, sections);
        case 2 -> {
          try (var _ = with(all.permits)) {
            all.accounts.get(0);
          }
        }
        case 3 -> work(all);
        case 4 -> twice(all.rlock);
        default -> nudge(all.condition);
      }
    }
  }

  /** One call that takes from one account and gives to another; it is made again if somebody was faster. */
  private static void move(ListProxy<Integer> accounts, int from, int to) {
    var calls = new AtomicInteger();
    accounts.replaceAll(value -> {
      int account = calls.getAndIncrement() % ACCOUNTS;
      return value - (account == from ? 1 : 0) + (account == to ? 1 : 0);
    });
  }

  /** Two steps that a kill may come between; who is told of it makes them agree again before anybody goes on. */
  private static int section(Shared all, int number, int before) {
    acquire(all);
    all.begun.set(all.begun.get() + 1);
    all.sections.put(number, before + 1);
    all.ended.set(all.ended.get() + 1);
    all.lock.release();
    return before + 1;
  }

  static void acquire(Shared all) {
    while (true) {
      try {
        all.lock.acquire();
        int sum = all.sections.values().stream().mapToInt(Integer::intValue).sum();
        if (all.begun.get() != sum || all.ended.get() != sum) {
          repair(all, sum);
        }
        return;
      } catch (AbandonedLockError e) {
        // It is free now, and for who comes first.
      }
    }
  }

  /** Only who was told of a death may find the two apart; the reason is counted where the kills are. */
  private static void repair(Shared all, int sum) {
    all.counts.merge("repairs", 1, Integer::sum);
    all.begun.set(sum);
    all.ended.set(sum);
  }

  private static void work(Shared all) {
    try {
      all.worked.append(all.items.get(true, 0.01));
    } catch (Empty e) {
      // The parent puts more.
    }
  }

  private static void twice(AcquirerProxy rlock) {
    try {
      rlock.acquire();
      rlock.acquire();
      rlock.release();
      rlock.release();
    } catch (AbandonedLockError e) {
      // A client was killed in there.
    }
  }

  private static void nudge(ConditionProxy condition) {
    try (var _ = with(condition)) {
      condition.notify_all();
      condition.wait_(0.001);
    } catch (AbandonedLockError e) {
      // A client was killed in there.
    }
  }

  @Test
  void randomKillsOfClients_leaveTheTotalsExact() {
    double seconds = Double.parseDouble(System.getProperty("manager.chaos.seconds", "4"));
    long seed = Long.getLong("manager.chaos.seed", System.nanoTime());
    var random = new Random(seed);
    try (var manager = new Manager()) {
      var all = new Shared(
          manager.list(Collections.nCopies(ACCOUNTS, EACH)), manager.Lock(), manager.RLock(), manager.Value('i', 0), manager.Value('i', 0), manager.dict(), manager.Semaphore(PERMITS),
          manager.Queue(), manager.list(), manager.Event(), manager.Condition(), manager.list(), manager.dict());
      var clients = new ArrayList<Process>();
      int kills = 0;
      int number = 0;
      int put = 0;
      long end = System.nanoTime() + (long) (seconds * 1e9);
      while (System.nanoTime() < end || kills < 2) {
        while (clients.size() < CLIENTS) {
          var client = new Process(target(ManagerChaosTest::use), args(all, ++number));
          client.start();
          clients.add(client);
        }
        int most = number;
        Threads.await("one is there", () -> all.started.contains(most));
        for (int i = 0; i < 50; i++) {
          all.items.put(put++);
        }
        Time.sleep(random.nextDouble() / 10);
        Process victim = clients.remove(random.nextInt(clients.size()));
        victim.kill();
        kills++;
        victim.join();
      }
      all.stop.set();
      for (Process client : clients) {
        client.join();
        assertThat(client.exitcode()).describedAs("seed %d", seed).isZero();
      }
      check(all, kills, put);
    } catch (AssertionError e) {
      throw new AssertionError("seed " + seed, e);
    }
  }

  private static void check(Shared all, int kills, int put) {
    acquire(all);
    all.lock.release();
    int sections = all.sections.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(List.of(all.begun.get(), all.ended.get())).containsOnly(sections);
    assertThat(sections).isPositive();
    assertThat(all.counts.getOrDefault("repairs", 0)).isLessThanOrEqualTo(kills);
    for (int permit = 0; permit < PERMITS; permit++) {
      assertThat(all.permits.acquire(true, 30)).isTrue();
    }
    assertThat(all.permits.acquire(false)).isFalse();
    var items = new ArrayList<>(all.worked._getvalue());
    int worked = items.size();
    int left = all.items.qsize();
    assertThat(new HashSet<>(items)).hasSize(worked); // none twice
    assertThat(put - worked - left).isBetween(0, kills);
    nudge(all.condition);
    twice(all.rlock);
    assertThat(all.condition.acquire(true, 30) && all.rlock.acquire(true, 30)).isTrue();
    assertThat(all.accounts._getvalue().stream().mapToInt(Integer::intValue).sum()).isEqualTo(ACCOUNTS * EACH);
    System.out.println("manager chaos: " + kills + " kills, " + sections + " sections, " + worked + " items of " + put);
  }
}
