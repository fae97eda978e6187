package pythonic.internal.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Waiter;
import pythonic.testing.Threads;

/** Nobody who waits for a channel is forgotten, whatever comes between. {@code -Dsockets.races=100000} looks longer than a build does. */
final class ReactorTest {

  private static final int ROUNDS = Integer.getInteger("sockets.races", 2000);
  private static final int PAIRS = 8;

  /** Two pipes that lead to and fro. */
  private record Ring(Endpoint<Pipe.SourceChannel> in, Pipe.SinkChannel out) implements AutoCloseable {

    static Ring open() throws IOException {
      Pipe pipe = Pipe.open();
      return new Ring(new Endpoint<>(pipe.source()), pipe.sink());
    }

    void write() throws IOException {
      assertThat(out.write(ByteBuffer.allocate(1))).isOne();
    }

    void read() throws IOException {
      while (in.channel().read(ByteBuffer.allocate(1)) == 0) {
        assertThat(in.await(SelectionKey.OP_READ, Deadline.after(60))).isTrue();
      }
    }

    boolean isTold() {
      var waiter = new Waiter();
      Watch watch = in.watch(SelectionKey.OP_READ, waiter::signal);
      try {
        return waiter.await(Deadline.after(60));
      } finally {
        watch.cancel();
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
      out.close();
    }
  }

  private interface Task {
    void run() throws IOException;
  }

  private static Thread start(boolean isVirtual, Task task, AtomicInteger done) {
    Runnable run = () -> {
      try {
        task.run();
        done.incrementAndGet();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
    return isVirtual ? Thread.ofVirtual().start(run) : Thread.ofPlatform().daemon().start(run);
  }

  private static void run(boolean isVirtual, Task... tasks) {
    var done = new AtomicInteger();
    var threads = new ArrayList<Thread>();
    for (Task task : tasks) {
      threads.add(start(isVirtual, task, done));
    }
    threads.forEach(thread -> Threads.await("ends", () -> !thread.isAlive()));
    assertThat(done).hasValue(tasks.length);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void manyAtOnce_eachMessageIsRead(boolean isVirtual) throws IOException {
    var rings = new ArrayList<Ring>();
    var tasks = new ArrayList<Task>();
    for (int i = 0; i < PAIRS; i++) {
      Ring there = Ring.open();
      Ring back = Ring.open();
      rings.addAll(List.of(there, back));
      tasks.add(() -> {
        for (int round = 0; round < ROUNDS / PAIRS; round++) {
          there.write();
          back.read();
        }
      });
      tasks.add(() -> {
        for (int round = 0; round < ROUNDS / PAIRS; round++) {
          there.read();
          back.write();
        }
      });
    }
    run(isVirtual, tasks.toArray(Task[]::new));
    for (Ring ring : rings) {
      ring.close();
    }
  }

  /** What is not read is told again and again, then watched no more, and told to the next who asks. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void dataThatNobodyReads_areToldToAllWhoAsk(boolean isVirtual) throws IOException {
    try (Ring ring = Ring.open()) {
      ring.write();
      run(isVirtual, () -> {
        for (int round = 0; round < ROUNDS / 10; round++) {
          assertThat(ring.isTold()).isTrue();
          if (round % 3 == 0) {
            LockSupport.parkNanos(round * 1000L);
          }
        }
      });
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void cancelAgainstData_isToldAtMostOnce_andTheNextIsTold(boolean isVirtual) throws IOException {
    try (Ring ring = Ring.open()) {
      run(isVirtual, () -> {
        for (int round = 0; round < ROUNDS / 10; round++) {
          var told = new AtomicInteger();
          Watch watch = ring.in.watch(SelectionKey.OP_READ, told::incrementAndGet);
          ring.write();
          watch.cancel();
          int atCancel = told.get();
          assertThat(ring.isTold()).isTrue();
          assertThat(told.get()).isBetween(atCancel, 1);
          ring.read();
        }
      });
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void closeAgainstWatch_isTold(boolean isVirtual) throws IOException {
    for (int round = 0; round < ROUNDS / 20; round++) {
      try (Ring ring = Ring.open()) {
        run(isVirtual, () -> assertThat(ring.isTold()).isTrue(), ring.in::close);
      }
    }
  }

  /** One that has had nothing to do for a second makes way for another. */
  @Test
  void waitAfterOneSecond_isTold() throws IOException {
    try (Ring ring = Ring.open()) {
      for (boolean isVirtual : new boolean[] {false, true}) {
        ring.write();
        run(isVirtual, () -> {
          assertThat(ring.isTold()).isTrue();
          ring.read();
          for (int round = 0; round < Math.max(1, ROUNDS / 5000); round++) {
            LockSupport.parkNanos(1_000_000_000L + round * 1000L);
            var waiter = new Waiter();
            Watch watch = ring.in.watch(SelectionKey.OP_READ, waiter::signal);
            ring.write();
            assertThat(waiter.await(Deadline.after(60))).isTrue();
            watch.cancel();
            ring.read();
          }
        });
      }
    }
  }
}
