package pythonic.multiprocessing;

import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.target;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.EOFError;
import pythonic.multiprocessing.connection.Connection;
import pythonic.time.Time;

/** Processes that are killed while they send and receive. */
final class PipeKills {

  private static final int HEADER = 20;
  private static final long SURVIVOR = 0;

  private PipeKills() {}

  /** {@return a message of some length, each byte of which depends on all that it says} */
  private static byte[] message(long sender, int number, int length) {
    byte[] bytes = new byte[HEADER + length];
    Arrays.fill(bytes, filling(sender, number, length));
    ByteBuffer.wrap(bytes).putLong(sender).putInt(number).putInt(length);
    return bytes;
  }

  private static byte filling(long sender, int number, int length) {
    return (byte) (sender * 31 + number * 7L + length);
  }

  private static int length(Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> random.nextInt(400_000); // in several chunks
      case 1 -> random.nextInt(40_000);
      default -> random.nextInt(200);
    };
  }

  static void send(Connection connection, Semaphore started, long sender) {
    var random = new Random(sender);
    started.release();
    for (int number = 1; true; number++) {
      connection.send_bytes(message(sender, number, length(random)));
    }
  }

  static void receive(Connection connection, Semaphore started, long ignored) {
    started.release();
    var last = new HashMap<Long, Integer>();
    while (true) {
      require(connection.recv_bytes(), last);
    }
  }

  /** A message is whole, and later than the last one of its sender. */
  private static long require(byte[] bytes, Map<Long, Integer> last) {
    ByteBuffer message = ByteBuffer.wrap(bytes);
    long sender = message.getLong();
    int number = message.getInt();
    int length = message.getInt();
    if (bytes.length != HEADER + length || !Arrays.equals(bytes, message(sender, number, length))) {
      throw new IllegalStateException("torn: " + bytes.length + " bytes instead of " + (HEADER + length));
    }
    Integer before = last.put(sender, number);
    if (before != null && before >= number) {
      throw new IllegalStateException("number " + number + " came after " + before);
    }
    return sender;
  }

  static void run(String victims, int count, long seed) {
    var random = new Random(seed);
    var pipe = new Pipe(false);
    var started = new Semaphore(0);
    var failure = new AtomicReference<@Nullable Throwable>();
    var sent = new int[1];
    var received = new int[1];
    var stop = new Event();
    Thread sender = survivor(failure, () -> {
      var own = new Random(seed);
      while (!stop.is_set()) {
        pipe.conn2().send_bytes(message(SURVIVOR, ++sent[0], length(own)));
      }
      pipe.conn2().close();
    });
    Thread receiver = survivor(failure, () -> {
      var last = new HashMap<Long, Integer>();
      try {
        while (true) {
          if (require(pipe.conn1().recv_bytes(), last) == SURVIVOR) {
            received[0]++;
          }
        }
      } catch (EOFError e) {
        print("end");
      }
    });
    for (int killed = 0; killed < count; killed += 4) {
      var batch = new ArrayList<Process>();
      for (int i = 0; i < 4; i++) {
        boolean sends = victims.equals("both") ? i % 2 == 0 : victims.equals("senders");
        long id = 1 + (random.nextLong() >>> 2);
        var victim = sends
            ? new Process(target(PipeKills::send), args(pipe.conn2(), started, id), daemon(true))
            : new Process(target(PipeKills::receive), args(pipe.conn1(), started, id), daemon(true));
        victim.start();
        batch.add(victim);
      }
      batch.forEach(_ -> started.acquire());
      for (Process victim : batch) {
        Time.sleep(random.nextDouble() * 0.03);
        if (victim.exitcode() != null) {
          print("ended by itself");
        }
        victim.kill();
        victim.join();
      }
    }
    stop.set();
    join(sender);
    join(receiver);
    print("survivors", failure.get(), victims.equals("senders") ? sent[0] == received[0] : received[0] <= sent[0]);
  }

  private static Thread survivor(AtomicReference<@Nullable Throwable> failure, Runnable run) {
    return Thread.ofPlatform().daemon().start(() -> {
      try {
        run.run();
      } catch (Throwable e) {
        failure.set(e);
      }
    });
  }

  private static void join(Thread thread) {
    try {
      if (!thread.join(Duration.ofSeconds(30))) {
        print("hangs", List.of(thread.getStackTrace()));
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
