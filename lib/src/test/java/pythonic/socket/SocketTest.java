package pythonic.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.decode;
import static pythonic.builtins.Builtins.encode;
import static pythonic.socket.Socket.AF_INET;
import static pythonic.socket.Socket.AF_INET6;
import static pythonic.socket.Socket.MSG_DONTWAIT;
import static pythonic.socket.Socket.MSG_PEEK;
import static pythonic.socket.Socket.MSG_WAITALL;
import static pythonic.socket.Socket.SHUT_RD;
import static pythonic.socket.Socket.SHUT_WR;
import static pythonic.socket.Socket.SOCK_DGRAM;
import static pythonic.socket.Socket.SOCK_STREAM;
import static pythonic.socket.Socket.SOL_SOCKET;
import static pythonic.socket.Socket.SO_ERROR;
import static pythonic.socket.Socket.address;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pythonic.builtins.BlockingIOError;
import pythonic.builtins.BrokenPipeError;
import pythonic.builtins.ConnectionRefusedError;
import pythonic.builtins.ConnectionResetError;
import pythonic.builtins.Keywords;
import pythonic.builtins.OSError;
import pythonic.builtins.OverflowError;
import pythonic.builtins.TimeoutError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.testing.Interrupt;
import pythonic.testing.Threads;

final class SocketTest {

  private static final Address ANY_PORT = address("127.0.0.1", 0);

  private static Socket server() {
    return Socket.create_server(ANY_PORT);
  }

  /** Two ends of a connection of TCP. */
  record Connected(Socket client, Socket conn) implements AutoCloseable {

    static Connected make() {
      try (Socket server = server()) {
        Socket client = Socket.create_connection(server.getsockname());
        return new Connected(client, server.accept().conn());
      }
    }

    @Override
    public void close() {
      client.close();
      conn.close();
    }
  }

  @Test
  void messagesGoBothWays() {
    try (var both = Connected.make()) {
      both.client.sendall(encode("hello"));
      assertThat(decode(both.conn.recv(1024))).isEqualTo("hello");
      assertThat(both.conn.send(encode("world"))).isEqualTo(5);
      assertThat(decode(both.client.recv(3))).isEqualTo("wor");
      assertThat(decode(both.client.recv(100_000))).isEqualTo("ld");
      assertThat(both.client.getpeername()).isEqualTo(both.conn.getsockname());
      assertThat(both.conn.getpeername()).isEqualTo(both.client.getsockname());
    }
  }

  @Test
  void row125_timedOut_raisesTimeoutError() {
    try (Socket server = server(); var both = Connected.make()) {
      server.settimeout(0.01);
      assertThatThrownBy(server::accept).isExactlyInstanceOf(TimeoutError.class).hasMessage("timed out");
      both.client.settimeout(0.01);
      assertThatThrownBy(() -> both.client.recv(1)).isExactlyInstanceOf(TimeoutError.class).hasMessage("timed out");
    }
  }

  @Test
  void row126_nonBlocking_raisesBlockingIOError() {
    try (Socket server = server(); var both = Connected.make(); var client = new Socket(); var other = new Socket()) {
      server.setblocking(false);
      assertThatThrownBy(server::accept).isExactlyInstanceOf(BlockingIOError.class)
          .hasMessage("[Errno 11] Resource temporarily unavailable");
      both.client.setblocking(false);
      assertThatThrownBy(() -> both.client.recv(1)).isExactlyInstanceOf(BlockingIOError.class)
          .hasMessage("[Errno 11] Resource temporarily unavailable");
      client.setblocking(false);
      assertThatThrownBy(() -> client.connect(server.getsockname())).isExactlyInstanceOf(BlockingIOError.class)
          .hasMessage("[Errno 115] Operation now in progress");
      other.setblocking(false);
      assertThat(other.connect_ex(server.getsockname())).isEqualTo(115);
      server.setblocking(true);
      server.accept().conn().close();
      server.accept().conn().close();
    }
  }

