package pythonic.socket;

import static pythonic.builtins.Keywords.buffering;
import static pythonic.builtins.Keywords.newline;
import static pythonic.socket.Socket.AF_INET;
import static pythonic.socket.Socket.SHUT_WR;
import static pythonic.socket.Socket.SOCK_DGRAM;
import static pythonic.socket.Socket.SOCK_STREAM;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** The programs of {@code programs.py} that show what comes of what was sent. */
@NullUnmarked
final class ContentPrograms extends SocketProgram {

  void files() {
    try (var both = Two.pair(SOCK_STREAM)) {
      Socket a = both.a();
      Socket b = both.b();
      show(() -> a.makefile("x"));
      show(() -> a.makefile("r", buffering(0)));
      SocketFile<String> f = a.makefile("rw");
      f.write("grüße\nzwei\n");
      f.flush();
      SocketFile<String> g = b.makefile("r", newline(""));
      say(g.readline(), g.read(2));
      b.sendall(bytes("a\r\nb\rc\n"));
      b.shutdown(SHUT_WR);
      say(f.readlines(), f.read(), f.closed());
      f.close();
      show(f::read);
      g.close();
    }
  }

  void messages() {
    try (var both = Two.pair(SOCK_STREAM)) {
      Socket a = both.a();
      Socket b = both.b();
      say(a.sendmsg(List.of(bytes("ab"), bytes(""), bytes("cd"))), b.recvmsg(3).data(), b.recvmsg(3));
      show(() -> b.recvmsg(-1));
      show(() -> b.recvmsg(1, -1));
      show(() -> b.recv_into(new byte[1], 2));
      show(() -> b.recvfrom_into(new byte[1], 2));
      show(() -> b.recvfrom(-1));
      a.sendall(bytes("12345"));
      var buffer = new byte[4];
      say(b.recv_into(buffer, 2), Arrays.copyOf(buffer, 2), b.recv_into(buffer), Arrays.copyOf(buffer, 3));
    }
  }

  void file_sending() throws IOException {
    Path path = Path.of(path("file"));
    Files.writeString(path, "0123456789");
    try (var both = Two.pair(SOCK_STREAM); FileChannel f = FileChannel.open(path)) {
      Socket a = both.a();
      Socket b = both.b();
      say(a.sendfile(f), f.position(), b.recv(99));
      say(a.sendfile(f, 3, 4L), f.position(), b.recv(99));
      say(a.sendfile(f, 10), a.sendfile(f, 20));
      show(() -> a.sendfile(f, 0, 0L));
      show(() -> a.sendfile(f, 0, -1L));
      a.setblocking(false);
      show(() -> a.sendfile(f));
    }
    try (var d = new Socket(AF_INET, SOCK_DGRAM); FileChannel f = FileChannel.open(path)) {
      show(() -> d.sendfile(f));
    }
  }

  void second_thoughts() {
    var u = new Socket(Socket.AF_INET, Socket.SOCK_DGRAM);
    show(() -> u.sendto(bytes("x"), Socket.address("127.0.0.1", 0)));
    u.close();
    Socket s = Socket.create_server(LOOPBACK);
    run(() -> s.shutdown(Socket.SHUT_WR));
    s.close();
    var a = new Socket(Socket.AF_UNIX);
    a.bind(path("own"));
    run(() -> a.bind(path("own")));
    run(() -> a.bind(path("other")));
    run(() -> a.bind(path("none") + "/other"));
    a.listen();
    run(() -> a.bind(path("own")));
    run(() -> a.shutdown(Socket.SHUT_WR));
    var c = new Socket(Socket.AF_UNIX);
    run(() -> c.bind(path("own")));
    c.connect(path("own"));
    Socket d = a.accept().conn();
    d.send(bytes("abc"));
    out.add(hidden(c.recvmsg(1).toString()));
    out.add(hidden(c.recvfrom(1).toString()));
    out.add(hidden(c.recvmsg(1, 100).toString()));
    close(a, c, d);
  }
}
