// Lesson 39: the customer-service robot
//
// It greets, answers '0' and anything else, and ends at 'exit'. One client is served after the other.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson39.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;
import static pythonic.socket.Socket.*;

import java.util.List;
import pythonic.socket.Socket;
import pythonic.threading.Thread;

public class Lesson39 {

  static void talk(Socket conn) {
    conn.sendall(encode("Welcome. Press 0 for a person, exit to leave."));
    while (true) {
      var data = decode(conn.recv(1024));
      if (!bool(data) || data.equals("exit")) {
        break;
      } else if (data.equals("0")) {
        conn.sendall(encode("A person is coming."));
      } else {
        conn.sendall(encode("There is no choice " + data + "."));
      }
    }
    conn.close();
  }

  static void serve(Socket server, int clients) {
    for (int i = 0; i < clients; i++) {
      talk(server.accept().conn());
    }
  }

  static void main() {
    var server = create_server(address("127.0.0.1", 0));
    var robot = new Thread(target(Lesson39::serve), args(server, 2));
    robot.start();
    for (var keys : List.of(List.of("0", "5", "exit"), List.of("exit"))) {
      var client = create_connection(server.getsockname());
      print(decode(client.recv(1024)));
      for (var key : keys) {
        client.sendall(encode(key));
        var answer = decode(client.recv(1024));
        print(key, "->", bool(answer) ? answer : "the robot has hung up");
      }
      client.close();
    }
    robot.join();
    print("all were served");
    server.close();
  }
}