  @Test
  void row126_connectionRefusedLater_isToldByTheNextCall() {
    Address nobody = freeAddress();
    try (var socket = new Socket()) {
      socket.setblocking(false);
      assertThat(socket.connect_ex(nobody)).isEqualTo(115);
      Threads.await("refused", () -> socket.getsockopt(SOL_SOCKET, SO_ERROR) == 111);
      assertThat(socket.getsockopt(SOL_SOCKET, SO_ERROR)).isZero();
    }
  }

  private static Address freeAddress() {
    try (var socket = new Socket()) {
      socket.bind(ANY_PORT);
      return socket.getsockname();
    }
  }

  @Test
  void row127_settimeout() {
    try (var socket = new Socket()) {
      assertThat(socket.gettimeout()).isNull();
      assertThat(socket.getblocking()).isTrue();
      socket.settimeout(0);
      assertThat(socket.gettimeout()).isEqualTo(0.0);
      assertThat(socket.getblocking()).isFalse();
      socket.settimeout(null);
      assertThat(socket.getblocking()).isTrue();
      socket.settimeout(2.5);
      assertThat(socket.timeout()).isEqualTo(2.5);
      assertThatThrownBy(() -> socket.settimeout(-1)).isInstanceOf(ValueError.class).hasMessage("Timeout value out of range");
      assertThatThrownBy(() -> socket.settimeout(Double.NaN)).isInstanceOf(ValueError.class)
          .hasMessage("Invalid value NaN (not a number)");
      assertThatThrownBy(() -> socket.settimeout(1e10)).isInstanceOf(OverflowError.class)
          .hasMessage("timestamp out of range for platform time_t");
    }
  }

  @Test
  void row127_acceptedSocketsHaveTheDefaultTimeout() {
    try (Socket server = server(); Socket _ = Socket.create_connection(server.getsockname())) {
      server.settimeout(30);
      try (Socket conn = server.accept().conn()) {
        assertThat(conn.gettimeout()).isNull();
      }
    }
  }

  @SuppressWarnings("try") // closed twice: that is what is tested
  @Test
  void row128_peerClosed_recvIsEmptyAndSendBreaks() {
    try (var both = Connected.make()) {
      both.conn.close();
      assertThat(both.client.recv(10)).isEmpty();
      assertThatThrownBy(() -> {
        while (true) {
          both.client.send(encode("x"));
        }
      }).isInstanceOfAny(BrokenPipeError.class, ConnectionResetError.class);
      assertThatThrownBy(() -> both.client.send(encode("x"))).isExactlyInstanceOf(BrokenPipeError.class)
          .hasMessage("[Errno 32] Broken pipe");
    }
  }

  @Test
  void row129_closedSocket_badFileDescriptor() {
    var socket = new Socket();
    socket.close();
    assertThat(socket.fileno()).isEqualTo(-1);
    List<Threads.Action> calls = List.of(() -> socket.recv(1), () -> socket.send(encode("x")), socket::accept, socket::listen,
        () -> socket.bind(ANY_PORT), () -> socket.connect(ANY_PORT), socket::getsockname, socket::getpeername, socket::dup,
        () -> socket.shutdown(SHUT_RD), () -> socket.settimeout(1), () -> socket.getsockopt(SOL_SOCKET, SO_ERROR));
    for (Threads.Action call : calls) {
      assertThatThrownBy(call::run).isExactlyInstanceOf(OSError.class).hasMessage("[Errno 9] Bad file descriptor");
    }
    assertThat(socket.connect_ex(ANY_PORT)).isEqualTo(9);
    assertThat(socket).hasToString("<socket.socket [closed] fd=-1, family=2, type=1, proto=0>");
  }

  @Test
  void row129_negativeBuffersize_raisesValueError() {
    try (var socket = new Socket()) {
      assertThatThrownBy(() -> socket.recv(-1)).isInstanceOf(ValueError.class).hasMessage("negative buffersize in recv");
      assertThatThrownBy(() -> socket.recvfrom(-1)).isInstanceOf(ValueError.class).hasMessage("negative buffersize in recvfrom");
      assertThatThrownBy(() -> socket.recv_into(new byte[4], 5)).isInstanceOf(ValueError.class)
          .hasMessage("buffer too small for requested bytes");
    }
  }

