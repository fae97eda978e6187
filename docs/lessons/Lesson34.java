// Lesson 34: UDP, upper case by datagram
//
// There is no connection: each datagram comes whole, with the address to answer to. It may be empty, too.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson34.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;
import static pythonic.socket.Socket.*;

import java.util.List;
import pythonic.builtins.Bytes;
import pythonic.socket.Socket;
import pythonic.threading.Thread;

public class Lesson34 {

  record Sent(Socket client, byte[] message) {}

  static void serve(Socket server, int datagrams) {
    for (int i = 0; i < datagrams; i++) {
      var received = server.recvfrom(1024);
      print("received", received.data(), "from", received.address().host());
      server.sendto(Bytes.upper(received.data()), received.address());
    }
  }

  static void main() {
    var server = new Socket(AF_INET, SOCK_DGRAM);
    server.bind(address("127.0.0.1", 0));
    var thread = new Thread(target(Lesson34::serve), args(server, 4));
    thread.start();

    var one = new Socket(AF_INET, SOCK_DGRAM);
    var two = new Socket(AF_INET, SOCK_DGRAM);
    for (var each : List.of(new Sent(one, encode("one")), new Sent(two, encode("two")), new Sent(one, encode("three")), new Sent(two, encode("")))) {
      each.client().sendto(each.message(), server.getsockname());
      var answer = each.client().recvfrom(1024);
      print("answered", answer.data(), answer.address().equals(server.getsockname()));
    }
    thread.join();
    two.sendto(encode("longer than that"), one.getsockname());
    print("only a part of it:", one.recv(6));
    for (var s : List.of(one, two, server)) {
      s.close();
    }
  }
}
