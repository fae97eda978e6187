package pythonic.multiprocessing.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static pythonic.builtins.Builtins.encode;
import static pythonic.builtins.Keywords.timeout;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import pythonic.builtins.BrokenPipeError;
import pythonic.builtins.EOFError;
import pythonic.builtins.OSError;
import pythonic.builtins.OverflowError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.multiprocessing.BufferTooShort;
import pythonic.socket.Address;

/** What any connection does, whatever is between its two ends. */
abstract class ConnectionContract extends BlockedConnectionContract {

  @Test
  void send_values_arriveInOrder() {
    client.send(List.of(1, "a"));
    client.send(null);
    client.send(new Address("host", 7));
    assertThat(server.recv()).isEqualTo(List.of(1, "a"));
    assertThat(server.recv()).isNull();
    assertThat(server.recv()).isEqualTo(new Address("host", 7));
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
    assertThat(client.recv()).isEqualTo(1);
  }

  @Test
  void poll_ofAVirtualThread_seesWhatIsThere() throws Exception {
    client.send("one");
    var looks = new FutureTask<>(() -> server.poll() && server.poll(0) && server.poll(1e-9));
    Thread.startVirtualThread(looks);
    assertThat(looks.get()).isTrue();
  }

  @Test
  void row112_peerClosed_isEndOfFileAndBrokenPipe() {
    client.send("last");
    client.close();
    assertThat(server.poll()).isTrue();
    assertThat(server.recv()).isEqualTo("last");
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
    assertThat(List.of(server.closed(), server.readable(), server.writable())).containsExactly(true, true, true);
    fails(() -> server.recv_bytes(), "handle is closed");
    fails(() -> server.send(1), "handle is closed");
    fails(() -> server.poll(), "handle is closed");
  }

  private static void fails(Runnable call, String message) {
    assertThatExceptionOfType(OSError.class).isThrownBy(call::run).withMessage(message);
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
  void row112_peerClosedBeforeItReceives_sendRaisesBrokenPipe() {
    server.close();
    assertThatExceptionOfType(BrokenPipeError.class).isThrownBy(() -> {
      while (true) {
        client.send_bytes(new byte[1 << 16]);
      }
    }).withMessage("[Errno 32] Broken pipe");
  }

  @Test
  void pollAndWait_uncountableTimes_raiseAsInPython() {
    server.send(1); // there is something, so a call that took the time for none would not wait
    for (Consumer<Double> call : List.<Consumer<Double>>of(client::poll, t -> client.poll(timeout(t)), t -> Connection.wait_(List.of(client), t), t -> Connection.wait_(List.of(), timeout(t)))) {
      raises(() -> call.accept(Double.NaN), "cannot convert float NaN to integer");
      assertThatExceptionOfType(OverflowError.class).isThrownBy(() -> call.accept(Double.POSITIVE_INFINITY)).withMessage("cannot convert float infinity to integer");
      assertThatExceptionOfType(OverflowError.class).isThrownBy(() -> call.accept(1e10)).withMessage("timestamp too large to convert to C PyTime_t");
      call.accept(Double.NEGATIVE_INFINITY);
    }
    assertThat(client.poll(9e9)).isTrue();
  }

  @Test
  void row112_sendFails_whatThePeerSentBefore_isReceived() {
    server.send("last words");
    server.send(2);
    server.close();
    for (int i = 0; i < 3; i++) {
      assertThatExceptionOfType(BrokenPipeError.class).isThrownBy(() -> client.send_bytes(new byte[1])).withMessage("[Errno 32] Broken pipe");
    }
    assertThat(client.poll()).isTrue();
    assertThat(client.recv()).isEqualTo("last words");
    assertThat(client.recv()).isEqualTo(2);
    assertThatExceptionOfType(EOFError.class).isThrownBy(() -> client.recv()).withMessage("");
    assertThatExceptionOfType(BrokenPipeError.class).isThrownBy(() -> client.send(1));
  }

  @Test
  void send_whatCannotTravel_raisesTypeErrorAndSendsNothing() {
    assertThatExceptionOfType(TypeError.class).isThrownBy(() -> client.send(new Object()));
    client.send("after");
    assertThat(server.recv()).isEqualTo("after");
  }

  @Test
  void repr_isPythons() {
    assertThat(client.toString()).matches("<multiprocessing.connection.Connection object at 0x[0-9a-f]+>");
  }
}