  @Test
  void row130_bindErrors() {
    try (Socket server = server(); var socket = new Socket()) {
      assertThatThrownBy(() -> socket.bind(server.getsockname())).isExactlyInstanceOf(OSError.class)
          .hasMessage("[Errno 98] Address already in use");
      assertThatThrownBy(() -> socket.bind("x")).isInstanceOf(TypeError.class)
          .hasMessage("bind(): AF_INET address must be tuple, not str");
      assertThatThrownBy(() -> socket.bind(address("127.0.0.1", 70000))).isInstanceOf(OverflowError.class)
          .hasMessage("bind(): port must be 0-65535.");
      assertThatThrownBy(() -> socket.bind(address("no.such.host.invalid", 1))).isInstanceOf(Gaierror.class)
          .hasMessage("[Errno -2] Name or service not known");
    }
  }

  @Test
  void refused_raisesAndTheSocketCanBeUsedAgain() {
    try (Socket server = server(); var socket = new Socket()) {
      assertThatThrownBy(() -> socket.connect(freeAddress())).isExactlyInstanceOf(ConnectionRefusedError.class)
          .hasMessage("[Errno 111] Connection refused");
      assertThat(socket.connect_ex(freeAddress())).isEqualTo(111);
      int number = socket.fileno();
      socket.connect(server.getsockname());
      assertThat(socket.fileno()).isEqualTo(number);
      assertThatThrownBy(() -> socket.connect(server.getsockname())).hasMessage("[Errno 106] Transport endpoint is already connected");
    }
  }

  @Test
  void notConnected() {
    try (var tcp = new Socket(); var udp = new Socket(AF_INET, SOCK_DGRAM)) {
      assertThatThrownBy(() -> tcp.recv(1)).hasMessage("[Errno 107] Transport endpoint is not connected");
      assertThatThrownBy(() -> tcp.send(encode("x"))).hasMessage("[Errno 32] Broken pipe");
      assertThatThrownBy(tcp::getpeername).hasMessage("[Errno 107] Transport endpoint is not connected");
      assertThatThrownBy(tcp::accept).hasMessage("[Errno 22] Invalid argument");
      assertThatThrownBy(() -> tcp.shutdown(SHUT_WR)).hasMessage("[Errno 107] Transport endpoint is not connected");
      assertThatThrownBy(() -> udp.send(encode("x"))).hasMessage("[Errno 89] Destination address required");
      assertThatThrownBy(udp::listen).hasMessage("[Errno 95] Operation not supported");
      assertThat(tcp.getsockname()).hasToString("('0.0.0.0', 0)");
    }
  }

  @Test
  void peek_leavesBytesThere() {
    try (var both = Connected.make()) {
      both.client.sendall(encode("abcdef"));
      assertThat(decode(both.conn.recv(3, MSG_PEEK))).isEqualTo("abc");
      assertThat(decode(both.conn.recv(2))).isEqualTo("ab");
      assertThat(decode(both.conn.recv(9, MSG_PEEK))).isEqualTo("cdef".substring(0, decodeLength(both)));
      assertThat(decode(both.conn.recv(4, MSG_WAITALL))).isEqualTo("cdef");
      assertThatThrownBy(() -> both.conn.recv(1, MSG_DONTWAIT | MSG_PEEK)).isInstanceOf(BlockingIOError.class);
    }
  }

  private static int decodeLength(Connected both) {
    return both.conn.recv(9, MSG_PEEK).length;
  }

  @Test
  void shutdown_endsOneDirection() {
    try (var both = Connected.make()) {
      both.client.shutdown(SHUT_WR);
      assertThat(both.conn.recv(1)).isEmpty();
      assertThatThrownBy(() -> both.client.send(encode("x"))).isInstanceOf(BrokenPipeError.class);
      both.conn.sendall(encode("still"));
      assertThat(decode(both.client.recv(9))).isEqualTo("still");
    }
  }

