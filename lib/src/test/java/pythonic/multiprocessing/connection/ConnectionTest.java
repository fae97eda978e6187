package pythonic.multiprocessing.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static pythonic.builtins.Builtins.encode;
import static pythonic.builtins.Keywords.authkey;
import static pythonic.builtins.Keywords.family;
import static pythonic.builtins.Keywords.timeout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.builtins.BrokenPipeError;
import pythonic.builtins.ConnectionRefusedError;
import pythonic.builtins.EOFError;
import pythonic.builtins.FileNotFoundError;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.OSError;
import pythonic.builtins.OverflowError;
import pythonic.builtins.ValueError;
import pythonic.multiprocessing.AuthenticationError;
import pythonic.multiprocessing.BufferTooShort;
import pythonic.socket.Address;
import pythonic.socket.Gaierror;

final class ConnectionTest {

  private final byte[] key = encode("secret");
  private final Listener listener = new Listener(authkey(key));
  private final List<AutoCloseable> open = new ArrayList<>();
  private Connection client;
  private Connection server;

  @BeforeEach
  void connect() {
    var accepted = CompletableFuture.supplyAsync(listener::accept);
    client = opened(Connection.Client((String) listener.address(), authkey(key)));
    server = opened(accepted.join());
  }

  private <C extends AutoCloseable> C opened(C made) {
    open.add(made);
    return made;
  }

  @AfterEach
  void close() throws Exception {
    listener.close();
    for (AutoCloseable made : open) {
      made.close();
    }
  }

  @Test
  void send_values_arriveInOrder() {
    client.send(List.of(1, "a"));
    client.send(null);
    client.send(new Address("host", 7));
    assertThat(server.<List<Object>>recv()).containsExactly(1, "a");
    assertThat(server.<Object>recv()).isNull();
    assertThat(server.<Address>recv()).isEqualTo(new Address("host", 7));
  }

  @Test
  void sendBytes_parts_areOneMessageEach() {
    client.send_bytes(encode("hello"));
    client.send_bytes(encode("hello"), 2);
    client.send_bytes(encode("hello"), 1, 3);
    client.send_bytes(encode("hello"), 5);
    assertThat(server.recv_bytes()).isEqualTo(encode("hello"));
    assertThat(server.recv_bytes()).isEqualTo(encode("llo"));
    assertThat(server.recv_bytes(3)).isEqualTo(encode("ell"));
    assertThat(server.recv_bytes()).isEmpty();
  }

  @Test
  void sendBytes_largeBothWays_isNotLost() {
    var large = new byte[5_000_000];
    large[4_999_999] = 7;
    var echo = CompletableFuture.runAsync(() -> server.send_bytes(server.recv_bytes()));
    client.send_bytes(large);
    assertThat(client.recv_bytes()).isEqualTo(large);
    echo.join();
  }

  @Test
  void row115_wrongSlices_raiseValueError() {
    raises(() -> client.send_bytes(encode("abc"), -1), "offset is negative");
    raises(() -> client.send_bytes(encode("abc"), 4), "buffer length < offset");
    raises(() -> client.send_bytes(encode("abc"), 1, 3), "buffer length < offset + size");
    raises(() -> client.send_bytes(encode("abc"), 0, -1), "size is negative");
    raises(() -> client.recv_bytes(-1), "negative maxlength");
    raises(() -> client.recv_bytes_into(new byte[1], -1), "negative offset");
    raises(() -> client.recv_bytes_into(new byte[1], 2), "offset too large");
  }

  private static void raises(Runnable call, String message) {
    assertThatExceptionOfType(ValueError.class).isThrownBy(call::run).withMessage(message);
  }

  @Test
  void row114_messageTooLong_endsTheReading() {
    client.send_bytes(encode("hello"));
    assertThatExceptionOfType(BufferTooShort.class).isThrownBy(() -> server.recv_bytes_into(new byte[3]))
        .satisfies(short_ -> assertThat((byte[]) short_.args().get(0)).isEqualTo(encode("hello")));
    client.send_bytes(encode("hello"));
    var buffer = new byte[8];
    assertThat(server.recv_bytes_into(buffer, 2)).isEqualTo(5);
    assertThat(buffer).containsExactly(0, 0, 'h', 'e', 'l', 'l', 'o', 0);
    client.send_bytes(encode("hello"));
    fails(() -> server.recv_bytes(2), "bad message length");
    fails(() -> server.recv_bytes(), "connection is write-only");
    assertThat(server.readable()).isFalse();
    server.send(1);
    assertThat(client.<Integer>recv()).isEqualTo(1);
  }

