package pythonic.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Builtins.encode;
import static pythonic.builtins.Builtins.repr;
import static pythonic.builtins.Keywords.timeout;
import static pythonic.socket.Socket.address;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.queue.Queue;
import pythonic.socket.Socket;

/** Large files and datagrams between the lessons' ports and scripts, and the web server's answers to other programs. */
@Timeout(120)
final class LessonTransfersTest {

  private static final Optional<Python> PYTHON = Python.newest();
  private static final int SIZE = 5_000_003;

  /** A file as the lesson sends it, with a length that is no multiple of a piece. */
  private static Path file(Path folder) throws Exception {
    byte[] bytes = new byte[SIZE];
    new Random(37).nextBytes(bytes);
    return Files.write(folder.resolve("large"), bytes);
  }

  private static String digest(Path file) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"by_send", "by_sendall", "by_sendfile"})
  void fileOfTheScript_arrivesAtThePort(String way, @TempDir Path folder) throws Exception {
    Path file = file(folder);
    var results = new Queue<Object>();
    try (Socket server = Socket.create_server(address("127.0.0.1", 0)); PortServer receiving = PortServer.of("37", "receive", server, results)) {
      int port = server.getsockname().port();
      receiving.with(() -> {
        if (PYTHON.isEmpty()) {
          send(way, port, file);
        } else {
          // The definitions end before the lesson makes a file of its own.
          ScriptServer.output(PYTHON.get(), folder, ScriptServer.definitions("37") + """
              import sys
              with socket.create_connection(('127.0.0.1', int(sys.argv[1])), 60) as client, open(sys.argv[2], 'rb') as file:
                  %s(client, file)
              """.formatted(way), port, file);
        }
      }).awaitEnd();
    }
    assertThat(results.get().toString()).isEqualTo("Received[total=" + SIZE + ", digest=" + digest(file) + "]");
  }

  private static void send(String way, int port, Path file) throws Exception {
    try (Socket client = Socket.create_connection(address("127.0.0.1", port), timeout(60)); FileChannel opened = FileChannel.open(file)) {
      PortServer.call("37", way, client, opened);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"by_send", "by_sendall", "by_sendfile"})
  void fileOfThePort_arrivesAtTheScript(String way, @TempDir Path folder) throws Exception {
    if (PYTHON.isEmpty()) {
      assertThat(ScriptServer.definitions("37")).contains("def receive");
      return;
    }
    Path file = file(folder);
    try (var server = new ScriptServer(PYTHON.get(), folder, "37", """
        server = socket.create_server(('127.0.0.1', 0))
        print(server.getsockname()[1], flush=True)
        results = []
        receive(server, results)
        print(results)
        """)) {
      send(way, server.port(), file);
      assertThat(server.awaitEnd()).isEqualTo("[(" + SIZE + ", '" + digest(file) + "')]");
    }
  }

  /** As long as one datagram can be, and none at all. */
  private static final List<String> DATAGRAMS = List.of("one", "", "x".repeat(1024), "last");

  private static final String DATAGRAM_CLIENT =
      """
      import socket, sys
      client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
      client.settimeout(60)
      for text in [b'one', b'', b'x' * 1024, b'last']:
          client.sendto(text, ('127.0.0.1', int(sys.argv[1])))
          print(client.recv(2048))
      """;

  private static String datagrams(int port) {
    var said = new StringBuilder();
    try (var client = new Socket(Socket.AF_INET, Socket.SOCK_DGRAM)) {
      client.settimeout(60);
      for (String text : DATAGRAMS) {
        client.sendto(encode(text), address("127.0.0.1", port));
        said.append(repr(client.recv(2048))).append('\n');
      }
    }
    return said.toString();
  }

  private static String answers() {
    return "b'ONE'\nb''\nb'" + "X".repeat(1024) + "'\nb'LAST'\n";
  }

  @Test
  void datagramsOfTheScript_areAnsweredByThePort(@TempDir Path folder) throws Exception {
    try (var server = new Socket(Socket.AF_INET, Socket.SOCK_DGRAM)) {
      server.bind(address("127.0.0.1", 0));
      int port = server.getsockname().port();
      try (PortServer serving = PortServer.of("34", "serve", server, DATAGRAMS.size())) {
        serving.with(() -> assertThat(PYTHON.isEmpty() ? datagrams(port) : ScriptServer.output(PYTHON.get(), folder, DATAGRAM_CLIENT, port))
            .isEqualTo(answers())).awaitEnd();
      }
    }
  }

  @Test
  void datagramsOfThePort_areAnsweredByTheScript(@TempDir Path folder) throws Exception {
    if (PYTHON.isEmpty()) {
      assertThat(ScriptServer.definitions("34")).contains("def serve");
      return;
    }
    try (var server = new ScriptServer(PYTHON.get(), folder, "34", """
        server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        server.bind(('127.0.0.1', 0))
        print(server.getsockname()[1], flush=True)
        serve(server, 4)
        """)) {
      assertThat(datagrams(server.port())).isEqualTo(answers());
      server.awaitEnd();
    }
  }
}
