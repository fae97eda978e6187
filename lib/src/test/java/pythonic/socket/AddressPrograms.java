package pythonic.socket;

import static pythonic.socket.Socket.AF_INET;
import static pythonic.socket.Socket.AF_INET6;
import static pythonic.socket.Socket.AF_UNIX;
import static pythonic.socket.Socket.SOCK_DGRAM;
import static pythonic.socket.Socket.SOCK_STREAM;
import static pythonic.socket.Socket.address;
import static pythonic.socket.Socket.create_connection;
import static pythonic.socket.Socket.create_server;
import static pythonic.socket.Socket.getaddrinfo;
import static pythonic.socket.Socket.getnameinfo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import pythonic.select.Select;

/** The programs of {@code programs.py} about addresses, and what is connected to them. */
@NullUnmarked
final class AddressPrograms extends SocketProgram {

  private record Wanted(int type, int proto, Object port) {}

  void hosts_as_numbers() {
    for (String host : List.of("127.1", "0x7f.1", "010.0.0.1", "2130706433", "", "0", "256.1.1.1", "127.0.0.1 ", "::ffff:1.2.3.4", "1::2::3",
        "fe80::1%1")) {
      show(() -> getaddrinfo(host, 80, 0, SOCK_STREAM).stream().map(AddressInfo::sockaddr).toList());
    }
    for (Object port : Arrays.asList("", "80", 80, 70_000, -1, "-1", "no-such", "http", null)) {
      show(() -> kinds(getaddrinfo("127.0.0.1", port)));
    }
    for (Wanted it : List.of(new Wanted(0, Socket.IPPROTO_TCP, 80), new Wanted(0, Socket.IPPROTO_UDP, 80), new Wanted(SOCK_STREAM, Socket.IPPROTO_UDP, 80),
        new Wanted(Socket.SOCK_RAW, Socket.IPPROTO_ICMP, 80), new Wanted(0, Socket.IPPROTO_ICMP, null), new Wanted(Socket.SOCK_SEQPACKET, 0, 80),
        new Wanted(0, 999, 80), new Wanted(99, 0, 80), new Wanted(SOCK_DGRAM, 0, "http"))) {
      show(() -> kinds(getaddrinfo("127.0.0.1", it.port, 0, it.type, it.proto, 0)));
    }
    show(() -> getaddrinfo("127.0.0.1", "http", 0, 0, 0, Socket.AI_NUMERICSERV));
    show(() -> getnameinfo(address("127.0.0.1", -1), 0));
    show(() -> getnameinfo(address("", 80), 0));
    show(() -> getnameinfo(address("127.0.0.1", 80), 1 << 20));
    show(() -> Socket.gethostbyname("0x10"));
    show(() -> create_connection(address("", 80)));
    show(() -> create_connection(address("127.0.0.1", -1)));
    show(() -> new Socket(AF_INET, SOCK_STREAM, 0, -1));
    say(new Gaierror(1, "x"), new Herror(2, "y"));
  }

  private static Text kinds(List<AddressInfo> all) {
    return new Text(all.stream().map(it -> "(" + it.type() + ", " + it.proto() + ", " + it.sockaddr() + ")").collect(Collectors.joining(", ", "[", "]")));
  }

  /** What is shown without quotes. */
  private record Text(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  void mapped() {
    try (Socket server = create_server(LOOPBACK); var c = new Socket(AF_INET6); var u = new Socket(AF_INET6, SOCK_DGRAM);
        var d = new Socket(AF_INET, SOCK_DGRAM)) {
      c.connect(address("::ffff:127.0.0.1", server.getsockname().port()));
      say(c.getpeername().host(), c.getsockname().host());
      d.bind(LOOPBACK);
      say(u.sendto(bytes("x"), address("::ffff:127.0.0.1", d.getsockname().port())), d.recv(9));
    }
  }

  void told_once() {
    try (Socket server = create_server(LOOPBACK)) {
      for (Double timeout : Arrays.asList(null, 5.0, 0.0)) {
        var c = new Socket();
        c.settimeout(timeout);
        if (timeout != null && timeout == 0) {
          run(() -> c.connect(server.getsockname()));
          Select.select(List.of(), List.of(c), List.of());
        } else {
          c.connect(server.getsockname());
        }
        say(c.connect_ex(server.getsockname()), c.connect_ex(server.getsockname()));
        c.close();
      }
    }
  }

  void connected_datagrams() {
    try (var a = new Socket(AF_INET, SOCK_DGRAM); var b = new Socket(AF_INET, SOCK_DGRAM)) {
      a.bind(LOOPBACK);
      b.bind(LOOPBACK);
      for (String text : List.of("one", "", "three", "four")) {
        a.sendto(bytes(text), b.getsockname());
      }
      say((Object) b.recv(9));
      b.connect(a.getsockname());
      say(b.recv(9), b.recv(9, Socket.MSG_PEEK), b.recv(2));
      a.connect(b.getsockname());
      say(b.send(bytes("")), b.send(bytes("five")));
      run(() -> b.sendall(bytes("")));
      say(b.sendto(bytes(""), a.getsockname()));
      say(a.recv(9), a.recv(9), a.recv(9), a.recv(9), b.recv(9), b.getpeername().equals(a.getsockname()));
      b.settimeout(0.01);
      show(() -> b.recv(1));
    }
  }

  void wait_flags() {
    try (var u = new Socket(AF_INET, SOCK_DGRAM); var both = Two.tcp(); Socket s = create_server(LOOPBACK); var z = new Socket(AF_UNIX)) {
      u.bind(LOOPBACK);
      for (String text : List.of("one", "two", "three")) {
        u.sendto(bytes(text), u.getsockname());
      }
      say(u.recv(100, Socket.MSG_WAITALL), u.recv(0), u.recv_into(new byte[0]), u.recvfrom(0).data(), u.recv(9));
      Socket b = both.b();
      both.a().send(bytes("xy"));
      b.settimeout(0.01);
      say((Object) b.recv(3, Socket.MSG_WAITALL));
      show(() -> b.recv(3, Socket.MSG_DONTWAIT));
      b.settimeout(null);
      show(() -> b.recv(3, Socket.MSG_DONTWAIT));
      both.a().send(bytes("abc"));
      say((Object) b.recv(3, Socket.MSG_WAITALL));
      Address name = s.getsockname();
      s.shutdown(Socket.SHUT_RD);
      show(s::accept);
      say(s.getsockname().equals(name));
      z.bind(path("zero") + "\0one");
      say(Files.exists(Path.of(path("zero"))));
    }
  }

  void levels() {
    try (var u = new Socket(AF_UNIX); var d = new Socket(AF_INET, SOCK_DGRAM)) {
      run(() -> u.setsockopt(Socket.IPPROTO_TCP, Socket.TCP_KEEPIDLE, 1));
      show(() -> u.getsockopt(Socket.IPPROTO_TCP, Socket.TCP_NODELAY));
      run(() -> u.setsockopt(Socket.IPPROTO_IP, Socket.IP_TOS, 0));
      run(() -> u.setsockopt(Socket.IPPROTO_IPV6, Socket.IPV6_V6ONLY, 1));
      run(() -> d.setsockopt(Socket.IPPROTO_TCP, Socket.TCP_NODELAY, 1));
      run(() -> d.setsockopt(Socket.IPPROTO_TCP, Socket.TCP_KEEPCNT, 1));
      run(() -> d.setsockopt(Socket.IPPROTO_IP, Socket.IP_MULTICAST_IF, Socket.inet_aton("127.0.0.1")));
    }
  }
}
