package pythonic.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.decode;
import static pythonic.builtins.Builtins.encode;
import static pythonic.builtins.Keywords.fileno;
import static pythonic.socket.Socket.address;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.builtins.BlockingIOError;
import pythonic.builtins.OSError;
import pythonic.builtins.OverflowError;
import pythonic.testing.CPython;
import pythonic.testing.Programs;
import pythonic.testing.Threads;

/** Sockets that go through sockets, and other ancillary data; CPython is the other end once. */
@EnabledOnOs(OS.LINUX) // elsewhere the system is not called
final class PassedSocketsTest {

  private static final String PEER =
      """
      import socket, sys
      s = socket.socket(socket.AF_UNIX)
      s.connect(sys.argv[1])
      msg, fds, flags, addr = socket.recv_fds(s, 100, 4)
      print(msg, len(fds), flags, addr)
      conn = socket.socket(fileno=fds[0])
      conn.setblocking(True)
      print(conn.family.name, conn.type.name, conn.recv(100))
      conn.sendall(b'from the other process')
      listener = socket.create_server(('127.0.0.1', 0))
      nothing = open('/dev/null')
      print(socket.send_fds(s, [b'a listener, ', b'no socket'], [listener.fileno(), nothing.fileno()]))
      s.recv(1)
      """;

  private static final String PRINTED = "b'a connection' 2 0 PATH\nAF_INET SOCK_STREAM b'hello'\n21\n";

