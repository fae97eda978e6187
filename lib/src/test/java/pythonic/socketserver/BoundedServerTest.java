package pythonic.socketserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.decode;
import static pythonic.builtins.Builtins.encode;
import static pythonic.builtins.Keywords.timeout;
import static pythonic.socket.Socket.address;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.builtins.Bytes;
import pythonic.builtins.ValueError;
import pythonic.socket.Address;
import pythonic.socket.Socket;
import pythonic.struct.Struct;
import pythonic.testing.Threads;

/** A threading server among clients that are slow, silent, half closed or gone, and at the bound of its threads. */
final class BoundedServerTest {

  private static final AtomicInteger SERVING = new AtomicInteger();
  private static final AtomicInteger MOST = new AtomicInteger();

  /** Answers each message in upper case, and counts how many do so at once. */
  static final class Upper extends BaseRequestHandler<Socket> {
    @Override
    public void setup() {
      int now = SERVING.incrementAndGet();
      MOST.accumulateAndGet(now, Math::max);
    }

    @Override
    public void handle() {
      for (byte[] data = request().recv(1024); data.length > 0; data = request().recv(1024)) {
        request().sendall(Bytes.upper(data));
      }
    }

    @Override
    public void finish() {
      SERVING.decrementAndGet();
    }
  }

  /** A server that keeps what its handlers raised. */
  private static final class Server extends ThreadingTCPServer {
    private final List<Throwable> errors = new CopyOnWriteArrayList<>();

    Server() {
      super(address("127.0.0.1", 0), Upper::new);
    }

    @Override
    public int request_queue_size() {
      return 64;
    }

    @Override
    public void handle_error(Socket request, Address client_address) {
      errors.add(error());
    }
  }

  private static Socket connect(BaseServer<?> server) {
    return Socket.create_connection(server.server_address(), timeout(30));
  }

  private static String ask(Socket client, String text) {
    client.sendall(encode(text));
    return decode(client.recv(1024));
  }

  private static void vanish(Socket client) {
    client.setsockopt(Socket.SOL_SOCKET, Socket.SO_LINGER, Struct.pack("ii", 1, 0));
    client.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void badClients_doNotStopOthers(boolean isVirtual) {
    var server = new Server();
    server.virtual_threads(isVirtual);
    var serving = Threads.run(server::serve_forever);
    var silent = connect(server);
    var slow = connect(server);
    var half = connect(server);
    var gone = connect(server);
    try (var good = connect(server)) {
      assertThat(ask(slow, "s")).isEqualTo("S");
      half.sendall(encode("half"));
      half.shutdown(Socket.SHUT_WR);
      assertThat(ask(gone, "gone")).isEqualTo("GONE");
      vanish(gone);
      assertThat(ask(good, "hello")).isEqualTo("HELLO");
      assertThat(decode(half.recv(10))).isEqualTo("HALF");
      assertThat(half.recv(10)).isEmpty();
      assertThat(ask(slow, "low")).isEqualTo("LOW");
      assertThat(ask(good, "still")).isEqualTo("STILL");
      Threads.await("the reset is told", () -> server.errors.size() == 1);
      assertThat(server.errors.getFirst()).hasToString("ConnectionResetError(104, 'Connection reset by peer')");
    } finally {
      List.of(silent, slow, half).forEach(Socket::close);
      server.shutdown();
      serving.join();
      server.server_close();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void maxThreads_manyClients_areServedByNoMore(boolean isVirtual) {
    MOST.set(0);
    var server = new Server();
    server.virtual_threads(isVirtual);
    server.max_threads(3);
    var serving = Threads.run(server::serve_forever);
    var clients = new ArrayList<Threads.Helper<String>>();
    for (int i = 0; i < 30; i++) {
      String text = "client " + i;
      clients.add(Threads.start(() -> {
        try (var client = connect(server)) {
          return ask(client, text);
        }
      }));
    }
    for (int i = 0; i < clients.size(); i++) {
      assertThat(clients.get(i).join()).isEqualTo("CLIENT " + i);
    }
    server.shutdown();
    serving.join();
    server.server_close();
    assertThat(MOST).hasValueBetween(1, 3);
    assertThat(server.errors).isEmpty();
  }

  @Test
  void maxThreads_allTaken_shutdownEndsItAllTheSame() {
    var server = new Server();
    server.max_threads(1);
    var serving = Threads.run(server::serve_forever);
    try (var first = connect(server); var second = connect(server)) {
      assertThat(ask(first, "one")).isEqualTo("ONE");
      second.sendall(encode("two"));
      Threads.awaitParked(serving.thread());
      server.shutdown();
      serving.join();
      Threads.await("the one that waited is closed, or was never accepted", () -> SERVING.get() == 1);
    }
    server.server_close();
  }

  @Test
  void maxThreads_raisedWhileAllAreTaken_isHeeded() {
    var server = new Server();
    server.max_threads(1);
    var serving = Threads.run(server::serve_forever);
    try (var first = connect(server); var second = connect(server)) {
      assertThat(ask(first, "one")).isEqualTo("ONE");
      second.sendall(encode("two"));
      Threads.awaitParked(serving.thread());
      server.max_threads(2);
      assertThat(decode(second.recv(10))).isEqualTo("TWO");
    }
    server.shutdown();
    serving.join();
    server.server_close();
  }

  @Test
  void maxThreads_lessThanOne_raisesValueError() {
    try (var server = new Server()) {
      assertThatThrownBy(() -> server.max_threads(0)).isInstanceOf(ValueError.class).hasMessage("max_threads must be at least 1");
    }
  }

  /** Several threads hand requests over, and all wait for the one thread that there may be: each is woken in its turn. */
  @Test
  void maxThreads_severalThreadsWaitForATurn_noneIsForgotten() {
    for (int round = 0; round < 20; round++) {
      var server = new Server();
      server.max_threads(1);
      var clients = new ArrayList<Socket>();
      var handing = new ArrayList<Threads.Helper<Void>>();
      for (int i = 0; i < 4; i++) {
        clients.add(connect(server));
        handing.add(Threads.run(server::handle_request));
      }
      List<Threads.Helper<String>> asking = new ArrayList<>();
      clients.forEach(client -> asking.add(Threads.start(() -> {
        try (client) {
          return ask(client, "x");
        }
      })));
      assertThat(asking.stream().map(Threads.Helper::join)).isEqualTo(Collections.nCopies(4, "X"));
      handing.forEach(Threads.Helper::join);
      server.server_close();
    }
  }
}
