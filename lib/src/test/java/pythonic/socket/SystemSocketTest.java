package pythonic.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.socket.Socket.AF_UNIX;
import static pythonic.socket.Socket.SOCK_DGRAM;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pythonic.builtins.Bytes;
import pythonic.builtins.OSError;
import pythonic.select.Select;
import pythonic.socketserver.DatagramRequestHandler;
import pythonic.socketserver.ThreadingUnixDatagramServer;
import pythonic.testing.Programs;
import pythonic.testing.Threads;

/** Sockets that the JDK has no channel for. */
final class SystemSocketTest {

  @TempDir
  private Path folder;

  @Test
  void select_seesADatagram() {
    SocketPair pair = Socket.socketpair(AF_UNIX, SOCK_DGRAM);
    try (Socket a = pair.a(); Socket b = pair.b()) {
      assertThat(Select.select(List.of(b), List.of(), List.of(), 0.0).rlist()).isEmpty();
      var selecting = Threads.start(() -> Select.select(List.of(b), List.of(), List.of()));
      a.send(new byte[1]);
      assertThat(selecting.join().rlist()).hasSize(1);
      assertThat(Select.select(List.of(), List.of(a), List.of()).wlist()).hasSize(1);
    }
  }

  /** Answers in capitals. */
  static final class Upper extends DatagramRequestHandler {
    @Override
    public void handle() throws Exception {
      wfile().writeBytes(Bytes.upper(packet()));
    }
  }

  @Test
  void unixDatagramServer_answers() throws Exception {
    String path = folder.resolve("server").toString();
    var server = new ThreadingUnixDatagramServer(path, Upper::new);
    var serving = Threads.run(server::serve_forever);
    try (var client = new Socket(AF_UNIX, SOCK_DGRAM)) {
      client.bind(folder.resolve("client").toString());
      for (String text : List.of("one", "two")) {
        client.sendto(text.getBytes(StandardCharsets.US_ASCII), path);
        assertThat(client.recv(9)).asString().isEqualTo(text.toUpperCase(Locale.ROOT));
      }
    } finally {
      server.shutdown();
      server.server_close();
      serving.join();
    }
  }

  @Test
  void many_areMadeAtOnce_andAreTheirOwn() {
    var making = new ArrayList<Threads.Helper<List<SocketPair>>>();
    for (int i = 0; i < 4; i++) {
      making.add(Threads.start(() -> {
        var pairs = new ArrayList<SocketPair>();
        for (int k = 0; k < 25; k++) {
          pairs.add(Socket.socketpair(AF_UNIX, SOCK_DGRAM));
        }
        return pairs;
      }));
    }
    var all = new ArrayList<SocketPair>();
    making.forEach(helper -> all.addAll(helper.join()));
    for (int i = 0; i < all.size(); i++) {
      all.get(i).a().send(new byte[i]);
    }
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i).b().recv(1000)).hasSize(i);
      all.get(i).a().close();
      all.get(i).b().close();
    }
  }

  /** Tries to make a socket. */
  static final class Making {
    public static void main(String[] arguments) {
      try {
        System.out.println(new Socket(AF_UNIX, SOCK_DGRAM).type());
      } catch (OSError e) {
        System.out.println(e.getMessage());
      }
    }
  }

  @Test
  void nativeAccessDenied_isSaid() {
    Programs.Result result = Programs.run(List.of(Programs.java(), "--illegal-native-access=deny", "-XX:TieredStopAtLevel=1", "-cp",
        System.getProperty("java.class.path"), Making.class.getName()));
    assertThat(result.out()).isEqualTo("[Errno 94] Socket type not supported (Java was told to deny native access;"
        + " start it with --enable-native-access=ALL-UNNAMED)\n");
    assertThat(result.err()).isEmpty();
  }
}
