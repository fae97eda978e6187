package pythonic.socket;

import static pythonic.socket.Socket.AF_INET;
import static pythonic.socket.Socket.AF_INET6;
import static pythonic.socket.Socket.AF_UNIX;
import static pythonic.socket.Socket.AI_NUMERICHOST;
import static pythonic.socket.Socket.IPPROTO_ICMP;
import static pythonic.socket.Socket.IPPROTO_TCP;
import static pythonic.socket.Socket.MSG_PEEK;
import static pythonic.socket.Socket.SHUT_WR;
import static pythonic.socket.Socket.SOCK_DGRAM;
import static pythonic.socket.Socket.SOCK_RAW;
import static pythonic.socket.Socket.SOCK_SEQPACKET;
import static pythonic.socket.Socket.SOCK_STREAM;
import static pythonic.socket.Socket.SOL_SOCKET;
import static pythonic.socket.Socket.SO_ACCEPTCONN;
import static pythonic.socket.Socket.SO_DOMAIN;
import static pythonic.socket.Socket.SO_ERROR;
import static pythonic.socket.Socket.SO_LINGER;
import static pythonic.socket.Socket.SO_PASSCRED;
import static pythonic.socket.Socket.SO_REUSEADDR;
import static pythonic.socket.Socket.SO_TYPE;
import static pythonic.socket.Socket.TCP_NODELAY;
import static pythonic.socket.Socket.address;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.PermissionError;
import pythonic.struct.Struct;

/** The programs of {@code programs.py} that show what each kind of socket does. */
@NullUnmarked
final class KindPrograms extends SocketProgram {

  void udp() {
    var a = new Socket(AF_INET, SOCK_DGRAM);
    var b = new Socket(AF_INET, SOCK_DGRAM);
    a.bind(LOOPBACK);
    b.bind(LOOPBACK);
    say(a.sendto(bytes("one"), b.getsockname()), a.sendto(bytes(""), b.getsockname()), a.sendto(bytes("three"), b.getsockname()));
    say(b.recv(2, MSG_PEEK), b.recv(10));
    ReceivedFrom got = b.recvfrom(10);
    say(got.data(), a.getsockname().equals(got.address()));
    say((Object) b.recv(2));
    a.connect(b.getsockname());
    say(a.send(bytes("four")), a.sendmsg(List.of(bytes("fi"), bytes("ve"))), b.recv(9));
    say(b.recvmsg(2));
    say(a.getpeername().equals(b.getsockname()));
    b.close();
    a.send(bytes("x"));
    show(() -> a.recv(1));
    a.close();
  }

