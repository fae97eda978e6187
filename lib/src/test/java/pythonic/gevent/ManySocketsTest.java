package pythonic.gevent;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Builtins.encode;
import static pythonic.gevent.Gevent.joinall;
import static pythonic.gevent.Gevent.spawn;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pythonic.gevent.event.Event;
import pythonic.gevent.lock.Semaphore;
import pythonic.gevent.pool.Group;
import pythonic.gevent.server.StreamServer;
import pythonic.socket.Address;
import pythonic.socket.Socket;
import pythonic.testing.OnVirtualThreads;

/**
 * Many greenlets of one hub talk over sockets with as many others of it, all connected at once. {@code -Dgreenlets.connections=5000}
 * makes 10,000 greenlets and 10,000 sockets of them; by default there are few.
 */
@ExtendWith(OnVirtualThreads.class)
@org.junit.jupiter.api.Timeout(value = 300, threadMode = org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD) // a hub stays with its thread
final class ManySocketsTest {

  private static final int CONNECTIONS = Integer.getInteger("greenlets.connections", 100);
  private static final int TALKS = 3;

  /** Touched by the greenlets of one hub, of which one runs at a time. */
  private int connected;

  private int talking;
  private int most;
  private final Event all = new Event();

  private void serve(Socket socket, Address address) {
    most = Math.max(most, ++talking);
    for (byte[] data = socket.recv(100); data.length > 0; data = socket.recv(100)) {
      socket.sendall(data);
    }
    talking--;
  }

  private int talk(Address server, Semaphore connecting, int own) {
    connecting.acquire(); // a listener has room for so many
    Socket socket = Socket.create_connection(server);
    connecting.release();
    try (socket) {
      if (++connected == CONNECTIONS) {
        all.set();
      }
      all.wait_();
      int answers = 0;
      for (int i = 0; i < TALKS; i++) {
        String text = own + " says " + i;
        socket.sendall(encode(text));
        var heard = new StringBuilder();
        while (heard.length() < text.length()) {
          heard.append(new String(socket.recv(100), StandardCharsets.UTF_8));
        }
        answers += heard.toString().equals(text) ? 1 : 0;
      }
      return answers;
    }
  }

  @Test
  void connections_ofGreenletsWithGreenlets_loseNothing() {
    var handlers = new Group();
    try (var server = new StreamServer(new Address("127.0.0.1", 0), this::serve, null, handlers)) {
      server.start();
      var connecting = new Semaphore(64);
      List<Greenlet<Integer>> clients = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        int own = i;
        clients.add(spawn(() -> talk(server.address(), connecting, own)));
      }
      joinall(clients);
      assertThat(clients).allMatch(client -> client.get() == TALKS);
      assertThat(handlers.join()).isTrue();
    }
    assertThat(most).isEqualTo(CONNECTIONS);
    assertThat(talking).isZero();
  }
}
