// Lesson 32: a TCP server and a client, one message each way
//
// The server waits at an address, the client connects to it. What one sends, the other receives as bytes.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson32.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;
import static pythonic.socket.Socket.*;

import pythonic.socket.Socket;
import pythonic.threading.Thread;

public class Lesson32 {

  static void serve(Socket server) {
    var accepted = server.accept();
    var conn = accepted.conn();
    var addr = accepted.address();
    print("connected from", addr.host());
    var message = conn.recv(1024);
    print("the server received:", decode(message, "utf-8"));
    conn.send(encode("hello, client", "utf-8"));
    conn.close();
  }

  static void main() {
    var server = new Socket(AF_INET, SOCK_STREAM);
    server.bind(address("127.0.0.1", 0));
    server.listen(5);
    var t = new Thread(target(Lesson32::serve), args(server));
    t.start();

    var client = new Socket(AF_INET, SOCK_STREAM);
    client.connect(server.getsockname());
    client.send(encode("hello, server", "utf-8"));
    var answer = client.recv(1024);
    t.join();
    print("the client received:", decode(answer, "utf-8"));
    print("nothing more comes:", client.recv(1024));
    client.close();
    server.close();
  }
}
