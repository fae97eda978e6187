// Lesson 44: a thread per client by hand, with select on the listening socket
//
// The server waits for clients by select with a time-out, so between two clients it can see that it is to stop. Each client
// has a thread of its own, and they are joined at the end.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson44.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;
import static pythonic.select.Select.select;
import static pythonic.socket.Socket.*;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import pythonic.socket.Socket;
import pythonic.threading.Event;
import pythonic.threading.Lock;
import pythonic.threading.Thread;

public class Lesson44 {

  static final Event stopping = new Event();
  static final Lock lock = new Lock();
  static final TreeMap<Integer, Integer> served = new TreeMap<>();

  static void talk(Socket conn, int number) {
    try (conn) {
      while (true) {
        var data = conn.recv(1024);
        if (!bool(data)) {
          break;
        }
        try (var _ = with(lock)) {
          served.merge(number, 1, Integer::sum);
        }
        conn.sendall(encode(new StringBuilder(decode(data)).reverse().toString()));
      }
    }
  }

  static void serve(Socket server) {
    var threads = new ArrayList<Thread>();
    while (!stopping.is_set()) {
      var readable = select(List.of(server), List.of(), List.of(), 0.05).rlist();
      if (bool(readable)) {
        var conn = server.accept().conn();
        var thread = new Thread(target(Lesson44::talk), args(conn, len(threads)));
        thread.start();
        threads.add(thread);
      }
    }
    for (var thread : threads) {
      thread.join();
    }
    print("threads joined:", len(threads));
  }

  static void main() {
    var server = create_server(address("127.0.0.1", 0));
    var server_thread = new Thread(target(Lesson44::serve), args(server));
    server_thread.start();

    var clients = range(5).stream().map(_ -> create_connection(server.getsockname())).toList();
    for (var text : List.of("stressed", "drawer")) {
      for (var client : clients) {
        client.sendall(encode(text));
      }
      print(text, "->", new ArrayList<>(new TreeSet<>(clients.stream().map(client -> decode(client.recv(1024))).toList())));
    }
    stopping.set();
    clients.get(0).sendall(encode("live"));
    print("asked to stop, and still answered:", decode(clients.get(0).recv(1024)));
    for (var client : clients) {
      client.close();
    }
    server_thread.join();
    server.close();
    print("answers by client:", served.entrySet().stream().map(answers -> args(answers.getKey(), answers.getValue())).toList());
  }
}
