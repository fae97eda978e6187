package pythonic.socket;

import static pythonic.socket.Socket.AF_INET;
import static pythonic.socket.Socket.AF_UNIX;
import static pythonic.socket.Socket.MSG_DONTWAIT;
import static pythonic.socket.Socket.MSG_PEEK;
import static pythonic.socket.Socket.SHUT_RD;
import static pythonic.socket.Socket.SHUT_RDWR;
import static pythonic.socket.Socket.SHUT_WR;
import static pythonic.socket.Socket.SOCK_CLOEXEC;
import static pythonic.socket.Socket.SOCK_DGRAM;
import static pythonic.socket.Socket.SOCK_NONBLOCK;
import static pythonic.socket.Socket.SOCK_SEQPACKET;
import static pythonic.socket.Socket.SOCK_STREAM;
import static pythonic.socket.Socket.SOL_SOCKET;
import static pythonic.socket.Socket.SO_LINGER;
import static pythonic.socket.Socket.SO_REUSEADDR;
import static pythonic.socket.Socket.SO_TYPE;
import static pythonic.socket.Socket.address;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import pythonic.struct.Struct;

/** The programs of {@code programs.py} that show what goes wrong. */
@NullUnmarked
final class ErrorPrograms extends SocketProgram {

  void bad_addresses() {
    var s = new Socket();
    run(() -> s.bind("x"));
    run(() -> s.bind(address("127.0.0.1", 65536)));
    run(() -> s.bind(address("127.0.0.1", -1)));
    run(() -> s.connect("x"));
    run(() -> s.connect(address("127.0.0.1", 65536)));
    run(() -> s.connect(address("127.0.0.1", -1)));
    show(() -> s.connect_ex("x"));
    show(() -> s.connect_ex(address("127.0.0.1", 65536)));
    show(() -> s.connect_ex(address("127.0.0.1", -1)));
    var u = new Socket(AF_UNIX);
    run(() -> u.bind(LOOPBACK));
    run(() -> u.connect(LOOPBACK));
    run(() -> u.bind("x".repeat(108)));
    run(() -> u.connect("\0" + "x".repeat(108)));
    var d = new Socket(AF_INET, SOCK_DGRAM);
    show(() -> d.sendto(bytes("x"), "x"));
    show(() -> d.sendto(bytes("x"), address("127.0.0.1", 70000)));
    run(() -> s.bind(address("192.0.2.1", 0)));
    run(() -> s.bind(address("::1", 0)));
    close(s, u, d);
  }

