package pythonic.multiprocessing;

import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.target;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import pythonic.queue.Empty;
import pythonic.queue.Full;
import pythonic.time.Time;

/**
 * Processes that put, get and say that tasks are done are killed at any moment. Afterwards each item is counted. Who has
 * put one notes so, and so does who has got one; a process that is killed may have done one of each without the note.
 */
final class QueueKills {

  /** How many items a process puts at most. */
  private static final int EACH = 200_000;

  private static final int STOP = -1;

  private QueueKills() {}

  /**
   * What the processes share.
   *
   * @param put how many items each has put
   * @param done for how many each has called task_done
   * @param got how often each item was got
   */
  record Shared(JoinableQueue<byte[]> queue, JoinableQueue<byte[]> bounded, RawArray<Integer> put, RawArray<Integer> done, RawArray<Integer> got,
      RawValue<Integer> torn, Semaphore started) implements Serializable {

    private JoinableQueue<byte[]> queue(int number) {
      return number % 3 == 0 ? bounded : queue;
    }

    /** Puts the next item of a process, if it comes at once. */
    void put(int process, Random random, double timeout) {
      int number = (int) put.get_long(process);
      if (number < EACH) {
        try {
          queue(number).put(bytes(process * EACH + number, random), true, timeout);
          put.set_long(process, number + 1);
        } catch (Full e) {
          // No room in time.
        }
      }
    }

    private static byte[] bytes(int number, Random random) {
      int size = switch (random.nextInt(50)) {
        case 0 -> 17_000 + random.nextInt(100_000);
        case 1, 2, 3, 4 -> 8 + random.nextInt(16_000);
        default -> 8 + random.nextInt(100);
      };
      var bytes = new byte[size];
      Arrays.fill(bytes, (byte) number);
      ByteBuffer.wrap(bytes).putInt(number).putInt(size);
      return bytes;
    }

    /** Notes an item. {@return its number} */
    int note(int process, byte[] bytes, JoinableQueue<byte[]> from) {
      ByteBuffer item = ByteBuffer.wrap(bytes);
      int number = item.getInt();
      if (number == STOP) {
        return number;
      }
      got.set_long(number, got.get_long(number) + 1);
      boolean whole = item.getInt() == bytes.length;
      for (int i = 8; i < bytes.length; i++) {
        whole &= bytes[i] == (byte) number;
      }
      if (!whole) {
        torn.set_long(torn.get_long() + 1);
      }
      from.task_done();
      done.set_long(process, done.get_long(process) + 1);
      return number;
    }

    void use(int process, Random random, double timeout) {
      if (random.nextInt(100) < 52) {
        put(process, random, timeout);
      } else {
        var from = queue(random.nextInt(3));
        try {
          note(process, from.get(true, timeout), from);
        } catch (Empty e) {
          // None in time.
        }
      }
    }
  }

  static void victim(Shared shared, int process, long seed) {
    var random = new Random(seed);
    shared.started().release();
    while (true) {
      shared.use(process, random, 0.005);
    }
  }

  static void run(int kills, long seed) throws InterruptedException {
    var random = new Random(seed);
    var shared = new Shared(new JoinableQueue<>(), new JoinableQueue<>(5), new RawArray<>('i', kills + 2), new RawArray<>('i', kills + 4),
        new RawArray<>('b', (kills + 2) * EACH), new RawValue<>('i'), new Semaphore(0));
    var failure = new AtomicReference<@Nullable Throwable>();
    List<Thread> getters = List.of(
        survivor(failure, () -> getAll(shared, kills + 2, shared.queue())), survivor(failure, () -> getAll(shared, kills + 3, shared.bounded())));
    var stop = new Event();
    long own = random.nextLong();
    Thread putter = survivor(failure, () -> {
      var numbers = new Random(own);
      while (!stop.is_set()) {
        shared.put(kills, numbers, 1000);
      }
    });
    for (int killed = 0; killed < kills; killed += 4) {
      var victims = new ArrayList<Process>();
      for (int i = killed; i < Math.min(kills, killed + 4); i++) {
        var victim = new Process(target(QueueKills::victim), args(shared, i, random.nextLong()), daemon(true));
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
    end(putter);
    var last = ByteBuffer.allocate(Integer.BYTES).putInt(STOP).array();
    shared.queue().put(last);
    shared.bounded().put(last);
    getters.forEach(QueueKills::end);
    count(shared, kills);
    print("survivors", failure.get(), shared.queue().qsize(), shared.bounded().qsize());
  }

  private static Thread survivor(AtomicReference<@Nullable Throwable> failure, Runnable run) {
    return Thread.ofPlatform().daemon().start(() -> {
      try {
        run.run();
      } catch (Throwable e) {
        e.printStackTrace();
        failure.set(e);
      }
    });
  }

  /** Gets without a time-out: a wake-up that is lost is seen. */
  private static void getAll(Shared shared, int process, JoinableQueue<byte[]> from) {
    int number = 0;
    while (number != STOP) {
      number = shared.note(process, from.get(), from);
    }
  }

  private static void end(Thread survivor) {
    try {
      if (!survivor.join(java.time.Duration.ofSeconds(30))) {
        print("hangs", List.of(survivor.getStackTrace()));
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void count(Shared shared, int kills) {
    long put = 0;
    int missing = 0;
    int twice = 0;
    int early = 0;
    for (int process = 0; process <= kills; process++) {
      int complete = (int) shared.put().get_long(process);
      put += complete;
      for (int i = 0; i < Math.min(EACH, complete + 100); i++) {
        long got = shared.got().get_long(process * EACH + i);
        missing += i < complete && got == 0 ? 1 : 0;
        twice += got > 1 ? 1 : 0;
        early += i > complete && got > 0 ? 1 : 0;
      }
    }
    long done = 0;
    for (int process = 0; process < kills + 4; process++) {
      done += shared.done().get_long(process);
    }
    // Two stop items were put and are not done; a victim may have died between any call and its note.
    long unfinished = shared.queue().unfinished_tasks() + shared.bounded().unfinished_tasks() - 2L;
    boolean tasks = Math.abs(put - done - unfinished) <= kills;
    print(put > 0, "missing", missing <= kills, "twice", twice, "early", early, "torn", shared.torn().get_long(), "tasks", tasks);
    if (Boolean.getBoolean("kills.tell")) {
      System.err.println(kills + " kills, " + put + " put, " + missing + " got by one that was killed, " + unfinished + " unfinished");
    }
  }
}
