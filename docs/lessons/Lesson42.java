// Lesson 42: select.select, one thread and many clients
//
// select tells which of many sockets can be read, so that one thread serves them all and waits for none alone. Listening
// sockets are readable when a client has come, and standard input when something was typed.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson42.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;
import static pythonic.select.Select.select;
import static pythonic.socket.Socket.*;

import java.util.ArrayList;
import java.util.List;
import pythonic.builtins.Bytes;
import pythonic.socket.Socket;
import pythonic.sys.Sys;
import pythonic.threading.Thread;

public class Lesson42 {

  static void serve(List<Socket> listeners, int clients) {
    var readers = new ArrayList<>(listeners);
    while (clients > 0) {
      var readable = select(readers, List.of(), List.of()).rlist();
      for (var one : readable) {
        if (listeners.contains(one)) {
          var conn = one.accept().conn();
          conn.setblocking(false);
          readers.add(conn);
          continue;
        }
        var data = one.recv(1024);
        if (bool(data)) {
          one.send(one.getsockname().equals(listeners.get(0).getsockname()) ? Bytes.upper(data) : reversed(data));
        } else {
          readers.remove(one);
          one.close();
          clients -= 1;
        }
      }
    }
  }

  static byte[] reversed(byte[] data) {
    return encode(new StringBuilder(decode(data)).reverse().toString());
  }

  static List<String> ask_all(List<Socket> clients, String text) {
    for (var client : clients) {
      client.sendall(encode(text));
    }
    return clients.stream().map(client -> decode(client.recv(1024))).toList();
  }

  static void main() {
    var listeners = List.of(create_server(address("127.0.0.1", 0)), create_server(address("127.0.0.1", 0)));
    for (var listener : listeners) {
      listener.setblocking(false);
    }
    print("nobody has come:", select(listeners, List.of(), List.of(), 0.05));
    var server = new Thread(target(Lesson42::serve), args(listeners, 6));
    server.start();
    var clients = range(6).stream().map(i -> create_connection(listeners.get(i % 2).getsockname())).toList();
    for (var text : List.of("hello", "select")) {
      print(text, "->", ask_all(clients, text));
    }
    for (var client : clients) {
      client.close();
    }
    server.join();
    for (var listener : listeners) {
      listener.close();
    }

    print("type something within three seconds");
    var typed = select(List.of(Sys.stdin()), List.of(), List.of(), 3).rlist();
    var line = bool(typed) ? Sys.stdin().readline() : "";
    print("typed:", bool(line.strip()) ? line.strip() : "nothing");
  }
}