  void kinds() {
    show(() -> new Socket(99));
    show(() -> new Socket(AF_INET, 99));
    show(() -> new Socket(AF_INET, SOCK_STREAM, 17));
    show(() -> new Socket(AF_INET, SOCK_DGRAM, 6));
    show(() -> new Socket(AF_UNIX, SOCK_STREAM, 6));
    show(() -> new Socket(AF_INET, SOCK_SEQPACKET));
    var s = new Socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC);
    say(s.type() == SOCK_STREAM, s.gettimeout());
    s.close();
    show(() -> Socket.socketpair(AF_INET, SOCK_STREAM));
    show(() -> Socket.socketpair(AF_UNIX, 99));
  }

  void closed() {
    var s = new Socket();
    s.close();
    s.close();
    say(s.fileno(), s.detach());
    show(s::accept);
    run(s::listen);
    show(s::getsockname);
    show(s::getpeername);
    show(s::dup);
    show(s::get_inheritable);
    show(() -> s.recv(1));
    show(() -> s.recvfrom(1));
    show(() -> s.recv_into(new byte[1]));
    show(() -> s.send(bytes("x")));
    run(() -> s.sendall(bytes("x")));
    show(() -> s.sendto(bytes("x"), address("127.0.0.1", 9)));
    run(() -> s.bind(LOOPBACK));
    run(() -> s.connect(address("127.0.0.1", 9)));
    show(() -> s.connect_ex(address("127.0.0.1", 9)));
    run(() -> s.shutdown(SHUT_RDWR));
    show(() -> s.getsockopt(SOL_SOCKET, SO_TYPE));
    run(() -> s.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1));
    run(() -> s.settimeout(1));
    run(() -> s.setblocking(false));
    show(() -> s.recv(-1));
  }

  void refused() throws IOException {
    Address nobody = address("127.0.0.1", freePort());
    var s = new Socket();
    run(() -> s.connect(nobody));
    say(s.connect_ex(nobody));
    show(s::getpeername);
    s.close();
    show(() -> Socket.create_connection(nobody));
    var u = new Socket(AF_UNIX);
    run(() -> u.connect(path("missing")));
    say(u.connect_ex(path("missing")));
    Files.createFile(Path.of(path("plain")));
    run(() -> u.connect(path("plain")));
    var v = new Socket(AF_UNIX);
    v.bind(path("bound"));
    run(() -> u.connect(path("bound")));
    run(() -> v.connect(path("bound")));
    v.close();
    run(() -> u.connect(path("bound")));
    u.close();
  }

  void in_use() {
    Socket s = Socket.create_server(LOOPBACK);
    var t = new Socket();
    run(() -> t.bind(s.getsockname()));
    run(() -> s.bind(LOOPBACK));
    show(() -> Socket.create_server(address("192.0.2.1", 0)));
    var u = new Socket(AF_UNIX);
    u.bind(path("taken"));
    run(() -> u.bind(path("taken2")));
    var v = new Socket(AF_UNIX);
    run(() -> v.bind(path("taken")));
    run(() -> v.bind(path("no/such")));
    close(s, t, u, v);
  }

  void timeouts() {
    Socket s = Socket.create_server(LOOPBACK);
    s.settimeout(0.01);
    show(s::accept);
    var both = Two.tcp();
    Socket a = both.a();
    a.settimeout(0.01);
    show(() -> a.recv(1));
    show(() -> a.recvfrom(1));
    show(() -> a.recv_into(new byte[1]));
    run(() -> a.sendall(new byte[50_000_000]));
    show(() -> a.<byte[]>makefile("rb").read(1));
    var d = new Socket(AF_INET, SOCK_DGRAM);
    d.bind(LOOPBACK);
    d.settimeout(0.01);
    show(() -> d.recvfrom(1));
    var u = new Socket(AF_UNIX, SOCK_DGRAM);
    u.settimeout(0.01);
    show(() -> u.recv(1));
    run(() -> u.settimeout(-1));
    run(() -> u.settimeout(Double.NaN));
    say(u.gettimeout(), u.getblocking(), u.timeout());
    close(s, a, both.b(), d, u);
  }

  void not_blocking() {
    Socket s = Socket.create_server(LOOPBACK);
    s.setblocking(false);
    show(s::accept);
    var both = Two.tcp();
    Socket a = both.a();
    a.setblocking(false);
    show(() -> a.recv(1));
    run(() -> a.sendall(new byte[50_000_000]));
    show(() -> both.b().recv(0));
    show(() -> both.b().recv(1, MSG_DONTWAIT | MSG_PEEK));
    var d = new Socket(AF_INET, SOCK_DGRAM);
    d.bind(LOOPBACK);
    d.settimeout(0);
    show(() -> d.recvfrom(1));
    var u = new Socket(AF_UNIX, SOCK_DGRAM);
    u.settimeout(0);
    show(() -> u.recv(1));
    var c = new Socket();
    c.setblocking(false);
    run(() -> c.connect(s.getsockname()));
    say(c.gettimeout(), c.getblocking(), c.timeout());
    close(s, a, both.b(), d, u, c);
  }

  void too_long() {
    var d = new Socket(AF_INET, SOCK_DGRAM);
    d.bind(LOOPBACK);
    show(() -> d.sendto(new byte[65508], d.getsockname()));
    show(() -> d.sendto(new byte[70000], d.getsockname()));
    say(d.sendto(new byte[65507], d.getsockname()), d.recv(70000).length);
    d.connect(d.getsockname());
    show(() -> d.send(new byte[65508]));
    run(() -> d.sendall(new byte[100_000]));
    var both = Two.pair(SOCK_DGRAM);
    show(() -> both.a().send(new byte[1_000_000]));
    close(d, both.a(), both.b());
  }

  void reset() {
    try (var both = Two.tcp()) {
      both.a().setsockopt(SOL_SOCKET, SO_LINGER, Struct.pack("ii", 1, 0));
      both.a().close();
      show(() -> both.b().recv(1));
      say(both.b().recv(1));
      show(() -> both.b().send(bytes("x")));
    }
    try (var both = Two.tcp()) {
      both.a().sendall(bytes("unread"));
      both.b().recv(1);
      both.b().close();
      show(() -> both.a().recv(1));
      run(() -> both.a().sendall(bytes("x")));
    }
  }

  void gone() {
    try (var both = Two.tcp()) {
      both.b().close();
      say(both.a().recv(1));
    }
    try (var both = Two.pair(SOCK_STREAM)) {
      both.b().close();
      say(both.a().recv(1));
      show(() -> both.a().send(bytes("x")));
    }
    try (var both = Two.pair(SOCK_DGRAM)) {
      both.b().close();
      show(() -> both.a().send(bytes("x")));
    }
  }

  void not_connected() {
    for (Socket s : List.of(new Socket(), new Socket(AF_UNIX))) {
      show(() -> s.recv(1));
      show(() -> s.send(bytes("x")));
      show(s::getpeername);
      run(() -> s.shutdown(SHUT_WR));
      show(s::accept);
      s.close();
    }
    for (Socket d : List.of(new Socket(AF_INET, SOCK_DGRAM), new Socket(AF_UNIX, SOCK_DGRAM))) {
      show(() -> d.send(bytes("x")));
      show(d::getpeername);
      run(d::listen);
      show(d::accept);
      show(() -> d.recv(1, MSG_DONTWAIT));
      d.close();
    }
    var u = new Socket(AF_UNIX, SOCK_DGRAM);
    run(() -> u.shutdown(SHUT_WR));
    u.close();
  }

  void connected_twice() {
    try (var both = Two.tcp()) {
      run(() -> both.a().connect(both.b().getsockname()));
      run(() -> both.a().bind(LOOPBACK));
      run(() -> both.a().listen());
      show(() -> both.a().accept());
      run(() -> both.a().shutdown(7));
    }
  }

  void half_closed() {
    for (Two both : List.of(Two.tcp(), Two.pair(SOCK_STREAM))) {
      both.a().shutdown(SHUT_WR);
      say(both.b().recv(1));
      show(() -> both.a().send(bytes("x")));
      both.b().sendall(bytes("still"));
      say(both.a().recv(9));
      both.b().shutdown(SHUT_RDWR);
      say(both.a().recv(9));
      both.close();
    }
    try (var both = Two.tcp()) {
      both.a().shutdown(SHUT_RD);
      say(both.a().recv(1));
    }
  }
}