  @Test
  void datagrams() {
    try (var a = new Socket(AF_INET, SOCK_DGRAM); var b = new Socket(AF_INET, SOCK_DGRAM)) {
      a.bind(ANY_PORT);
      b.bind(ANY_PORT);
      assertThat(a.sendto(encode("hello"), b.getsockname())).isEqualTo(5);
      assertThat(decode(b.recvfrom(100, MSG_PEEK).data())).isEqualTo("hello");
      ReceivedFrom got = b.recvfrom(3);
      assertThat(decode(got.data())).isEqualTo("hel");
      assertThat(got.address()).isEqualTo(a.getsockname());
      b.sendto(new byte[0], a.getsockname());
      assertThat(a.recv(10)).isEmpty();
      a.connect(b.getsockname());
      a.send(encode("connected"));
      assertThat(b.recvmsg(4).msg_flags()).isEqualTo(Socket.MSG_TRUNC);
      assertThatThrownBy(() -> b.sendto(new byte[70_000], a.getsockname())).hasMessage("[Errno 90] Message too long");
    }
  }

  @SuppressWarnings("try") // closed twice: that is what is tested
  @Test
  void unixStreams(@TempDir Path folder) {
    String path = folder.resolve("s").toString();
    try (var server = new Socket(Socket.AF_UNIX, SOCK_STREAM); var client = new Socket(Socket.AF_UNIX, SOCK_STREAM)) {
      server.bind(path);
      assertThatThrownBy(() -> client.connect(path)).isInstanceOf(ConnectionRefusedError.class);
      server.listen();
      client.connect(path);
      Accepted accepted = server.accept();
      assertThat(accepted.address()).hasToString("''");
      accepted.conn().sendall(encode("x"));
      assertThat(client.recv(1)).containsExactly('x');
      assertThat(server.getsockname().host()).isEqualTo(path);
      accepted.conn().close();
      assertThatThrownBy(() -> server.bind(ANY_PORT)).isInstanceOf(TypeError.class)
          .hasMessage("a bytes-like object is required, not 'tuple'");
    }
  }

  @Test
  void ipv6() {
    try (var server = Socket.create_server(address("::1", 0), Keywords.family(AF_INET6));
        var client = Socket.create_connection(server.getsockname())) {
      assertThat(server.getsockname().toString()).matches("\\('::1', \\d+, 0, 0\\)");
      Accepted accepted = server.accept();
      assertThat(accepted.address()).isEqualTo(client.getsockname());
      accepted.conn().close();
    }
  }

  @SuppressWarnings("try") // closed twice: that is what is tested
  @Test
  void pair_dupAndDetach() {
    SocketPair pair = Socket.socketpair();
    try (Socket a = pair.a(); Socket b = pair.b(); Socket copy = a.dup()) {
      assertThat(copy.fileno()).isNotEqualTo(a.fileno());
      a.close();
      copy.sendall(encode("copy"));
      assertThat(decode(b.recv(9))).isEqualTo("copy");
      int number = copy.detach();
      assertThat(copy.fileno()).isEqualTo(-1);
      try (var again = new Socket(Keywords.fileno(number))) {
        assertThat(again.family()).isEqualTo(Socket.AF_UNIX);
        again.sendall(encode("again"));
        assertThat(decode(b.recv(9))).isEqualTo("again");
      }
      assertThat(b.recv(1)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void interrupt_endsAWaitAndLeavesTheSocketOpen(Interrupt interrupt) {
    try (Socket server = server(); var both = Connected.make()) {
      if (interrupt == Interrupt.BEFORE) {
        interrupt.ends(server::accept);
        interrupt.ends(() -> both.client.recv(1));
      }
      both.conn.sendall(encode("x"));
      assertThat(both.client.recv(1)).containsExactly('x');
    }
  }

  @SuppressWarnings("try") // closed twice: that is what is tested
  @Test
  void close_wakesThoseWhoWait() {
    try (Socket server = server(); var both = Connected.make()) {
      var accepting = Threads.start(() -> server.accept());
      var receiving = Threads.start(() -> both.client.recv(1));
      server.close();
      both.client.close();
      assertThat(accepting.joinError()).hasMessage("[Errno 9] Bad file descriptor");
      assertThat(receiving.joinError()).hasMessage("[Errno 9] Bad file descriptor");
    }
  }
}
