// Lesson 35: a web server in twenty lines, answered to a real HTTP client
//
// A request is text: a line, headers, an empty line. So is the head of an answer.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson35.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;
import static pythonic.socket.Socket.*;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Map;
import pythonic.builtins.OSError;
import pythonic.socket.Accepted;
import pythonic.socket.Socket;
import pythonic.socket.SocketFile;
import pythonic.threading.Thread;

public class Lesson35 {

  static final Map<String, String> PAGES = Map.of("/", "<h1>welcome</h1>", "/about", "<h1>about us</h1>");

  static void serve(Socket server) {
    while (true) {
      Accepted accepted;
      try {
        accepted = server.accept();
      } catch (OSError e) {
        break;
      }
      try (var conn = accepted.conn(); SocketFile<String> lines = conn.makefile("r", encoding("latin-1"), newline("\r\n"))) {
        var path = lines.readline().split(" ")[1];
        while (bool(lines.readline().strip())) {
          // the headers say nothing that matters here
        }
        var page = PAGES.get(path);
        var body = encode(page != null ? page : "no such page");
        conn.sendall(encode("HTTP/1.1 " + (page != null ? "200 OK" : "404 Not Found") + "\r\n"));
        conn.sendall(encode("Content-Length: " + len(body) + "\r\nConnection: close\r\n\r\n"));
        conn.sendall(body);
      }
    }
  }

  static void get(int port, String path) throws IOException {
    var connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
    var status = connection.getResponseCode();
    try (var body = status == 200 ? connection.getInputStream() : connection.getErrorStream()) {
      print(path, status, decode(body.readAllBytes()));
    }
  }

  static void main() throws IOException {
    var server = create_server(address("127.0.0.1", 0));
    var thread = new Thread(target(Lesson35::serve), args(server));
    thread.start();
    var port = server.getsockname().port();
    for (var path : List.of("/", "/about", "/nothing")) {
      get(port, path);
    }
    server.shutdown(SHUT_RDWR);
    server.close();
    thread.join();
  }
}
