package pythonic.socketserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.decode;
import static pythonic.builtins.Builtins.encode;
import static pythonic.builtins.Keywords.timeout;
import static pythonic.socket.Socket.address;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pythonic.builtins.Bytes;
import pythonic.builtins.TimeoutError;
import pythonic.builtins.ValueError;
import pythonic.os.Os;
import pythonic.socket.Address;
import pythonic.socket.Socket;
import pythonic.testing.Threads;

/** Servers whose requests are served by children: their number, their end, their death. */
final class ForkingServerTest {

  private static final Address ANY_PORT = address("127.0.0.1", 0);

  /** Says which process serves, then echoes until the client has no more; "raise" raises. */
  public static final class Telling extends StreamRequestHandler {
    @Override
    public void handle() {
      wfile().write(encode(Os.getpid() + "\n"));
      for (byte[] line = rfile().readline(); line.length > 0; line = rfile().readline()) {
        if (decode(line).equals("raise\n")) {
          throw new ValueError("asked to");
        }
        wfile().write(line);
      }
    }
  }

  /** Answers with the number of its process and the datagram. */
  public static final class Packet extends DatagramRequestHandler {
    @Override
    public void handle() {
      wfile().writeBytes(Bytes.join(encode(Os.getpid() + " "), rfile().read()));
    }
  }

  /** A client in the midst of its conversation. */
  private record Client(Socket socket, long pid) implements AutoCloseable {

    static Client of(TCPServer server) {
      Socket socket = Socket.create_connection(server.server_address(), timeout(60));
      return new Client(socket, Long.parseLong(line(socket)));
    }

    static String line(Socket socket) {
      var line = new StringBuilder();
      for (byte[] one = socket.recv(1); one.length > 0 && one[0] != '\n'; one = socket.recv(1)) {
        line.append((char) one[0]);
      }
      return line.toString();
    }

    String ask(String text) {
      socket.sendall(encode(text + "\n"));
      return line(socket);
    }

    @Override
    public void close() {
      socket.close();
    }
  }

  private static Threads.Helper<Void> serve(BaseServer<?> server) {
    return Threads.run(server::serve_forever);
  }

  private static void end(BaseServer<?> server, Threads.Helper<Void> serving) {
    server.shutdown();
    serving.join();
    server.server_close();
  }

  @Test
  void unixDatagrams_areServedByChildren(@TempDir Path folder) {
    String path = folder.resolve("server").toString();
    String own = folder.resolve("client").toString();
    var server = new ForkingUnixDatagramServer(path, Packet::new);
    var serving = serve(server);
    try (var client = new Socket(Socket.AF_UNIX, Socket.SOCK_DGRAM)) {
      client.settimeout(60);
      client.bind(own);
      client.connect(path);
      client.send(encode("one"));
      String[] answer = decode(client.recv(100)).split(" ", -1);
      assertThat(answer).hasSize(2).endsWith("one");
      assertThat(Long.parseLong(answer[0])).isNotEqualTo(Os.getpid());
    }
    end(server, serving);
  }

  @Test
  void unixDatagrams_withoutAndWithThreads_areAnswered(@TempDir Path folder) {
    for (boolean isThreading : new boolean[] {false, true}) {
      String path = folder.resolve("server" + isThreading).toString();
      UnixDatagramServer server = isThreading ? new ThreadingUnixDatagramServer(path, Packet::new) : new UnixDatagramServer(path, Packet::new);
      var serving = serve(server);
      try (var client = new Socket(Socket.AF_UNIX, Socket.SOCK_DGRAM)) {
        client.settimeout(60);
        client.bind("\0pythonic-client-" + Os.getpid() + isThreading);
        client.sendto(encode("two"), path);
        var got = client.recvfrom(100);
        assertThat(decode(got.data())).isEqualTo(Os.getpid() + " two");
        assertThat(got.address()).hasToString("'" + path + "'");
      }
      end(server, serving);
    }
  }

  @Test
  void maxChildren_furtherRequestsWaitForTheEndOfOne() {
    var server = new ForkingTCPServer(ANY_PORT, Telling::new);
    server.max_children(1);
    var serving = serve(server);
    try (Client first = Client.of(server); Socket second = Socket.create_connection(server.server_address(), timeout(0.2))) {
      assertThat(server.active_children()).containsExactly(first.pid());
      assertThatThrownBy(() -> second.recv(1)).isInstanceOf(TimeoutError.class);
      assertThat(first.ask("still here")).isEqualTo("still here");
      first.socket().shutdown(Socket.SHUT_WR);
      second.settimeout(60);
      assertThat(Long.parseLong(Client.line(second))).isNotEqualTo(first.pid());
    }
    end(server, serving);
    assertThat(server.active_children()).isEmpty();
  }

  @Test
  void child_killed_endsItsConnectionAloneAndIsForgotten() throws Exception {
    var server = new ForkingTCPServer(ANY_PORT, Telling::new);
    var serving = serve(server);
    try (Client one = Client.of(server); Client other = Client.of(server)) {
      assertThat(server.active_children()).isEqualTo(Set.of(one.pid(), other.pid()));
      ProcessHandle.of(one.pid()).orElseThrow().destroyForcibly();
      assertThat(one.socket().recv(10)).isEmpty();
      Threads.await("one child", () -> server.active_children().equals(Set.of(other.pid())));
      assertThat(other.ask("alone")).isEqualTo("alone");
      try (Client third = Client.of(server)) {
        assertThat(third.ask("next")).isEqualTo("next");
      }
    }
    end(server, serving);
    assertThat(server.active_children()).isEmpty();
  }

  @Test
  void handler_raisesInAChild_endsItsConnectionAndTheServerGoesOn() {
    var server = new ForkingTCPServer(ANY_PORT, Telling::new);
    var serving = serve(server);
    try (Client one = Client.of(server)) {
      assertThat(one.ask("fine")).isEqualTo("fine");
      assertThat(one.ask("raise")).isEmpty();
      try (Client next = Client.of(server)) {
        assertThat(next.ask("next")).isEqualTo("next");
      }
    }
    end(server, serving);
  }

  @Test
  void serverClose_waitsForChildrenOrNot() throws Exception {
    for (boolean blocks : new boolean[] {true, false}) {
      var server = new ForkingTCPServer(ANY_PORT, Telling::new);
      server.block_on_close(blocks);
      var serving = serve(server);
      try (Client client = Client.of(server)) {
        server.shutdown();
        serving.join();
        if (blocks) {
          var closing = Threads.startAndAwaitParked(() -> {
            server.server_close();
            return null;
          });
          assertThat(client.ask("closing")).isEqualTo("closing");
          assertThat(closing.isAlive()).isTrue();
          client.socket().shutdown(Socket.SHUT_WR);
          closing.join();
        } else {
          server.server_close();
          assertThat(client.ask("closed")).isEqualTo("closed");
          client.socket().shutdown(Socket.SHUT_WR);
        }
        Threads.await("the child's end", () -> ProcessHandle.of(client.pid()).filter(ProcessHandle::isAlive).isEmpty());
        server.collect_children(true);
        assertThat(server.active_children()).isEmpty();
      }
    }
  }
}
