package pythonic.multiprocessing.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static pythonic.builtins.Keywords.timeout;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.builtins.KeyError;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.OSError;
import pythonic.builtins.ValueError;

/** Python's {@code multiprocessing.connection.wait}. */
final class WaitTest {

  private final Listener listener = new Listener();
  private final CompletableFuture<Connection> accepted = CompletableFuture.supplyAsync(listener::accept);
  private final Connection client = Connection.Client((String) listener.address());
  private final Connection server = accepted.join();

  @AfterEach
  void close() {
    client.close();
    server.close();
    listener.close();
  }

  @Test
  void row117_nothing_isAnEmptyList() {
    assertThat(Connection.wait_(List.of(), 0)).isEmpty();
  }

  @Test
  void wait_whatCannotBeWaitedFor_raisesValueError() {
    assertThatExceptionOfType(ValueError.class).isThrownBy(() -> Connection.wait_(List.of(client, "x")))
        .withMessage("Invalid file object: 'x'");
    assertThatExceptionOfType(ValueError.class).isThrownBy(() -> Connection.wait_(Arrays.asList(client, null)))
        .withMessage("Invalid file object: None");
    assertThatExceptionOfType(ValueError.class).isThrownBy(() -> Connection.wait_(List.of(5.0)))
        .withMessage("Invalid file object: 5.0");
  }

  @Test
  void wait_sameTwice_raisesKeyError() {
    assertThatExceptionOfType(KeyError.class).isThrownBy(() -> Connection.wait_(List.of(client, client), 0))
        .withMessageContaining("(FD " + client.fileno() + ") is already registered");
  }

  @Test
  void wait_closed_raisesOSError() {
    client.close();
    assertThatExceptionOfType(OSError.class).isThrownBy(() -> Connection.wait_(List.of(server, client)))
        .withMessage("handle is closed");
    assertThat(Connection.wait_(List.of(server))).containsExactly(server);
  }

  @Test
  void wait_mixOfTypes_givesTheReadyOnesInOrder() {
    List<AutoCloseable> all = List.of(listener, server, client);
    assertThat(Connection.wait_(all, 0)).isEmpty();
    assertThat(Connection.wait_(all, -1)).isEmpty();
    assertThat(Connection.wait_(all, 0.01)).isEmpty();
    client.send(1);
    try (Connection other = Connection.Client((String) listener.address())) {
      List<AutoCloseable> ready = Connection.wait_(all, timeout(null));
      assertThat(ready).containsExactly(listener, server);
      listener.accept().close();
      assertThat(other.poll(60)).isTrue();
    }
  }

  @Test
  void wait_numbers_standForTheirObjects() {
    assertThat(client.fileno()).isEqualTo(client.fileno()).isGreaterThan(2).isNotEqualTo(server.fileno());
    client.send(1);
    assertThat(Connection.wait_(List.of(client.fileno(), server.fileno()))).containsExactly(server.fileno());
    int number = client.fileno();
    client.close();
    assertThatExceptionOfType(OSError.class).isThrownBy(client::fileno).withMessage("handle is closed");
    assertThatExceptionOfType(ValueError.class).isThrownBy(() -> Connection.wait_(List.of(number)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void wait_interrupted_raisesKeyboardInterrupt(boolean virtual) throws Exception {
    var raised = new CompletableFuture<Throwable>();
    Thread waiter = (virtual ? Thread.ofVirtual() : Thread.ofPlatform()).start(() -> {
      try {
        Connection.wait_(List.of(client, server, listener));
      } catch (KeyboardInterrupt e) {
        raised.complete(e);
      }
    });
    waiter.interrupt();
    assertThat(raised.get(60, TimeUnit.SECONDS)).isInstanceOf(KeyboardInterrupt.class);
    waiter.join();
    client.send(1);
    assertThat(server.recv()).isEqualTo(1);
  }

  @Test
  void wait_closedMeanwhile_isToldSo() throws Exception {
    var raised = CompletableFuture.supplyAsync(() -> {
      try {
        return Connection.wait_(List.of(client, server)).toString();
      } catch (OSError e) {
        return e.getMessage();
      }
    });
    server.close();
    assertThat(raised.get(60, TimeUnit.SECONDS)).isIn("handle is closed", List.of(client).toString()); // its end, if that was seen first
  }
}
