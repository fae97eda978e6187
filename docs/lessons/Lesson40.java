// Lesson 40: ThreadingTCPServer, the robot for many clients at once
//
// The server makes a handler for each client and has it run in a thread: setup, handle, finish.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson40.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;
import static pythonic.socket.Socket.*;

import java.util.List;
import pythonic.socket.Socket;
import pythonic.socketserver.BaseRequestHandler;
import pythonic.socketserver.ThreadingTCPServer;
import pythonic.threading.Thread;

public class Lesson40 {

  static class Robot extends BaseRequestHandler<Socket> {
    @Override
    public void setup() {
      request().sendall(encode("welcome"));
    }

    @Override
    public void handle() {
      while (true) {
        var data = decode(request().recv(1024));
        if (data.equals("exit") || !bool(data)) {
          break;
        } else if (data.equals("0")) {
          request().sendall(encode("a person will call you"));
        } else {
          request().sendall(encode("pressed " + data));
        }
      }
    }

    @Override
    public void finish() {
      request().sendall(encode("goodbye, " + client_address().host()));
    }
  }

  static void main() {
    var server = new ThreadingTCPServer(address("127.0.0.1", 0), Robot::new);
    var thread = new Thread(target(server::serve_forever));
    thread.start();

    var clients = range(3).stream().map(i -> create_connection(server.server_address())).toList();
    for (var client : clients) {
      print(decode(client.recv(1024)));
    }
    for (var key : List.of("0", "7")) {
      for (var client : clients) {
        client.sendall(encode(key));
        print(key, "->", decode(client.recv(1024)));
      }
    }
    for (var client : clients) {
      client.sendall(encode("exit"));
      print(decode(client.recv(1024)));
      client.close();
    }
    server.shutdown();
    thread.join();
    server.server_close();
    print("closed");
  }
}
