package pythonic.socketserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.decode;
import static pythonic.builtins.Builtins.encode;
import static pythonic.builtins.Keywords.bind_and_activate;
import static pythonic.builtins.Keywords.timeout;
import static pythonic.socket.Socket.AF_INET;
import static pythonic.socket.Socket.SOCK_DGRAM;
import static pythonic.socket.Socket.address;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.builtins.OSError;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.ValueError;
import pythonic.socket.Address;
import pythonic.socket.Socket;
import pythonic.testing.Threads;

final class SocketServerTest {

  private static final Address ANY_PORT = address("127.0.0.1", 0);

  /** Answers each message in upper case until the client has no more. */
  static class Upper extends BaseRequestHandler<Socket> {
    @Override
    public void handle() {
      for (byte[] data = request().recv(1024); data.length > 0; data = request().recv(1024)) {
        request().sendall(encode(decode(data).toUpperCase(Locale.ROOT)));
      }
    }
  }

  static class Failing extends BaseRequestHandler<Socket> {
    @Override
    public void handle() {
      throw new ValueError("boo");
    }
  }

  static class UpperLines extends StreamRequestHandler {
    @Override
    public void handle() {
      for (byte[] line : rfile()) {
        wfile().write(encode(decode(line).toUpperCase(Locale.ROOT)));
      }
    }
  }

  static class UpperDatagram extends BaseRequestHandler<DatagramRequest> {
    @Override
    public void handle() {
      request().socket().sendto(encode(decode(request().data()).toUpperCase(Locale.ROOT)), client_address());
    }
  }

  static class UpperPacket extends DatagramRequestHandler {
    @Override
    public void handle() {
      wfile().writeBytes(encode(decode(rfile().readline()).toUpperCase(Locale.ROOT)));
    }
  }

  /** Serves in a thread while a test runs. */
  private static void serving(BaseServer<?> server, Threads.Action test) throws Throwable {
    var thread = Threads.run(server::serve_forever);
    try {
      test.run();
    } finally {
      server.shutdown();
      thread.join();
      server.server_close();
    }
  }

  private static String ask(Address server, String text) {
    try (Socket client = Socket.create_connection(server, timeout(30))) {
      client.sendall(encode(text));
      client.shutdown(Socket.SHUT_WR);
      return decode(client.<byte[]>makefile("rb").read());
    }
  }

  private static String askByDatagram(Address server, String text) {
    try (var client = new Socket(AF_INET, SOCK_DGRAM)) {
      client.settimeout(30);
      client.sendto(encode(text), server);
      return decode(client.recv(1024));
    }
  }

  @Test
  void tcpServer_servesOneAfterTheOther() throws Throwable {
    var server = new TCPServer(ANY_PORT, Upper::new);
    serving(server, () -> {
      assertThat(ask(server.server_address(), "hello")).isEqualTo("HELLO");
      assertThat(ask(server.server_address(), "again")).isEqualTo("AGAIN");
    });
  }

