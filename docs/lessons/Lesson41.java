// Lesson 41: ThreadingUDPServer, ForkingTCPServer, handle_request and serve_forever
//
// handle_request serves one, serve_forever all until another thread calls shutdown. A forking server has each connection
// served by a process of its own.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson41.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;
import static pythonic.socket.Socket.*;

import java.util.List;
import pythonic.builtins.Bytes;
import pythonic.os.Os;
import pythonic.socket.Address;
import pythonic.socket.Socket;
import pythonic.socket.SocketFile;
import pythonic.socketserver.BaseRequestHandler;
import pythonic.socketserver.DatagramRequest;
import pythonic.socketserver.ForkingTCPServer;
import pythonic.socketserver.StreamRequestHandler;
import pythonic.socketserver.ThreadingUDPServer;
import pythonic.threading.Thread;

public class Lesson41 {

  static class Upper extends BaseRequestHandler<DatagramRequest> {
    @Override
    public void handle() {
      var data = request().data();
      var server = request().socket();
      server.sendto(Bytes.upper(data), client_address());
    }
  }

  static class Where extends StreamRequestHandler {
    @Override
    public void handle() {
      var line = Bytes.strip(rfile().readline());
      wfile().write(Bytes.join(Bytes.upper(line), encode(" from "), encode(str(Os.getpid()))));
    }
  }

  static String ask(Address address, String text) {
    try (var client = create_connection(address)) {
      client.sendall(encode(text + "\n"));
      try (SocketFile<byte[]> answer = client.makefile("rb")) {
        return decode(answer.read());
      }
    }
  }

  static void main() {
    var server = new ThreadingUDPServer(address("127.0.0.1", 0), Upper::new);
    var client = new Socket(AF_INET, SOCK_DGRAM);
    client.sendto(encode("one"), server.server_address());
    server.handle_request();
    print("handle_request:", client.recv(1024));
    var thread = new Thread(target(server::serve_forever));
    thread.start();
    for (var text : List.of("two", "three")) {
      client.sendto(encode(text), server.server_address());
      print("serve_forever:", client.recv(1024));
    }
    server.shutdown();
    thread.join();
    server.server_close();
    client.close();

    var forking = new ForkingTCPServer(address("127.0.0.1", 0), Where::new);
    thread = new Thread(target(forking::serve_forever));
    thread.start();
    for (var text : List.of("first", "second")) {
      var answer = ask(forking.server_address(), text).split(" from ");
      var pid = Long.parseLong(answer[1]);
      print("forked:", answer[0], "by another process:", pid != Os.getpid());
    }
    forking.shutdown();
    thread.join();
    forking.server_close();
  }
}