  void unix_stream() throws IOException {
    var s = new Socket(AF_UNIX);
    say(s.getsockname());
    s.bind(path("stream"));
    say(s.getsockname(), Files.exists(Path.of(path("stream"))));
    Path file = Path.of(path("stream"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    s.listen();
    say(Files.exists(file), PosixFilePermissions.toString(Files.getPosixFilePermissions(file)).equals("rw-------") ? "0o600" : "another");
    var c = new Socket(AF_UNIX);
    c.connect(path("stream"));
    Accepted accepted = s.accept();
    Socket conn = accepted.conn();
    say(accepted.address(), conn.getsockname(), conn.getpeername(), c.getsockname(), c.getpeername());
    c.sendall(bytes("hello"));
    say((Object) conn.recv(9));
    s.close();
    say(Files.exists(Path.of(path("stream"))));
    close(c, conn);
  }

  void unix_names() {
    var s = new Socket(AF_UNIX);
    String name = "\0pythonic-" + folder.getFileName();
    s.bind(name);
    s.listen();
    say(s.getsockname().host().equals(name));
    var c = new Socket(AF_UNIX);
    c.connect(name);
    Accepted accepted = s.accept();
    say(accepted.address(), c.getsockname(), c.getpeername().host().equals(name));
    c.sendall(bytes("hello"));
    say((Object) accepted.conn().recv(9));
    accepted.conn().close();
    say((Object) c.recv(9));
    var t = new Socket(AF_UNIX);
    run(() -> t.bind(name));
    run(() -> t.connect(name + "-none"));
    close(s, c, t);
  }

  void unix_datagrams() {
    var a = new Socket(AF_UNIX, SOCK_DGRAM);
    var b = new Socket(AF_UNIX, SOCK_DGRAM);
    say(a.getsockname());
    show(() -> a.sendto(bytes("x"), path("b")));
    b.bind(path("b"));
    say(a.sendto(bytes("one"), path("b")), b.recvfrom(9));
    a.bind(path("a"));
    say(a.getsockname());
    say(a.sendto(bytes("two"), path("b")), b.recvfrom(2));
    say(a.sendto(bytes(""), path("b")), b.recvfrom(2));
    a.connect(path("b"));
    say(a.getpeername(), a.send(bytes("three")), a.sendmsg(List.of(bytes("fo"), bytes("ur"))));
    say(b.recv(3, MSG_PEEK), b.recv(9));
    say(b.recvmsg(2));
    say(b.sendto(bytes("five"), path("a")), a.recv(9));
    run(() -> b.bind(path("c")));
    var c = new Socket(AF_UNIX, SOCK_DGRAM);
    run(() -> c.bind(path("a")));
    show(() -> c.sendto(bytes("x"), path("a")));
    b.close();
    show(() -> a.send(bytes("x")));
    show(() -> c.sendto(bytes("x"), path("b")));
    show(() -> c.sendto(bytes("x"), path("no")));
    say(c.type() == SOCK_DGRAM, c.family() == AF_UNIX, c.proto());
    close(a, c);
  }

  void unix_datagram_names() {
    var a = new Socket(AF_UNIX, SOCK_DGRAM);
    var b = new Socket(AF_UNIX, SOCK_DGRAM);
    String name = "\0pythonic-d-" + folder.getFileName();
    a.bind(name);
    b.bind("");
    say(a.getsockname().host().equals(name), bytes(b.getsockname().host().substring(0, 1)), b.getsockname().host().length());
    b.sendto(bytes("x"), name);
    ReceivedFrom got = a.recvfrom(9);
    say(got.data(), b.getsockname().equals(got.address()));
    a.sendto(bytes("y"), got.address());
    say((Object) b.recv(9));
    close(a, b);
  }

  void packets() {
    try (var both = Two.pair(SOCK_SEQPACKET)) {
      Socket a = both.a();
      Socket b = both.b();
      say(a.send(bytes("one")), a.send(bytes("two")), b.recv(9), b.recv(2));
      a.shutdown(SHUT_WR);
      say((Object) b.recv(9));
      show(() -> a.send(bytes("x")));
      a.close();
      show(() -> b.send(bytes("x")));
    }
    var s = new Socket(AF_UNIX, SOCK_SEQPACKET);
    run(s::listen);
    s.bind(path("packets"));
    s.listen();
    var c = new Socket(AF_UNIX, SOCK_SEQPACKET);
    show(() -> c.recv(1));
    show(() -> c.send(bytes("x")));
    c.connect(path("packets"));
    run(() -> c.connect(path("packets")));
    Accepted accepted = s.accept();
    Socket conn = accepted.conn();
    say(accepted.address(), conn.getsockname(), c.getpeername(), c.getsockname());
    conn.send(bytes("hello"));
    say(c.recv(3), s.getsockopt(SOL_SOCKET, SO_ACCEPTCONN), c.getsockopt(SOL_SOCKET, SO_TYPE) == SOCK_SEQPACKET);
    s.settimeout(0.01);
    show(s::accept);
    close(s, c, conn);
  }

  void pairs() {
    for (int kind : new int[] {SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET}) {
      try (var both = Two.pair(kind)) {
        Socket a = both.a();
        Socket b = both.b();
        say(a.getsockname(), a.getpeername(), a.send(bytes("x")), b.recvfrom(9), a.type() == kind);
        try (Socket d = a.dup()) {
          a.close();
          say(d.send(bytes("y")), b.recv(9));
          b.settimeout(0);
          show(() -> b.recv(1));
        }
      }
    }
  }

  void options() {
    var s = new Socket();
    say(s.getsockopt(SOL_SOCKET, SO_REUSEADDR), s.getsockopt(SOL_SOCKET, SO_TYPE), s.getsockopt(SOL_SOCKET, SO_ERROR));
    s.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1);
    s.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1);
    say(s.getsockopt(SOL_SOCKET, SO_REUSEADDR), s.getsockopt(IPPROTO_TCP, TCP_NODELAY));
    s.setsockopt(SOL_SOCKET, SO_LINGER, Struct.pack("ii", 1, 5));
    say(s.getsockopt(SOL_SOCKET, SO_LINGER, 8), s.getsockopt(SOL_SOCKET, SO_LINGER));
    run(() -> s.setsockopt(SOL_SOCKET, SO_LINGER, 1));
    run(() -> s.setsockopt(SOL_SOCKET, SO_REUSEADDR, new byte[0]));
    show(() -> s.getsockopt(SOL_SOCKET, 9999));
    run(() -> s.setsockopt(9999, 1, 1));
    show(() -> s.getsockopt(SOL_SOCKET, SO_TYPE, 2000));
    show(() -> s.getsockopt(SOL_SOCKET, SO_TYPE, -1));
    s.close();
    var u = new Socket(AF_UNIX, SOCK_DGRAM);
    say(u.getsockopt(SOL_SOCKET, SO_TYPE), u.getsockopt(SOL_SOCKET, SO_DOMAIN), u.getsockopt(SOL_SOCKET, SO_PASSCRED));
    u.setsockopt(SOL_SOCKET, SO_PASSCRED, 1);
    say(u.getsockopt(SOL_SOCKET, SO_PASSCRED), u.getsockopt(SOL_SOCKET, SO_PASSCRED, 4));
    show(() -> u.getsockopt(IPPROTO_TCP, TCP_NODELAY));
    run(() -> u.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1));
    u.close();
  }

  void raw() {
    Socket s;
    try {
      s = new Socket(AF_INET, SOCK_RAW, IPPROTO_ICMP);
    } catch (PermissionError e) {
      say(e.getMessage());
      return;
    }
    s.settimeout(5);
    s.connect(address("127.0.0.1", 0));
    say(s.send(new byte[] {8, 0, (byte) 0xf7, (byte) 0xfd, 0, 1, 0, 1}));
    byte[] got = s.recv(99);
    say((Object) Arrays.copyOfRange(got, 20, got.length));
    show(s::getpeername);
    s.close();
  }

  void numbers() {
    say(Socket.inet_aton("127.1"), Socket.inet_ntoa(new byte[] {127, 0, 0, 1}), Socket.inet_pton(AF_INET6, "::1"),
        Socket.inet_ntop(AF_INET6, new byte[16]));
    for (String text : List.of("256.1.1.1", "", "1.2.3.4.5", "x", "1.2.3.4::", "1.2.3.4::1")) {
      show(() -> Socket.inet_aton(text));
      show(() -> Socket.inet_pton(AF_INET, text));
      show(() -> Socket.inet_pton(AF_INET6, text));
    }
    show(() -> Socket.inet_ntoa(bytes("123")));
    show(() -> Socket.inet_ntop(AF_INET, bytes("123")));
    show(() -> Socket.inet_ntop(99, bytes("123")));
    say(Socket.htons(1), Socket.ntohs(256), Socket.htonl(1), Socket.ntohl(16777216));
    show(() -> Socket.htons(65536));
    show(() -> Socket.htons(-1));
    show(() -> Socket.htonl(1L << 32));
    show(() -> Socket.htonl(-1));
    show(() -> Socket.getservbyname("no-such-service"));
    show(() -> Socket.getservbyport(70000));
    show(() -> Socket.if_nametoindex("no-such"));
    show(() -> Socket.getaddrinfo("x.invalid", 80, 0, 0, 0, AI_NUMERICHOST));
  }
}
