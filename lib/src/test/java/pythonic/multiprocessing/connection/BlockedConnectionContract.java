package pythonic.multiprocessing.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Keywords.timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.builtins.EOFError;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.OSError;
import pythonic.internal.channels.Waitable;
import pythonic.multiprocessing.Pipe;
import pythonic.testing.Threads;

/** What any connection does when threads wait for it, whatever is between its two ends. */
abstract class BlockedConnectionContract {

  Connection client;
  Connection server;

  /** {@return the two ends of a new connection, both of which send and receive} */
  abstract Pipe connect();

  @BeforeEach
  void open() {
    Pipe pair = connect();
    client = pair.conn1();
    server = pair.conn2();
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void poll_timeouts_tellWhetherSomethingIsThere(boolean virtual) throws Exception {
    var polled = new CompletableFuture<Void>();
    Thread thread = (virtual ? Thread.ofVirtual() : Thread.ofPlatform()).unstarted(() -> {
      assertThat(server.poll()).isFalse();
      assertThat(server.poll(-1)).isFalse();
      assertThat(server.poll(0.02)).isFalse();
      client.send(1);
      assertThat(server.poll(timeout(null))).isTrue();
      assertThat(server.poll(60)).isTrue();
      polled.complete(null);
    });
    thread.setUncaughtExceptionHandler((_, e) -> polled.completeExceptionally(e));
    thread.start();
    polled.join();
    thread.join();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void recv_interrupted_takesNothingAndStaysOpen(boolean virtual) throws Exception {
    var raised = new CompletableFuture<Throwable>();
    Thread reader = (virtual ? Thread.ofVirtual() : Thread.ofPlatform()).start(() -> {
      try {
        server.recv_bytes();
      } catch (KeyboardInterrupt e) {
        raised.complete(e);
      }
    });
    reader.interrupt();
    assertThat(raised.join()).isInstanceOf(KeyboardInterrupt.class);
    reader.join();
    client.send("after");
    assertThat(server.recv()).isEqualTo("after");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void recv_endClosedMeanwhile_isToldSo(boolean virtual) throws Exception {
    var raised = new CompletableFuture<Throwable>();
    var begun = new CountDownLatch(1);
    Thread reader = (virtual ? Thread.ofVirtual() : Thread.ofPlatform()).start(() -> {
      begun.countDown();
      try {
        server.recv_bytes();
      } catch (OSError e) {
        raised.complete(e);
      }
    });
    begun.await();
    server.close();
    assertThat(raised.join()).hasMessage("handle is closed");
    reader.join();
  }

  @Test
  void wait_oneBecomesReady_wakesTheWaiter() throws Exception {
    var ready = CompletableFuture.supplyAsync(() -> Connection.wait_(List.of(client, server)));
    client.send(1);
    assertThat(ready.join()).containsExactly(server);
  }

  @Test
  void wait_anotherThreadReceivesMoreThanItTakes_isStillTold() throws Exception {
    for (int round = 0; round < 3000; round++) {
      var taker = CompletableFuture.runAsync(() -> server.recv_bytes());
      var waiter = CompletableFuture.runAsync(() -> {
        assertThat(Connection.wait_(List.of(server))).containsExactly(server);
        server.recv_bytes();
      });
      client.send_bytes(new byte[1]);
      client.send_bytes(new byte[1]);
      taker.get(30, TimeUnit.SECONDS);
      waiter.get(30, TimeUnit.SECONDS);
    }
    assertThat(server.poll()).isFalse();
  }

  private boolean isFull() {
    Waitable view = Waitable.of(client);
    return view != null && view.ready(Waitable.WRITE) == 0;
  }

  @Test
  void send_nobodyReceives_waitsForRoomAndLosesNothing() throws Exception {
    int count = 3000;
    var sender = CompletableFuture.runAsync(() -> {
      for (int i = 0; i < count; i++) {
        client.send_bytes(new byte[] {(byte) i, (byte) (i >> 8), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        client.send_bytes(new byte[i % 300]);
      }
    });
    for (int i = 0; i < count; i++) {
      assertThat(server.recv_bytes()).hasSize(33).startsWith((byte) i, (byte) (i >> 8));
      assertThat(server.recv_bytes()).hasSize(i % 300);
    }
    sender.get(60, TimeUnit.SECONDS);
    assertThat(server.poll()).isFalse();
  }

  @Test
  void sendAndRecv_manyThreads_eachMessageArrivesOnceAndWhole() throws Exception {
    int senders = 4;
    int each = 2000;
    var tasks = new ArrayList<CompletableFuture<?>>();
    for (int i = 0; i < senders; i++) {
      int sender = i;
      tasks.add(CompletableFuture.runAsync(() -> {
        for (int j = 0; j < each; j++) {
          client.send(List.of(sender, j, "x".repeat(j % 100)));
        }
      }, task -> Thread.ofPlatform().start(task)));
    }
    var seen = ConcurrentHashMap.newKeySet();
    for (int i = 0; i < 3; i++) {
      boolean virtual = i == 2;
      tasks.add(CompletableFuture.runAsync(() -> {
        while (server.recv() instanceof List<?> message) {
          assertThat((String) message.get(2)).hasSize((int) message.get(1) % 100);
          assertThat(seen.add(message.subList(0, 2))).isTrue();
        }
      }, task -> (virtual ? Thread.ofVirtual() : Thread.ofPlatform()).start(task)));
    }
    for (int i = 0; i < senders; i++) {
      tasks.get(i).get(60, TimeUnit.SECONDS);
    }
    for (int i = 0; i < 3; i++) {
      client.send(null);
    }
    for (CompletableFuture<?> task : tasks) {
      task.get(60, TimeUnit.SECONDS);
    }
    assertThat(seen).hasSize(senders * each);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void send_endClosedMeanwhile_isToldSo(boolean virtual) throws Exception {
    var raised = new CompletableFuture<Throwable>();
    Thread sender = (virtual ? Thread.ofVirtual() : Thread.ofPlatform()).start(() -> {
      try {
        while (true) {
          client.send_bytes(new byte[1000]);
        }
      } catch (OSError e) {
        raised.complete(e);
      }
    });
    Threads.await("it is full", this::isFull);
    client.close();
    assertThat(raised.get(60, TimeUnit.SECONDS)).hasMessage("handle is closed");
    sender.join();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void send_interruptedWhileItWaits_raisesKeyboardInterrupt(boolean virtual) throws Exception {
    var raised = new CompletableFuture<Boolean>();
    Thread sender = (virtual ? Thread.ofVirtual() : Thread.ofPlatform()).start(() -> {
      try {
        while (true) {
          client.send_bytes(new byte[1000]);
        }
      } catch (KeyboardInterrupt e) {
        raised.complete(Thread.currentThread().isInterrupted());
      }
    });
    Threads.await("it is full", this::isFull);
    sender.interrupt();
    assertThat(raised.get(60, TimeUnit.SECONDS)).isFalse();
    sender.join();
    assertThat(server.recv_bytes()).hasSize(1000);
  }

  @Test
  void recv_severalThreadsWaitAndTheEndIsClosed_allAreTold() throws Exception {
    var readers = new ArrayList<CompletableFuture<String>>();
    for (int i = 0; i < 3; i++) {
      readers.add(CompletableFuture.supplyAsync(() -> {
        try {
          return "got " + server.recv();
        } catch (OSError e) {
          return e.getMessage();
        }
      }, task -> Thread.ofPlatform().start(task)));
    }
    server.close();
    for (CompletableFuture<String> reader : readers) {
      assertThat(reader.get(60, TimeUnit.SECONDS)).isEqualTo("handle is closed");
    }
  }

  @Test
  void recv_severalThreadsWaitAndTheOtherEndIsClosed_allGetTheEnd() throws Exception {
    var readers = new ArrayList<CompletableFuture<String>>();
    for (int i = 0; i < 3; i++) {
      readers.add(CompletableFuture.supplyAsync(() -> {
        try {
          return "got " + server.recv();
        } catch (EOFError e) {
          return "end";
        }
      }, task -> Thread.ofPlatform().start(task)));
    }
    client.close();
    for (CompletableFuture<String> reader : readers) {
      assertThat(reader.get(60, TimeUnit.SECONDS)).isEqualTo("end");
    }
  }

  @Test
  void wait_sentAtAnyMoment_isAlwaysTold() throws Exception {
    for (int round = 0; round < 2000; round++) {
      var ready = CompletableFuture.supplyAsync(() -> Connection.wait_(List.of(client, server)));
      client.send(round);
      assertThat(ready.get(60, TimeUnit.SECONDS)).containsExactly(server);
      assertThat(server.recv()).isEqualTo(round);
    }
  }
}
