// Lesson 29: ThreadPoolExecutor, pages fetched by a few threads
//
// submit gives a future: ask it for its result, or let it call back when it is done.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson29.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import pythonic.builtins.RuntimeError;
import pythonic.concurrent.futures.Future;
import pythonic.concurrent.futures.ThreadPoolExecutor;
import pythonic.threading.Lock;

public class Lesson29 {

  static final List<Integer> lengths = new ArrayList<>();
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

  static byte[] get(String url) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray()).body();
    }
  }

  static void parse(Future<byte[]> future) {
    var page = future.result();
    try (var _ = with(lock)) {
      lengths.add(len(page));
    }
  }

  static void main() throws Exception {
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", new Pages());
    server.start();
    String site = "http://127.0.0.1:" + server.getAddress().getPort() + "/";

    var executor = new ThreadPoolExecutor(3);
    var futures = List.of(100, 3000, 20, 50000, 7).stream()
        .map(size -> executor.submit(Lesson29::get, site + size))
        .toList();
    print("in the order of the futures:", futures.stream().map(future -> len(future.result())).toList());

    for (int size : List.of(400, 10, 6000)) {
      var future = executor.submit(Lesson29::get, site + size);
      future.add_done_callback(Lesson29::parse);
    }
    executor.shutdown(wait_(true));
    print("by the callback:", lengths.stream().sorted().toList());

    Future<byte[]> failed;
    try (var fetch = new ThreadPoolExecutor(max_workers(2), thread_name_prefix("fetch"))) {
      failed = fetch.submit(Lesson29::get, "no page");
    }
    print("failed:", failed.done(), failed.exception() != None);
    try {
      executor.submit(Lesson29::get, site);
    } catch (RuntimeError e) {
      print("RuntimeError:", e);
    }
    server.stop(0);
  }
}
