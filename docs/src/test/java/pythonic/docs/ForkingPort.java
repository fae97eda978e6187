package pythonic.docs;

import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Keywords.target;
import static pythonic.socket.Socket.address;

import java.io.IOException;
import pythonic.socket.Socket;
import pythonic.socketserver.ForkingTCPServer;
import pythonic.threading.Thread;

/** The forking server of lesson 41's port, in a program of its own: a program has spare processes until it ends. */
final class ForkingPort {

  private ForkingPort() {}

  /** Tells its port, and serves until its standard input ends. */
  static void main() throws IOException {
    try (var server = new ForkingTCPServer(address("127.0.0.1", 0), () -> PortHandler.<Socket>of("Lesson41$Where"))) {
      print(server.server_address().port());
      System.out.flush();
      var serving = new Thread(target(server::serve_forever));
      serving.start();
      int end = System.in.read();
      if (end >= 0) {
        throw new IllegalStateException("nothing is to be said to it");
      }
      server.shutdown();
      serving.join();
    }
  }
}
