package pythonic.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Builtins.decode;
import static pythonic.builtins.Builtins.encode;
import static pythonic.builtins.Builtins.repr;
import static pythonic.builtins.Keywords.timeout;
import static pythonic.socket.Socket.address;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pythonic.builtins.Bytes;
import pythonic.socket.Socket;
import pythonic.struct.Struct;
import pythonic.threading.Event;

/** The servers of the lessons with clients in the other language: the port's with CPython's, and the script's with ours. */
@Timeout(120)
final class LessonPeersTest {

  private static final Optional<Python> PYTHON = Python.newest();

  /** What a client of one lesson says, and what it is answered. */
  record Dialogue(String lesson, String call, List<String> pairs) {

    private static Dialogue of(String lesson, String call, String... pairs) {
      return new Dialogue(lesson, call, List.of(pairs));
    }

    @Override
    public String toString() {
      return "lesson " + lesson;
    }
  }

  static Stream<Dialogue> dialogues() {
    String page = "<h1>about us</h1>";
    return Stream.of(
        Dialogue.of("32", "serve(server)", "hello, server", "hello, client"),
        Dialogue.of("33", "serve(server, 1)", "hello", "HELLO", "again", "AGAIN"),
        Dialogue.of("35", "serve(server)", "GET /about HTTP/1.1\r\nHost: here\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: " + page.length() + "\r\nConnection: close\r\n\r\n" + page),
        Dialogue.of("36", "run_commands(server)", message("{\"size\": 10, \"returncode\": 0}", "echo hello"), ""),
        Dialogue.of("39", "serve(server, 1)", "", "Welcome. Press 0 for a person, exit to leave.", "0", "A person is coming.", "5",
            "There is no choice 5.", "exit", ""),
        Dialogue.of("42", "serve([server], 1)", "hello", "HELLO", "select", "SELECT"),
        Dialogue.of("43", "serve(server, 1)", "one", "ONE", "two", "TWO"),
        Dialogue.of("44", "serve(server)", "stressed", "desserts"));
  }

  private static String message(String header, String body) {
    return decode(Bytes.join(Struct.pack("!i", header.length()), encode(header + body)));
  }

  /** A client that answers with what it got: of each answer as many bytes as are expected. */
  private static final String CLIENT =
      """
      import json, socket, struct, sys
      def exactly(c, size):
          data = b''
          while len(data) < size:
              piece = c.recv(size - len(data))
              if not piece:
                  break
              data += piece
          return data
      with socket.create_connection(('127.0.0.1', int(sys.argv[1])), 60) as c:
          for text, size in json.load(open(sys.argv[2])):
              c.sendall(text.encode())
              print(repr(exactly(c, size).decode()))
          if sys.argv[3] == '36':
              header = json.loads(exactly(c, struct.unpack('!i', exactly(c, 4))[0]))
              print(header['returncode'], exactly(c, header['size']))
      """;

  /** Serves as a lesson's port does, by its own method. */
  private static PortServer serve(Dialogue dialogue, Socket server) {
    String method = dialogue.call.substring(0, dialogue.call.indexOf('('));
    Object first = dialogue.call.contains("[server]") ? List.of(server) : server;
    return dialogue.call.endsWith(", 1)") ? PortServer.of(dialogue.lesson, method, first, 1) : PortServer.of(dialogue.lesson, method, first);
  }

  private static String json(List<String> pairs) {
    var all = new JSONArray();
    for (int i = 0; i < pairs.size(); i += 2) {
      all.put(new JSONArray(List.of(pairs.get(i), encode(pairs.get(i + 1)).length)));
    }
    return all.toString();
  }

  private static List<String> answers(Dialogue dialogue) {
    var answers = new ArrayList<String>();
    for (int i = 1; i < dialogue.pairs.size(); i += 2) {
      answers.add(dialogue.pairs.get(i));
    }
    return answers;
  }

  @ParameterizedTest
  @MethodSource("dialogues")
  void port_serves_cpythonsClient(Dialogue dialogue, @TempDir Path folder) throws Exception {
    Path said = Files.writeString(folder.resolve("said.json"), json(dialogue.pairs));
    try (Socket server = Socket.create_server(address("127.0.0.1", 0)); PortServer serving = serve(dialogue, server)) {
      int port = server.getsockname().port();
      serving.with(() -> {
        String got = PYTHON.isEmpty() ? ours(dialogue, port) : ScriptServer.output(PYTHON.get(), folder, CLIENT, port, said, dialogue.lesson);
        assertThat(got.lines().toList()).isEqualTo(expected(dialogue));
        end(dialogue, server);
      }).awaitEnd();
    }
  }

  private static List<String> expected(Dialogue dialogue) {
    var lines = new ArrayList<String>(answers(dialogue).stream().map(one -> repr(one)).toList());
    if (dialogue.lesson.equals("36")) {
      lines.add("0 b'hello\\n'");
    }
    return lines;
  }

  /** Two servers go on until they are told otherwise. */
  private static void end(Dialogue dialogue, Socket server) throws Exception {
    if (dialogue.lesson.equals("35")) {
      server.shutdown(Socket.SHUT_RDWR);
    } else if (dialogue.lesson.equals("44")) {
      var stopping = Class.forName("Lesson44").getDeclaredField("stopping");
      stopping.setAccessible(true);
      ((Event) stopping.get(null)).set();
    }
  }

  /** Our client's side of the dialogue, in the words of the other. */
  private static String ours(Dialogue dialogue, int port) {
    var got = new StringBuilder();
    try (Socket client = Socket.create_connection(address("127.0.0.1", port), timeout(60))) {
      for (int i = 0; i < dialogue.pairs.size(); i += 2) {
        client.sendall(encode(dialogue.pairs.get(i)));
        got.append(repr(decode(exactly(client, encode(dialogue.pairs.get(i + 1)).length)))).append('\n');
      }
      if (dialogue.lesson.equals("36")) {
        var header = new JSONObject(decode(exactly(client, (int) Struct.unpack("!i", exactly(client, 4)).getFirst())));
        got.append(header.getInt("returncode")).append(' ').append(repr(exactly(client, header.getInt("size"))));
      }
    }
    return got.toString();
  }

  private static byte[] exactly(Socket client, int size) {
    byte[] data = new byte[0];
    while (data.length < size) {
      byte[] piece = client.recv(size - data.length);
      if (piece.length == 0) {
        break;
      }
      data = Bytes.join(data, piece);
    }
    return data;
  }

  @ParameterizedTest
  @MethodSource("dialogues")
  void script_serves_ourClient(Dialogue dialogue, @TempDir Path folder) throws Exception {
    if (PYTHON.isEmpty()) {
      assertThat(Lessons.folder().resolve("lesson" + dialogue.lesson + ".py")).exists();
      return;
    }
    String ending = dialogue.lesson.equals("44") ? "threading.Thread(target=lambda: (sys.stdin.read(), stopping.set())).start()\n"
        : dialogue.lesson.equals("35") ? "threading.Thread(target=lambda: (sys.stdin.read(), server.shutdown(socket.SHUT_RDWR))).start()\n" : "";
    String serving = """
        import sys
        server = socket.create_server(('127.0.0.1', 0))
        print(server.getsockname()[1], flush=True)
        """ + ending + dialogue.call + "\n";
    try (var server = new ScriptServer(PYTHON.get(), folder, dialogue.lesson, serving)) {
      assertThat(ours(dialogue, server.port()).lines().toList()).isEqualTo(expected(dialogue));
      server.awaitEnd();
    }
  }
}