  @Test
  void streamRequestHandler_readsLines() throws Throwable {
    var server = new TCPServer(ANY_PORT, UpperLines::new);
    serving(server, () -> assertThat(ask(server.server_address(), "a\nb\n")).isEqualTo("A\nB\n"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void threadingServer_servesMany(boolean isVirtual) throws Throwable {
    var server = new ThreadingTCPServer(ANY_PORT, Upper::new);
    server.virtual_threads(isVirtual);
    serving(server, () -> {
      List<Socket> clients = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        clients.add(Socket.create_connection(server.server_address()));
      }
      for (Socket client : clients) { // all are open
        client.sendall(encode("x"));
        assertThat(decode(client.recv(10))).isEqualTo("X");
      }
      clients.forEach(Socket::close);
    });
  }

  @Test
  void maxThreads_furtherRequestsWait() throws Throwable {
    var server = new ThreadingTCPServer(ANY_PORT, Upper::new);
    server.max_threads(1);
    serving(server, () -> {
      try (Socket first = Socket.create_connection(server.server_address()); Socket second = Socket.create_connection(server.server_address())) {
        first.sendall(encode("a"));
        assertThat(decode(first.recv(1))).isEqualTo("A");
        second.sendall(encode("b"));
        second.settimeout(0.05);
        assertThatThrownBy(() -> second.recv(1)).hasMessage("timed out");
        first.shutdown(Socket.SHUT_WR);
        second.settimeout(30);
        assertThat(decode(second.recv(1))).isEqualTo("B");
      }
    });
  }

  @Test
  void udpServers() throws Throwable {
    var server = new UDPServer(ANY_PORT, UpperDatagram::new);
    serving(server, () -> assertThat(askByDatagram(server.server_address(), "hello")).isEqualTo("HELLO"));
    var threading = new ThreadingUDPServer(ANY_PORT, UpperPacket::new);
    serving(threading, () -> assertThat(askByDatagram(threading.server_address(), "packet")).isEqualTo("PACKET"));
  }

  @Test
  void unixStreamServer(@TempDir Path folder) throws Throwable {
    String path = folder.resolve("s").toString();
    var server = new ThreadingUnixStreamServer(path, Upper::new);
    serving(server, () -> {
      try (var client = new Socket(Socket.AF_UNIX)) {
        client.connect(path);
        client.sendall(encode("unix"));
        assertThat(decode(client.recv(10))).isEqualTo("UNIX");
      }
    });
  }

  @Test
  void forkingServers() throws Throwable {
    var server = new ForkingTCPServer(ANY_PORT, Upper::new);
    serving(server, () -> assertThat(ask(server.server_address(), "child")).isEqualTo("CHILD"));
    var udp = new ForkingUDPServer(ANY_PORT, UpperPacket::new);
    serving(udp, () -> assertThat(askByDatagram(udp.server_address(), "child")).isEqualTo("CHILD"));
  }

  @Test
  void row134_defaults() {
    try (var server = new ThreadingTCPServer(ANY_PORT, Upper::new); var udp = new UDPServer(ANY_PORT, UpperDatagram::new);
        var forking = new ForkingTCPServer(ANY_PORT, Upper::new, bind_and_activate(false))) {
      assertThat(server.daemon_threads()).isFalse();
      assertThat(server.block_on_close()).isTrue();
      assertThat(server.allow_reuse_address()).isFalse();
      assertThat(server.request_queue_size()).isEqualTo(5);
      assertThat(server.timeout()).isNull();
      assertThat(udp.max_packet_size()).isEqualTo(8192);
      assertThat(forking.max_children()).isEqualTo(40);
      assertThat(forking.server_address()).isEqualTo(ANY_PORT);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void row134_handlerRaises_bannerOnStderrAndTheServerGoesOn(boolean isThreading) throws Throwable {
    PrintStream before = System.err;
    var bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      TCPServer server = isThreading ? new ThreadingTCPServer(ANY_PORT, Failing::new) : new TCPServer(ANY_PORT, Failing::new);
      serving(server, () -> {
        assertThat(ask(server.server_address(), "")).isEmpty();
        assertThat(ask(server.server_address(), "")).isEmpty();
      });
    } finally {
      System.setErr(before);
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8)).startsWith("-".repeat(40)
        + "\nException occurred during processing of request from ('127.0.0.1', ")
        .contains("Traceback (most recent call last):").endsWith("ValueError: boo\n" + "-".repeat(40) + "\n");
  }

  @Test
  void row134_shutdownByTheServingThread_raises() throws Throwable {
    var raised = new CountDownLatch(1);
    var server = new TCPServer(ANY_PORT, Upper::new) {
      @Override
      public void service_actions() {
        assertThatThrownBy(this::shutdown).isInstanceOf(RuntimeError.class);
        raised.countDown();
      }
    };
    serving(server, () -> {
      ask(server.server_address(), "x");
      raised.await();
    });
  }

  @Test
  void row134_shutdownBeforeServeForever_endsItAtOnce() {
    try (var server = new TCPServer(ANY_PORT, Upper::new)) {
      server.shutdown();
      server.serve_forever();
      assertThat(server.fileno()).isGreaterThan(2);
    }
  }

  @Test
  void row134_closedServer_raisesValueError() {
    var server = new TCPServer(ANY_PORT, Upper::new);
    server.server_close();
    assertThatThrownBy(server::serve_forever).isInstanceOf(ValueError.class).hasMessage("Invalid file descriptor: -1");
    assertThatThrownBy(server::handle_request).isInstanceOf(ValueError.class).hasMessage("Invalid file descriptor: -1");
  }

  @Test
  void row134_serverClose_joinsHandlers() {
    var entered = new CountDownLatch(1);
    var ended = new AtomicInteger();
    class Slow extends BaseRequestHandler<Socket> {
      @Override
      public void handle() {
        entered.countDown();
        request().recv(1);
        ended.incrementAndGet();
      }
    }
    var server = new ThreadingTCPServer(ANY_PORT, Slow::new);
    Socket client = Socket.create_connection(server.server_address());
    server.handle_request();
    Threads.await("entered", () -> entered.getCount() == 0);
    var closing = Threads.startAndAwaitParked(() -> {
      server.server_close();
      return ended.get();
    });
    client.close();
    assertThat(closing.join()).isEqualTo(1);
  }

  @Test
  void handleRequest_timeout() {
    var timeouts = new AtomicInteger();
    try (var server = new TCPServer(ANY_PORT, Upper::new) {
      @Override
      public void handle_timeout() {
        timeouts.incrementAndGet();
      }
    }) {
      server.timeout(0.01);
      server.handle_request();
      assertThat(timeouts).hasValue(1);
    }
  }

  @Test
  void addressInUse_raisesAndNothingIsLeft() {
    try (var server = new TCPServer(ANY_PORT, Upper::new)) {
      assertThatThrownBy(() -> new TCPServer(server.server_address(), Upper::new)).isExactlyInstanceOf(OSError.class)
          .hasMessage("[Errno 98] Address already in use");
    }
  }
}
