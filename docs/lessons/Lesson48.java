// Lesson 48: gevent, a server with a greenlet for each client
//
// A hundred clients in greenlets talk to one server in the same thread, all at once.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson48.java

import static pythonic.builtins.Builtins.*;

import java.util.Locale;
import pythonic.gevent.Gevent;
import pythonic.gevent.Greenlet;
import pythonic.socket.Address;
import pythonic.socket.Socket;

public class Lesson48 {

  static final int CLIENTS = 100;

  static void server(Socket listener) {
    while (true) {
      Gevent.spawn(Lesson48::handle_request, listener.accept().conn());
    }
  }

  static void handle_request(Socket conn) {
    while (true) {
      byte[] data = conn.recv(1024);
      if (len(data) == 0) {
        break;
      }
      conn.sendall(encode(decode(data, "utf-8").toUpperCase(Locale.ROOT), "utf-8"));
    }
    conn.close();
  }

  static String client(int port, int number) {
    var s = new Socket();
    s.connect(new Address("127.0.0.1", port));
    String reply = "";
    for (String word : new String[] {"hello", "from"}) {
      s.sendall(encode(word + " " + number, "utf-8"));
      reply = decode(s.recv(1024), "utf-8");
      Gevent.sleep(0.01);
    }
    s.close();
    return reply;
  }

  static void main() {
    var listener = new Socket();
    listener.bind(new Address("127.0.0.1", 0));
    listener.listen(500);
    var running = Gevent.spawn(Lesson48::server, listener);

    int port = listener.getsockname().port();
    var clients = range(CLIENTS).stream().map(i -> Gevent.spawn(Lesson48::client, port, i)).toList();
    Gevent.joinall(clients, 60);
    print("answered:", clients.stream().filter(Greenlet::successful).count());
    print(clients.getFirst().value(), "...", clients.getLast().value());
    running.kill();
    print("server:", running.dead());
    listener.close();
  }
}
