package pythonic.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Builtins.decode;
import static pythonic.builtins.Builtins.encode;
import static pythonic.builtins.Keywords.target;
import static pythonic.builtins.Keywords.timeout;
import static pythonic.socket.Socket.address;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pythonic.os.Os;
import pythonic.socket.Socket;
import pythonic.socketserver.BaseServer;
import pythonic.socketserver.DatagramRequest;
import pythonic.socketserver.ThreadingTCPServer;
import pythonic.socketserver.ThreadingUDPServer;
import pythonic.threading.Thread;

/** The servers of the lessons on {@code socketserver}: those of the ports with CPython's clients, those of the scripts with ours. */
@Timeout(120)
final class LessonServersTest {

  private static final Optional<Python> PYTHON = Python.newest();

  /** Serves while a peer talks. */
  private static void during(BaseServer<?> server, PortServer.Peer peer) throws Exception {
    try (server) {
      var serving = new Thread(target(server::serve_forever));
      serving.start();
      try {
        peer.talk();
      } finally {
        server.shutdown();
        serving.join();
      }
    }
  }

  private static final String ROBOT =
      """
      import socket, sys
      clients = [socket.create_connection(('127.0.0.1', int(sys.argv[1])), 60) for _ in range(3)]
      print(*[client.recv(1024).decode() for client in clients], sep=', ')
      for key in ['0', '7', 'exit']:
          for client in clients:
              client.sendall(key.encode())
          print(*[client.recv(1024).decode() for client in clients], sep=', ')
      """;

  private static final String ROBOT_SAID =
      """
      welcome, welcome, welcome
      a person will call you, a person will call you, a person will call you
      pressed 7, pressed 7, pressed 7
      goodbye, 127.0.0.1, goodbye, 127.0.0.1, goodbye, 127.0.0.1
      """;

  private static String robot(int port) {
    List<Socket> clients = new ArrayList<>();
    try {
      for (int i = 0; i < 3; i++) {
        clients.add(Socket.create_connection(address("127.0.0.1", port), timeout(60)));
      }
      var said = new StringBuilder(received(clients));
      for (String key : List.of("0", "7", "exit")) {
        clients.forEach(client -> client.sendall(encode(key)));
        said.append(received(clients));
      }
      return said.toString();
    } finally {
      clients.forEach(Socket::close);
    }
  }

  private static String received(List<Socket> clients) {
    return String.join(", ", clients.stream().map(client -> decode(client.recv(1024))).toList()) + "\n";
  }

  @Test
  void robotOfThePort_talksToCpythonsClients(@TempDir Path folder) throws Exception {
    var server = new ThreadingTCPServer(address("127.0.0.1", 0), () -> PortHandler.of("Lesson40$Robot"));
    during(server, () -> {
      int port = server.server_address().port();
      assertThat(PYTHON.isEmpty() ? robot(port) : ScriptServer.output(PYTHON.get(), folder, ROBOT, port)).isEqualTo(ROBOT_SAID);
    });
  }

  /** Serves by a server of socketserver until standard input ends. */
  private static String forever(String made) {
    return """
        import sys
        server = %s
        print(server.server_address[1], flush=True)
        threading.Thread(target=lambda: (sys.stdin.read(), server.shutdown())).start()
        server.serve_forever()
        server.server_close()
        """.formatted(made);
  }

  @Test
  void robotOfTheScript_talksToOurClients(@TempDir Path folder) throws Exception {
    if (PYTHON.isEmpty()) {
      assertThat(ScriptServer.definitions("40")).contains("class Robot");
      return;
    }
    try (var server = new ScriptServer(PYTHON.get(), folder, "40", forever("socketserver.ThreadingTCPServer(('127.0.0.1', 0), Robot)"))) {
      assertThat(robot(server.port())).isEqualTo(ROBOT_SAID);
      assertThat(server.awaitEnd()).isEmpty();
    }
  }

  private static final String UPPER =
      """
      import socket, sys
      client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
      client.settimeout(60)
      for text in [b'one', b'', b'stra\\xc3\\x9fe']:
          client.sendto(text, ('127.0.0.1', int(sys.argv[1])))
          print(client.recvfrom(1024) == (text.upper(), ('127.0.0.1', int(sys.argv[1]))))
      """;