  private static long open() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    }
  }

  @Test
  void sockets_passedToCpythonAndBack(@TempDir Path folder) throws Exception {
    CPython.Interpreter python = CPython.find(9).orElse(null);
    if (python == null) {
      assertThat(PRINTED).isNotEmpty();
      return;
    }
    String path = folder.resolve("passing").toString();
    try (var server = new Socket(Socket.AF_UNIX); Socket web = Socket.create_server(address("127.0.0.1", 0));
        Socket client = Socket.create_connection(web.getsockname()); Socket conn = web.accept().conn()) {
      server.bind(path);
      server.listen();
      Process program = new ProcessBuilder(python.path(), "-c", PEER, path).start();
      try (Socket link = server.accept().conn()) {
        assertThat(Socket.send_fds(link, List.of(encode("a "), encode("connection")), List.of(conn.fileno(), 2))).isEqualTo(12);
        closeNow(conn); // the other process has it
        client.sendall(encode("hello"));
        assertThat(decode(client.recv(100))).isEqualTo("from the other process");
        ReceivedFds got = Socket.recv_fds(link, 100, 2);
        assertThat(decode(got.msg())).isEqualTo("a listener, no socket");
        assertThat(got.flags()).isZero();
        assertThat(got.address()).isNull();
        assertThat(got.fds()).hasSize(2).last().isEqualTo(-1);
        try (var listener = new Socket(fileno(got.fds().getFirst())); Socket to = Socket.create_connection(listener.getsockname());
            Socket from = listener.accept().conn()) {
          assertThat(listener.type()).isEqualTo(Socket.SOCK_STREAM);
          to.sendall(encode("x"));
          assertThat(decode(from.recv(10))).isEqualTo("x");
        }
        link.send(encode("."));
      }
      assertThat(Programs.finish(program).out()).isEqualTo(PRINTED.replace("PATH", path));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Socket.SOCK_STREAM, Socket.SOCK_DGRAM, Socket.SOCK_SEQPACKET})
  void sockets_ofAllKinds_passThroughAllKinds(int type) throws Exception {
    SocketPair link = Socket.socketpair(Socket.AF_UNIX, type);
    SocketPair pair = Socket.socketpair();
    try (Socket tcp = Socket.create_server(address("127.0.0.1", 0)); var udp = new Socket(Socket.AF_INET, Socket.SOCK_DGRAM);
        var raw = new Socket(Socket.AF_UNIX, Socket.SOCK_SEQPACKET)) {
      udp.bind(address("127.0.0.1", 0));
      var fds = Stream.of(tcp, udp, raw, pair.a(), link.a()).map(Socket::fileno).toList();
      assertThat(Socket.send_fds(link.a(), List.of(encode("five")), fds)).isEqualTo(4);
      List<Socket> got = Socket.recv_fds(link.b(), 10, 5).fds().stream().map(number -> new Socket(fileno(number))).toList();
      assertThat(got).extracting(Socket::type)
          .containsExactly(Socket.SOCK_STREAM, Socket.SOCK_DGRAM, Socket.SOCK_SEQPACKET, Socket.SOCK_STREAM, type);
      assertThat(got.getFirst().getsockname()).isEqualTo(tcp.getsockname());
      assertThat(got.get(1).getsockname()).isEqualTo(udp.getsockname());
      got.get(3).sendall(encode("the same pair"));
      assertThat(decode(pair.b().recv(100))).isEqualTo("the same pair");
      got.forEach(Socket::close);
      pair.a().sendall(encode("goes on"));
      assertThat(decode(pair.b().recv(100))).isEqualTo("goes on");
    } finally {
      Stream.of(link.a(), link.b(), pair.a(), pair.b()).forEach(Socket::close);
    }
  }

  /** Whoever receives waits as for other data, and what is closed meanwhile raises. */
  @Test
  void recvmsg_waits_andEndsByDataTimeOutAndClose() throws Exception {
    SocketPair pair = Socket.socketpair();
    try (Socket a = pair.a(); Socket b = pair.b()) {
      b.settimeout(0.01);
      assertThatThrownBy(() -> b.recvmsg(10, 100)).hasMessage("timed out");
      b.setblocking(false);
      assertThatThrownBy(() -> b.recvmsg(10, 100)).isInstanceOf(BlockingIOError.class).hasMessage("[Errno 11] Resource temporarily unavailable");
      b.setblocking(true);
      var receiving = Threads.start(() -> b.recvmsg(10, 100));
      awaitWaiting(receiving.thread());
      a.sendall(encode("now"));
      assertThat(receiving.join().toString()).isEqualTo("(b'now', [], 0, None)");
      var second = Threads.run(() -> assertThatThrownBy(() -> b.recvmsg(10, 100)).hasMessage("[Errno 9] Bad file descriptor"));
      awaitWaiting(second.thread());
      closeNow(b);
      second.join();
    }
  }

  /** Closes a socket before the end of its block. */
  private static void closeNow(Socket socket) {
    socket.close();
  }

  private static void awaitWaiting(Thread thread) {
    Threads.await("waits", () -> Arrays.stream(thread.getStackTrace())
        .anyMatch(frame -> frame.getMethodName().equals("await") && frame.getClassName().endsWith(".Endpoint")));
  }

  @Test
  void sendmsg_wrongNumbers_raise() {
    SocketPair pair = Socket.socketpair();
    try (Socket a = pair.a(); Socket b = pair.b()) {
      assertThatThrownBy(() -> Socket.send_fds(a, List.of(encode("x")), List.of(1 << 20))).isInstanceOf(OSError.class)
          .hasMessage("[Errno 9] Bad file descriptor");
      int closed = b.fileno();
      closeNow(b);
      assertThatThrownBy(() -> Socket.send_fds(a, List.of(encode("x")), List.of(closed))).hasMessage("[Errno 9] Bad file descriptor");
    }
    try (var fresh = new Socket(Socket.AF_UNIX); var other = new Socket(Socket.AF_UNIX)) {
      assertThatThrownBy(() -> Socket.send_fds(fresh, List.of(encode("x")), List.of(other.fileno())))
          .hasMessage("[Errno 107] Transport endpoint is not connected");
    }
  }

  @Test
  void recvmsg_tooLittleRoom_saysSo() {
    SocketPair pair = Socket.socketpair();
    try (Socket a = pair.a(); Socket b = pair.b(); var one = new Socket(); var two = new Socket()) {
      Socket.send_fds(a, List.of(encode("xy")), List.of(one.fileno(), two.fileno()));
      ReceivedFds got = Socket.recv_fds(b, 1, 1);
      assertThat(got.fds()).hasSize(1);
      assertThat(got.flags() & Socket.MSG_CTRUNC).isEqualTo(Socket.MSG_CTRUNC);
      new Socket(fileno(got.fds().getFirst())).close();
      assertThat(decode(b.recv(1))).isEqualTo("y");
    }
  }

  @Test
  void numbersOfTheSystem_manyTimes_areGivenBack() throws Exception {
    SocketPair pair = Socket.socketpair();
    try (Socket a = pair.a(); Socket b = pair.b(); var one = new Socket()) {
      Runnable turn = () -> {
        Socket.send_fds(a, List.of(encode("x")), List.of(one.fileno()));
        new Socket(fileno(Socket.recv_fds(b, 1, 1).fds().getFirst())).close();
      };
      turn.run();
      long before = open();
      for (int i = 0; i < 50; i++) {
        turn.run();
      }
      assertThat(open()).isLessThan(before + 25);
    }
  }

  @Test
  void cmsgLenAndSpace_likeCPythons() {
    assertThat(new long[] {Socket.CMSG_LEN(0), Socket.CMSG_LEN(5), Socket.CMSG_SPACE(5), Socket.CMSG_SPACE(0), Socket.CMSG_LEN(2147483631L),
        Socket.CMSG_SPACE(2147483548)}).containsExactly(16, 21, 24, 16, 2147483647, 2147483568);
    assertThatThrownBy(() -> Socket.CMSG_LEN(-1)).isInstanceOf(OverflowError.class).hasMessage("CMSG_LEN() argument out of range");
    assertThatThrownBy(() -> Socket.CMSG_SPACE(2147483624)).isInstanceOf(OverflowError.class).hasMessage("CMSG_SPACE() argument out of range");
  }
}
