// Lesson 38: time-outs, sockets that do not wait, addresses, pairs, UNIX and IPv6
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson38.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;
import static pythonic.socket.Socket.*;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import pythonic.builtins.BlockingIOError;
import pythonic.builtins.ConnectionRefusedError;
import pythonic.builtins.OSError;
import pythonic.builtins.TimeoutError;
import pythonic.builtins.ValueError;
import pythonic.socket.Socket;

public class Lesson38 {

  static void main() throws IOException {
    var server = create_server(address("127.0.0.1", 0));
    print("time-out at first:", server.gettimeout(), server.getblocking());
    server.settimeout(0.05);
    try {
      server.accept();
    } catch (TimeoutError e) {
      print("timeout:", e);
    }
    server.setblocking(false);
    try {
      server.accept();
    } catch (BlockingIOError e) {
      print("BlockingIOError:", e);
    }
    try {
      server.settimeout(-1);
    } catch (ValueError e) {
      print("ValueError:", e);
    }

    var client = new Socket();
    print("connect_ex:", client.connect_ex(server.getsockname()));
    server.setblocking(true);
    var accepted = server.accept();
    var conn = accepted.conn();
    var addr = accepted.address();
    print("the same address:", addr.equals(client.getsockname()), client.getpeername().equals(server.getsockname()));
    print("numbers:", client.fileno() > 2, client.fileno() != conn.fileno());
    client.close();
    print("closed:", client.fileno());
    try {
      client.send(encode("x"));
    } catch (OSError e) {
      print("OSError:", e);
    }
    conn.close();

    try (var other = create_connection(server.getsockname(), timeout(5))) {
      print("create_connection:", other.gettimeout());
    }
    var address = server.getsockname();
    server.close();
    var nobody = new Socket();
    try {
      nobody.connect(address);
    } catch (ConnectionRefusedError e) {
      print("ConnectionRefusedError:", e);
    }
    nobody.close();

    var pair = socketpair();
    var a = pair.a();
    var b = pair.b();
    a.sendall(encode("to the other end"));
    print("socketpair:", decode(b.recv(1024, MSG_PEEK)).equals(decode(b.recv(1024))));
    a.close();
    b.close();

    var folder = Files.createTempDirectory("lesson");
    var path = folder.resolve("server");
    var unix = new Socket(AF_UNIX, SOCK_STREAM);
    unix.bind(path.toString());
    unix.listen();
    client = new Socket(AF_UNIX, SOCK_STREAM);
    client.connect(path.toString());
    accepted = unix.accept();
    conn = accepted.conn();
    conn.sendall(encode("by a path"));
    print("AF_UNIX:", client.recv(1024), repr(accepted.address()));
    for (var s : List.of(unix, client, conn)) {
      s.close();
    }
    Files.delete(path);
    Files.delete(folder);

    var six = create_server(address("::1", 0), family(AF_INET6));
    client = create_connection(six.getsockname());
    accepted = six.accept();
    conn = accepted.conn();
    print("AF_INET6:", accepted.address().host(), conn.family() == AF_INET6);
    for (var s : List.of(six, client, conn)) {
      s.close();
    }
  }
}