  private static String upper(int port) {
    var said = new StringBuilder();
    try (var client = new Socket(Socket.AF_INET, Socket.SOCK_DGRAM)) {
      client.settimeout(60);
      for (String text : List.of("one", "", "stra\u00dfe")) {
        client.sendto(encode(text), address("127.0.0.1", port));
        var received = client.recvfrom(1024);
        boolean isRight = decode(received.data()).equals(text.replace("one", "ONE").replace("stra", "STRA").replaceAll("e$", "E"))
            && address("127.0.0.1", port).equals(received.address());
        said.append(isRight ? "True\n" : "False\n");
      }
    }
    return said.toString();
  }

  @Test
  void datagramsOfThePort_answerCpythonsClient(@TempDir Path folder) throws Exception {
    var server = new ThreadingUDPServer(address("127.0.0.1", 0), () -> PortHandler.<DatagramRequest>of("Lesson41$Upper"));
    during(server, () -> {
      int port = server.server_address().port();
      assertThat(PYTHON.isEmpty() ? upper(port) : ScriptServer.output(PYTHON.get(), folder, UPPER, port)).isEqualTo("True\n".repeat(3));
    });
  }

  @Test
  void datagramsOfTheScript_answerOurClient(@TempDir Path folder) throws Exception {
    if (PYTHON.isEmpty()) {
      assertThat(ScriptServer.definitions("41")).contains("class Upper");
      return;
    }
    try (var server = new ScriptServer(PYTHON.get(), folder, "41", forever("socketserver.ThreadingUDPServer(('127.0.0.1', 0), Upper)"))) {
      assertThat(upper(server.port())).isEqualTo("True\n".repeat(3));
      assertThat(server.awaitEnd()).isEmpty();
    }
  }

  /** {@return what {@code ask} of the lesson says, twice, where "#" is the number of the process} */
  private static List<String> ask(Path folder, int port) throws Exception {
    String program = ScriptServer.definitions("41") + """
        import sys
        for text in [b'first', b'second']:
            print(ask(('127.0.0.1', int(sys.argv[1])), text))
        """;
    return PYTHON.isEmpty() ? ask(port) : ScriptServer.output(PYTHON.get(), folder, program, port).lines().toList();
  }

  private static List<String> ask(int port) throws Exception {
    List<String> said = new ArrayList<>();
    for (String text : List.of("first", "second")) {
      said.add((String) PortServer.call("41", "ask", address("127.0.0.1", port), text));
    }
    return said;
  }

  /** Two different processes have answered, and neither is this one or the server. */
  private static void assertForked(List<String> said, long server) {
    assertThat(said).hasSize(2);
    assertThat(said.get(0)).matches("FIRST from \\d+");
    assertThat(said.get(1)).matches("SECOND from \\d+");
    assertThat(said.stream().map(one -> Long.valueOf(one.substring(one.lastIndexOf(' ') + 1))))
        .doesNotHaveDuplicates().doesNotContain(server, Os.getpid());
  }

  @Test
  void childrenOfThePort_answerCpythonsClient(@TempDir Path folder) throws Exception {
    try (var server = ScriptServer.java(ForkingPort.class, PortHandler.class, Class.forName("Lesson41"))) {
      assertForked(ask(folder, server.port()), server.pid());
      assertThat(server.awaitEnd()).isEmpty();
    }
  }

  @Test
  void childrenOfTheScript_answerOurClient(@TempDir Path folder) throws Exception {
    if (PYTHON.isEmpty()) {
      assertThat(ScriptServer.definitions("41")).contains("class Where");
      return;
    }
    String serving = forever("socketserver.ForkingTCPServer(('127.0.0.1', 0), Where)");
    try (var server = new ScriptServer(PYTHON.get(), folder, "41", serving)) {
      assertForked(ask(server.port()), Os.getpid());
      assertThat(server.awaitEnd()).isEmpty();
    }
  }
}
