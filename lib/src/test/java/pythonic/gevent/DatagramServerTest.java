package pythonic.gevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.encode;
import static pythonic.gevent.Gevent.joinall;
import static pythonic.gevent.Gevent.sleep;
import static pythonic.gevent.Gevent.spawn;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pythonic.builtins.OSError;
import pythonic.builtins.TypeError;
import pythonic.gevent.pool.Group;
import pythonic.gevent.server.DatagramServer;
import pythonic.socket.Address;
import pythonic.socket.Socket;
import pythonic.testing.OnVirtualThreads;

/** Each test has a thread, and so a hub, of its own. What is sent within this machine arrives. */
@ExtendWith(OnVirtualThreads.class)
@org.junit.jupiter.api.Timeout(value = 120, threadMode = org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD) // a hub stays with its thread
final class DatagramServerTest {

  private static final Address ANY = new Address("127.0.0.1", 0);

  private static String ask(Address server, String text) {
    try (var socket = new Socket(Socket.AF_INET, Socket.SOCK_DGRAM)) {
      socket.sendto(encode(text), server);
      return new String(socket.recvfrom(100).data(), StandardCharsets.UTF_8);
    }
  }

  /** Answers with what it gets. */
  private static final class Echo extends DatagramServer {
    Echo() {
      super(ANY);
    }

    @Override
    public void handle(byte[] data, Address address) {
      if (data[0] == 'f') {
        throw new pythonic.builtins.ValueError("f");
      }
      sendto(data, address);
    }
  }

  @Test
  void datagrams_areHandledByGreenletsOfOneThread() {
    var server = new Echo();
    assertThat(server.started()).isFalse();
    server.start();
    assertThat(server.toString()).matches("<Echo at 0x[0-9a-f]+ fileno=-?[0-9]+ address=127.0.0.1:" + server.server_port() + ">");
    List<Greenlet<String>> clients = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String own = "hello " + i;
      clients.add(spawn(() -> ask(server.address(), own)));
    }
    joinall(clients);
    assertThat(clients).extracting(Greenlet::value).containsExactly(IntStream.range(0, 20).mapToObj(i -> "hello " + i).toArray(String[]::new));
    server.stop();
    assertThat(server.closed()).isTrue();
    assertThatThrownBy(() -> server.sendto(encode("x"), server.address())).isInstanceOf(OSError.class).hasMessage("[Errno 9] Bad file descriptor");
  }

  @Test
  void handler_thatFails_costsOneDatagram() {
    try (var server = new Echo(); var socket = new Socket(Socket.AF_INET, Socket.SOCK_DGRAM)) {
      server.start();
      socket.sendto(encode("fail"), server.address());
      assertThat(ask(server.address(), "x")).isEqualTo("x");
    }
  }

  @Test
  void pool_boundsWhatIsHandledAtATime() {
    var now = new AtomicInteger();
    var most = new AtomicInteger();
    var servers = new DatagramServer[1];
    try (var server = new DatagramServer(ANY, (data, address) -> {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      sleep(0.005);
      now.decrementAndGet();
      servers[0].sendto(data, address);
    }, 2)) {
      servers[0] = server;
      server.start();
      List<Greenlet<String>> clients = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        clients.add(spawn(() -> ask(server.address(), "x")));
      }
      joinall(clients);
      assertThat(most).hasValue(2);
    }
  }

  @Test
  void socketOrGroup_isTaken() {
    var bound = new Socket(Socket.AF_INET, Socket.SOCK_DGRAM);
    bound.bind(ANY);
    var got = new ArrayList<String>();
    var server = new DatagramServer(bound, (data, _) -> got.add(new String(data, StandardCharsets.UTF_8)));
    server.start();
    try (var client = new Socket(Socket.AF_INET, Socket.SOCK_DGRAM)) {
      client.sendto(encode("one"), server.address());
      while (got.isEmpty()) {
        sleep(0.001);
      }
      assertThat(got).containsExactly("one");
    }
    server.stop();
    assertThat(new DatagramServer(ANY, (_, _) -> {}, new Group()).full()).isFalse();
    assertThatThrownBy(() -> new DatagramServer(ANY)).isExactlyInstanceOf(TypeError.class).hasMessage("'handle' must be provided");
  }
}
