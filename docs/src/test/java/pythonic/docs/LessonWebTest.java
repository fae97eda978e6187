package pythonic.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.socket.Socket.address;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pythonic.socket.Socket;

/** The lesson's web server with programs that no one here wrote: curl, the JDK's HttpClient, CPython's {@code get} of the lesson. */
@Timeout(120)
final class LessonWebTest {

  private static final Optional<Python> PYTHON = Python.newest();
  private static final List<String> PATHS = List.of("/", "/about", "/nothing");
  private static final List<String> PAGES = List.of("200 <h1>welcome</h1>", "200 <h1>about us</h1>", "404 no such page");

  /** Has a client get pages of the port's server. */
  private static void during(Client client) throws Exception {
    try (Socket server = Socket.create_server(address("127.0.0.1", 0)); PortServer serving = PortServer.of("35", "serve", server)) {
      int port = server.getsockname().port();
      serving.with(() -> {
        client.get(port);
        server.shutdown(Socket.SHUT_RDWR);
      }).awaitEnd();
    }
  }

  /** What gets pages. */
  private interface Client {
    void get(int port) throws Exception;
  }

  @Test
  void httpClient_getsThePages() throws Exception {
    getByHttpClient();
  }

  private static void getByHttpClient() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      during(port -> {
        for (int i = 0; i < PATHS.size(); i++) {
          var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + PATHS.get(i))).header("X-One", "1").build();
          HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
          assertThat(answer.statusCode() + " " + answer.body()).isEqualTo(PAGES.get(i));
          assertThat(answer.headers().firstValue("Content-Length")).hasValue(Integer.toString(answer.body().length()));
        }
      });
    }
  }

  @Test
  void curl_getsThePages() throws Exception {
    Optional<Path> curl = Stream.of("/usr/bin/curl", "/opt/homebrew/bin/curl").map(Path::of).filter(Files::isExecutable).findFirst();
    if (curl.isEmpty()) {
      getByHttpClient();
      return;
    }
    during(port -> {
      for (int i = 0; i < PATHS.size(); i++) {
        String url = "http://127.0.0.1:" + port + PATHS.get(i);
        String got = ScriptServer.output(
            List.of(curl.get().toString(), "--silent", "--show-error", "--noproxy", "*", "--max-time", "60", "-w", "\n%{http_code}", url));
        int end = got.lastIndexOf('\n');
        assertThat(got.substring(end + 1) + " " + got.substring(0, end)).isEqualTo(PAGES.get(i));
      }
    });
  }

  @Test
  void getOfTheScript_getsThePages(@TempDir Path folder) throws Exception {
    if (PYTHON.isEmpty()) {
      assertThat(ScriptServer.definitions("35")).contains("def get");
      return;
    }
    during(port -> {
      String program = ScriptServer.definitions("35") + "import os, sys\nos.environ['no_proxy'] = '*'\n"
          + "for path in sys.argv[2:]: get(sys.argv[1], path)\n";
      String got = ScriptServer.output(PYTHON.get(), folder, program, port, PATHS.get(0), PATHS.get(1), PATHS.get(2));
      assertThat(got.lines().toList())
          .containsExactly(PATHS.get(0) + " " + PAGES.get(0), PATHS.get(1) + " " + PAGES.get(1), PATHS.get(2) + " " + PAGES.get(2));
    });
  }
}
