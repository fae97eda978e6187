// Lesson 43: poll and epoll, and selectors with a callback per socket
//
// Sockets are registered once. Level-triggered, epoll tells of what can be read as long as it can be; edge-triggered once,
// when something comes, so all must be read at once. A selector keeps a function with each socket, to be called when it is ready.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson43.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;
import static pythonic.select.Select.*;
import static pythonic.selectors.Selectors.EVENT_READ;
import static pythonic.socket.Socket.*;

import java.util.List;
import pythonic.builtins.BlockingIOError;
import pythonic.builtins.Bytes;
import pythonic.builtins.functions.Procedure2;
import pythonic.select.PollEvent;
import pythonic.selectors.BaseSelector;
import pythonic.selectors.DefaultSelector;
import pythonic.socket.Socket;
import pythonic.threading.Thread;

public class Lesson43 {

  static List<Integer> told(List<PollEvent> events) {
    return events.stream().map(event -> event.event()).toList();
  }

  static void by_poll() {
    var pair = socketpair();
    var a = pair.a();
    var b = pair.b();
    var poller = poll();
    poller.register(b, POLLIN);
    print("poll:", poller.poll(0));
    a.sendall(encode("x"));
    print("poll:", told(poller.poll()));
    poller.modify(b, POLLIN | POLLOUT);
    print("poll for both:", told(poller.poll()));
    poller.unregister(b);
    a.close();
    b.close();
  }

  static void by_epoll(String name, int flags) {
    var pair = socketpair();
    var a = pair.a();
    var b = pair.b();
    b.setblocking(false);
    try (var epoll = epoll()) {
      epoll.register(b, EPOLLIN | flags);
      a.sendall(encode("abc"));
      print(name, "told", told(epoll.poll()));
      print(name, "nothing was read, told", told(epoll.poll(0)));
      print(name, "reads", read_all(b));
      print(name, "all was read, told", told(epoll.poll(0)));
      a.sendall(encode("def"));
      print(name, "more has come, told", told(epoll.poll()));
    }
    a.close();
    b.close();
  }

  static byte[] read_all(Socket conn) {
    var data = new byte[0];
    while (true) {
      try {
        data = Bytes.join(data, conn.recv(2));
      } catch (BlockingIOError e) {
        return data;
      }
    }
  }

  static void accept(BaseSelector selector, Socket server) {
    var conn = server.accept().conn();
    conn.setblocking(false);
    selector.register(conn, EVENT_READ, ANSWER);
  }

  static void answer(BaseSelector selector, Socket conn) {
    var data = conn.recv(1024);
    if (bool(data)) {
      conn.sendall(Bytes.upper(data));
    } else {
      selector.unregister(conn);
      conn.close();
    }
  }

  static final Procedure2<BaseSelector, Socket> ACCEPT = Lesson43::accept;
  static final Procedure2<BaseSelector, Socket> ANSWER = Lesson43::answer;

  @SuppressWarnings("unchecked") // the data are what was registered
  static void serve(Socket server, int clients) throws Exception {
    try (var selector = new DefaultSelector()) {
      selector.register(server, EVENT_READ, ACCEPT);
      var accepted = 0;
      while (accepted < clients || len(selector.get_map()) > 1) {
        for (var ready : selector.select()) {
          var key = ready.key();
          accepted += key.data() == ACCEPT ? 1 : 0;
          ((Procedure2<BaseSelector, Socket>) key.data()).call(selector, (Socket) key.fileobj());
        }
      }
    }
  }

  static void main() {
    by_poll();
    by_epoll("level:", 0);
    by_epoll("edge:", EPOLLET);
    var server = create_server(address("127.0.0.1", 0));
    var thread = new Thread(target(Lesson43::serve), args(server, 3));
    thread.start();
    var clients = range(3).stream().map(i -> create_connection(server.getsockname())).toList();
    for (var text : List.of("one", "two")) {
      for (var client : clients) {
        client.sendall(encode(text));
      }
      print("selector:", clients.stream().map(client -> client.recv(1024)).toList());
    }
    for (var client : clients) {
      client.close();
    }
    thread.join();
    server.close();
  }
}