  @Test
  void row112_peerClosed_isEndOfFileAndBrokenPipe() {
    client.send("last");
    client.close();
    assertThat(server.poll()).isTrue();
    assertThat(server.<String>recv()).isEqualTo("last");
    assertThat(server.poll()).isTrue();
    assertThatExceptionOfType(EOFError.class).isThrownBy(() -> server.recv_bytes()).withMessage("");
    assertThatExceptionOfType(BrokenPipeError.class).isThrownBy(() -> {
      while (true) {
        server.send(1);
      }
    }).withMessage("[Errno 32] Broken pipe");
  }

  @Test
  void row113_ownEndClosed_raisesOSError() {
    server.close();
    server.close();
    assertThat(server.closed()).isTrue();
    fails(() -> server.recv_bytes(), "handle is closed");
    fails(() -> server.send(1), "handle is closed");
    fails(() -> server.poll(), "handle is closed");
  }

  private static void fails(Runnable call, String message) {
    assertThatExceptionOfType(OSError.class).isThrownBy(call::run).withMessage(message);
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
    assertThat(server.<String>recv()).isEqualTo("after");
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
  void wait_severalConnections_givesThoseThatAreReady() {
    assertThat(Connection.wait_(List.of(), 0)).isEmpty();
    assertThat(Connection.wait_(List.of(client, server), 0)).isEmpty();
    assertThat(Connection.wait_(List.of(client, server), 0.01)).isEmpty();
    client.send(1);
    assertThat(Connection.wait_(List.of(client, server))).containsExactly(server);
    server.send(1);
    assertThat(Connection.wait_(List.of(client, server), timeout(5.0))).contains(server);
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

  @Test
  void row116_wrongKey_isToldToBoth() {
    var refused = CompletableFuture.supplyAsync(() -> {
      try {
        return opened(listener.accept()).toString();
      } catch (AuthenticationError e) {
        return e.getMessage();
      }
    });
    assertThatExceptionOfType(AuthenticationError.class)
        .isThrownBy(() -> Connection.Client((String) listener.address(), authkey(encode("wrong"))))
        .withMessage("digest sent was rejected");
    assertThat(refused.join()).isEqualTo("digest received was wrong");
  }

  @Test
  void stranger_objects_areNotMade() {
    try (var open = new Listener(new Address("localhost", 0))) {
      var accepted = CompletableFuture.supplyAsync(open::accept);
      Connection stranger = opened(Connection.Client((Address) open.address()));
      Connection ours = opened(accepted.join());
      assertThat(open.last_accepted()).isInstanceOf(Address.class);
      stranger.send(List.of(1, "plain"));
      stranger.send(new Address("more", 1));
      assertThat(ours.<List<Object>>recv()).containsExactly(1, "plain");
      assertThatExceptionOfType(AuthenticationError.class).isThrownBy(() -> ours.recv()).withMessageContaining("authkey");
    }
  }

  @Test
  void row117_listenerClosed_raisesOSErrorAndLeavesNoFile() {
    assertThat(listener.last_accepted()).isEqualTo("");
    var waiting = CompletableFuture.supplyAsync(() -> {
      try {
        return listener.accept().toString();
      } catch (OSError e) {
        return e.getMessage();
      }
    });
    listener.close();
    assertThat(waiting.join()).isEqualTo("listener is closed");
    fails(listener::accept, "listener is closed");
    assertThat(Path.of((String) listener.address()).getParent()).doesNotExist();
  }

  @Test
  void addresses_wrong_raiseAsInPython() throws Exception {
    assertThatExceptionOfType(FileNotFoundError.class).isThrownBy(() -> Connection.Client("/nope/x"))
        .withMessage("[Errno 2] No such file or directory");
    assertThatExceptionOfType(FileNotFoundError.class).isThrownBy(() -> new Listener("/nope/x"));
    assertThatExceptionOfType(ConnectionRefusedError.class).isThrownBy(() -> Connection.Client(new Address("localhost", 1)))
        .withMessage("[Errno 111] Connection refused");
    assertThatExceptionOfType(OverflowError.class).isThrownBy(() -> Connection.Client(new Address("localhost", 99999)))
        .withMessage("connect(): port must be 0-65535.");
    assertThatExceptionOfType(Gaierror.class).isThrownBy(() -> Connection.Client(new Address("no-such-host.invalid", 5)))
        .withMessage("[Errno -2] Name or service not known");
    fails(() -> Connection.Client("x".repeat(200)), "AF_UNIX path too long");
    assertThatExceptionOfType(ValueError.class).isThrownBy(() -> new Listener(family("AF_FOO")));
    try (var one = new Listener(family("AF_INET"))) {
      fails(() -> new Listener((Address) one.address()), "[Errno 98] Address already in use");
    }
    Path file = Files.createTempDirectory("listener").resolve("s");
    new Listener(file.toString()).close();
    assertThat(file).doesNotExist();
    Files.delete(file.getParent());
  }
}
