// Lesson 33: the two loops, client after client and message after message
//
// The outer loop accepts one client after another, the inner one receives its messages. A client that leaves is an empty
// message; one that vanishes is a ConnectionResetError. Neither may end the server.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson33.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;
import static pythonic.socket.Socket.*;

import java.util.List;
import pythonic.builtins.Bytes;
import pythonic.builtins.ConnectionResetError;
import pythonic.socket.Address;
import pythonic.socket.Socket;
import pythonic.struct.Struct;
import pythonic.threading.Thread;

public class Lesson33 {

  static void serve(Socket server, int clients) {
    for (int i = 0; i < clients; i++) {
      var conn = server.accept().conn();
      print("a client has come");
      while (true) {
        byte[] data;
        try {
          data = conn.recv(1024);
        } catch (ConnectionResetError e) {
          print("the client has vanished");
          break;
        }
        if (!bool(data)) {
          print("the client has left");
          break;
        }
        conn.send(Bytes.upper(data));
      }
      conn.close();
    }
  }

  static void talk(Address address, List<String> messages) {
    var client = new Socket();
    client.connect(address);
    for (var message : messages) {
      client.send(encode(message));
      print(message, "->", decode(client.recv(1024)));
    }
    client.close();
  }

  static void vanish(Address address) {
    var client = new Socket();
    client.connect(address);
    client.setsockopt(SOL_SOCKET, SO_LINGER, Struct.pack("ii", 1, 0));
    client.close();
  }

  static void main() {
    var server = new Socket();
    server.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1);
    server.bind(address("127.0.0.1", 0));
    server.listen(5);
    var thread = new Thread(target(Lesson33::serve), args(server, 1));
    thread.start();
    talk(server.getsockname(), List.of("hello", "how are you"));
    thread.join();
    thread = new Thread(target(Lesson33::serve), args(server, 1));
    thread.start();
    vanish(server.getsockname());
    thread.join();
    thread = new Thread(target(Lesson33::serve), args(server, 1));
    thread.start();
    talk(server.getsockname(), List.of("still there?"));
    thread.join();
    server.close();
  }
}
