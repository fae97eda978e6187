package pythonic.gevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.encode;
import static pythonic.gevent.Gevent.joinall;
import static pythonic.gevent.Gevent.sleep;
import static pythonic.gevent.Gevent.spawn;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pythonic.builtins.OSError;
import pythonic.builtins.TypeError;
import pythonic.gevent.pool.Pool;
import pythonic.gevent.server.StreamServer;
import pythonic.socket.Address;
import pythonic.socket.Socket;
import pythonic.testing.OnVirtualThreads;

/** Each test has a thread, and so a hub, of its own. */
@ExtendWith(OnVirtualThreads.class)
@org.junit.jupiter.api.Timeout(value = 120, threadMode = org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD) // a hub stays with its thread
final class StreamServerTest {

  private static final Address ANY = new Address("127.0.0.1", 0);

  private static void echo(Socket socket, Address address) {
    for (byte[] data = socket.recv(100); data.length > 0; data = socket.recv(100)) {
      socket.sendall(data);
    }
  }

  private static String ask(Address server, String text) {
    try (Socket socket = Socket.create_connection(server)) {
      socket.sendall(encode(text));
      return new String(socket.recv(100), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  @Test
  void connections_haveGreenletsOfOneThread() {
    var server = new StreamServer(ANY, StreamServerTest::echo);
    assertThat(server.started()).isFalse();
    assertThat(server.closed()).isTrue();
    server.start();
    server.start();
    assertThat(server.started()).isTrue();
    assertThat(server.server_port()).isPositive();
    assertThat(server.toString()).matches("<StreamServer at 0x[0-9a-f]+ fileno=-?[0-9]+ address=127.0.0.1:" + server.server_port() + ">");
    List<Greenlet<String>> clients = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String own = "hello " + i;
      clients.add(spawn(() -> ask(server.address(), own)));
    }
    joinall(clients);
    assertThat(clients).extracting(Greenlet::value).containsExactly(java.util.stream.IntStream.range(0, 20).mapToObj(i -> "hello " + i).toArray(String[]::new));
    server.stop();
    assertThat(server.started()).isFalse();
    assertThat(server.closed()).isTrue();
    assertThatThrownBy(() -> ask(server.address(), "late")).isInstanceOf(OSError.class);
  }

  @Test
  void start_addressInUse_raisesOSErrorThatNamesIt() {
    try (var first = new StreamServer(ANY, StreamServerTest::echo)) {
      first.start();
      var second = new StreamServer(first.address(), StreamServerTest::echo);
      assertThatThrownBy(second::start).isExactlyInstanceOf(OSError.class).hasMessage("[Errno 98] Address already in use: " + first.address());
      assertThat(second.started()).isFalse();
    }
  }

  @Test
  void start_addressOfIPv6_listensThere() {
    try (var server = new StreamServer(new Address("::1", 0), StreamServerTest::echo)) {
      server.start();
      assertThat(ask(server.address(), "six")).isEqualTo("six");
    }
  }

  @Test
  void pool_boundsWhatIsHandledAtATime() {
    var now = new AtomicInteger();
    var most = new AtomicInteger();
    try (var server = new StreamServer(ANY, (socket, _) -> {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      sleep(0.005);
      socket.sendall(encode("done"));
      now.decrementAndGet();
    }, null, new Pool(2))) {
      server.start();
      List<Greenlet<String>> clients = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        clients.add(spawn(() -> ask(server.address(), "x")));
      }
      joinall(clients);
      assertThat(clients).allMatch(client -> client.value().equals("done"));
      assertThat(most).hasValue(2);
    }
  }

  @Test
  void serveForever_endsWhenItIsStopped() {
    var server = new StreamServer(ANY, StreamServerTest::echo, null, 3);
    var client = spawn(() -> {
      sleep(0);
      String answer = ask(server.address(), "x");
      server.stop();
      return answer;
    });
    server.serve_forever();
    assertThat(client.get()).isEqualTo("x");
  }

  /** A subclass handles; what it raises is told and costs one connection. */
  @Test
  void handle_ofASubclass_mayFail() {
    assertThatThrownBy(() -> new StreamServer(ANY)).isExactlyInstanceOf(TypeError.class).hasMessage("'handle' must be provided");
    var server = new StreamServer(ANY) {
      @Override
      public void handle(Socket socket, Address address) {
        byte[] data = socket.recv(10);
        if (data[0] == 'f') {
          throw new pythonic.builtins.ValueError("f");
        }
        socket.sendall(data);
      }
    };
    server.start();
    var clients = List.of(spawn(() -> ask(server.address(), "fail")), spawn(() -> ask(server.address(), "good")));
    joinall(clients);
    assertThat(clients).extracting(Greenlet::value).containsExactly("", "good");
    server.close();
  }

  @Test
  void stopAccepting_keepsConnectionsWaiting() {
    var server = new StreamServer(ANY, StreamServerTest::echo);
    server.start();
    server.stop_accepting();
    var client = spawn(() -> ask(server.address(), "x"));
    client.join(0.02);
    assertThat(client.ready()).isFalse();
    server.start_accepting();
    assertThat(client.get()).isEqualTo("x");
    server.close();
  }

  @Test
  void listeningSocket_isTaken() {
    var server = new StreamServer(Socket.create_server(ANY), StreamServerTest::echo, new Pool());
    server.start();
    assertThat(spawn(() -> ask(server.address(), "x")).get()).isEqualTo("x");
    server.stop(0);
  }
}
