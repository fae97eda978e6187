// Lesson 30: ProcessPoolExecutor, pages fetched by a few processes
//
// A call runs in a worker process; its callback runs here.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson30.java

import static pythonic.builtins.Builtins.*;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pythonic.concurrent.futures.Future;
import pythonic.concurrent.futures.ProcessPoolExecutor;
import pythonic.os.Os;
import pythonic.threading.Lock;

public class Lesson30 {

  static final List<List<Object>> parsed = new ArrayList<>();
  static final Lock lock = new Lock();

  static class Pages implements HttpHandler {

    void do_GET(HttpExchange exchange) throws IOException {
      int size = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
      exchange.sendResponseHeaders(200, size);
      exchange.getResponseBody().write(encode("x".repeat(size)));
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
      try (exchange) {
        do_GET(exchange);
      }
    }
  }

  static List<Object> get(String url) throws IOException {
    try (var response = URI.create(url).toURL().openStream()) {
      return List.of(Os.getpid(), len(response.readAllBytes()));
    }
  }

  static void parse(Future<List<Object>> future) {
    var page = future.result();
    try (var _ = with(lock)) {
      parsed.add(List.of(page.get(0).equals(Os.getpid()), page.get(1)));
    }
  }

  static void main() throws Exception {
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", new Pages());
    server.start();
    String site = "http://127.0.0.1:" + server.getAddress().getPort() + "/";

    try (var executor = new ProcessPoolExecutor(2)) {
      var futures = List.of(100, 3000, 20).stream().map(size -> executor.submit(Lesson30::get, site + size)).toList();
      var pages = futures.stream().map(future -> future.result()).toList();
      print("lengths:", pages.stream().map(page -> page.get(1)).toList());
      print("fetched in another process:", pages.stream().noneMatch(page -> page.get(0).equals(Os.getpid())));
      for (int size : List.of(400, 10, 6000)) {
        executor.submit(Lesson30::get, site + size).add_done_callback(Lesson30::parse);
      }
    }
    parsed.sort(Comparator.comparing(page -> (Integer) page.get(1)));
    print("fetched where the callback ran:", parsed);
    server.stop(0);
  }
}
