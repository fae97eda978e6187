package pythonic.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Builtins.decode;
import static pythonic.builtins.Builtins.encode;
import static pythonic.builtins.Keywords.encoding;
import static pythonic.builtins.Keywords.newline;
import static pythonic.socket.Socket.SHUT_RDWR;
import static pythonic.socket.Socket.SHUT_WR;
import static pythonic.socket.Socket.address;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pythonic.builtins.OSError;
import pythonic.testing.CPython;
import pythonic.testing.Programs;
import pythonic.testing.Threads;

/** Sockets talk to programs that no one here wrote. */
final class SocketPeersTest {

  private static final String CLIENT =
      """
      import socket, sys
      c = socket.create_connection(('127.0.0.1', int(sys.argv[1])))
      c.sendall(bytes(range(256)) * 4096)
      c.shutdown(socket.SHUT_WR)
      got = b''
      while piece := c.recv(65536):
          got += piece
      print(len(got), got == bytes(255 - b for b in range(256)) * 4096)
      u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
      u.sendto(b'datagram', ('127.0.0.1', int(sys.argv[2])))
      print(u.recvfrom(100)[0])
      """;

  private static final String SERVER =
      """
      import socket
      s = socket.create_server(('127.0.0.1', 0))
      u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
      u.bind(('127.0.0.1', 0))
      print(s.getsockname()[1], u.getsockname()[1], flush=True)
      conn, addr = s.accept()
      f = conn.makefile('rw', newline='')
      for line in f:
          f.write(line.upper())
          f.flush()
      f.close()
      conn.close()
      data, addr = u.recvfrom(100)
      u.sendto(data[::-1], addr)
      """;

  /** What CPython's client prints when it has talked to us: recorded, where none is installed it is not run. */
  @Test
  void cpythonClient_talksToOurServer() {
    try (Socket server = Socket.create_server(address("127.0.0.1", 0)); var udp = new Socket(Socket.AF_INET, Socket.SOCK_DGRAM)) {
      udp.bind(address("127.0.0.1", 0));
      var serving = Threads.run(() -> {
        try (Socket conn = server.accept().conn(); SocketFile<byte[]> file = conn.makefile("rb")) {
          byte[] data = file.read();
          for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (255 - (data[i] & 0xff));
          }
          conn.sendall(data);
        }
        ReceivedFrom got = udp.recvfrom(100);
        udp.sendto(encode(decode(got.data()).toUpperCase(Locale.ROOT)), got.address());
      });
      String port = Integer.toString(server.getsockname().port());
      String printed = CPython.find(8).map(python -> python.run(CLIENT, port, Integer.toString(udp.getsockname().port())).out())
          .orElseGet(() -> ourClient(server.getsockname(), udp.getsockname()));
      assertThat(printed).isEqualTo("1048576 True\nb'DATAGRAM'\n");
      serving.join();
    }
  }

  private static String ourClient(Address tcp, Address udp) {
    try (Socket client = Socket.create_connection(tcp); var datagrams = new Socket(Socket.AF_INET, Socket.SOCK_DGRAM)) {
      client.sendall(new byte[1_048_576]);
      client.shutdown(SHUT_WR);
      int length = client.<byte[]>makefile("rb").read().length;
      datagrams.sendto(encode("datagram"), udp);
      return length + " True\nb'" + decode(datagrams.recv(100)) + "'\n";
    }
  }

  @Test
  void cpythonServer_answersOurClient() throws IOException {
    CPython.Interpreter python = CPython.find(8).orElse(null);
    if (python == null) {
      assertThat(CPython.find(8)).isEmpty();
      return;
    }
    Process program = new ProcessBuilder(python.path(), "-c", SERVER).start();
    String[] ports = program.inputReader().readLine().split(" ", -1);
    try (Socket client = Socket.create_connection(address("127.0.0.1", Integer.parseInt(ports[0])));
        SocketFile<String> file = client.makefile("rw", newline(""), encoding("utf-8"));
        var udp = new Socket(Socket.AF_INET, Socket.SOCK_DGRAM)) {
      for (String line : List.of("one\n", "zwei ä\n", "три\n")) {
        file.write(line);
        file.flush();
        assertThat(file.readline()).isEqualTo(line.toUpperCase(Locale.ROOT));
      }
      client.shutdown(SHUT_WR);
      assertThat(file.readline()).isEmpty();
      udp.connect(address("127.0.0.1", Integer.parseInt(ports[1])));
      udp.send(encode("abc"));
      assertThat(decode(udp.recv(100))).isEqualTo("cba");
    }
    assertThat(Programs.finish(program).code()).isZero();
  }

  /** The web server of the lesson. */
  private static void serveWeb(Socket server) {
    while (true) {
      Accepted accepted;
      try {
        accepted = server.accept();
      } catch (OSError e) {
        return;
      }
      try (Socket conn = accepted.conn(); SocketFile<String> lines = conn.makefile("r", encoding("latin-1"), newline("\r\n"))) {
        String path = lines.readline().split(" ", -1)[1];
        while (!lines.readline().isBlank()) {
          // the headers
        }
        byte[] body = encode("page " + path);
        conn.sendall(encode("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\nConnection: close\r\n\r\n"));
        conn.sendall(body);
      }
    }
  }

  @Test
  void httpClient_andCurl_areAnswered() throws Exception {
    try (Socket server = Socket.create_server(address("127.0.0.1", 0)); HttpClient client = HttpClient.newHttpClient()) {
      var serving = Threads.run(() -> serveWeb(server));
      String url = "http://127.0.0.1:" + server.getsockname().port();
      HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/java")).version(HttpClient.Version.HTTP_1_1).build();
      assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).body()).isEqualTo("page /java");
      if (Files.isExecutable(Path.of("/usr/bin/curl"))) {
        assertThat(Programs.run(List.of("/usr/bin/curl", "-s", url + "/curl")).out()).isEqualTo("page /curl");
      }
      server.shutdown(SHUT_RDWR);
      serving.join();
    }
  }

  @Test
  void sendfile_sendsAllAndStandsBehindIt(@TempDir Path folder) throws IOException {
    byte[] content = new byte[3_000_000];
    new Random(1).nextBytes(content);
    Path path = Files.write(folder.resolve("file"), content);
    try (Socket server = Socket.create_server(address("127.0.0.1", 0)); Socket client = Socket.create_connection(server.getsockname());
        Socket conn = server.accept().conn(); var file = FileChannel.open(path)) {
      var receiving = Threads.start(() -> conn.<byte[]>makefile("rb").read());
      assertThat(client.sendfile(file, 10, 1_000_000L)).isEqualTo(1_000_000);
      assertThat(file.position()).isEqualTo(1_000_010);
      assertThat(client.sendfile(file, 1_000_010)).isEqualTo(1_999_990);
      client.shutdown(SHUT_WR);
      assertThat(receiving.join()).isEqualTo(Arrays.copyOfRange(content, 10, content.length));
    }
  }
}
