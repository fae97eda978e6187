package pythonic.socketserver.hooks;

import static pythonic.builtins.Builtins.encode;
import static pythonic.builtins.Builtins.repr;
import static pythonic.builtins.Keywords.bind_and_activate;
import static pythonic.builtins.Keywords.target;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.Bytes;
import pythonic.builtins.KeyError;
import pythonic.builtins.ValueError;
import pythonic.queue.Queue;
import pythonic.socket.Address;
import pythonic.socket.Socket;
import pythonic.socket.SocketPair;
import pythonic.socketserver.BaseRequestHandler;
import pythonic.socketserver.BaseServer;
import pythonic.socketserver.DatagramRequest;
import pythonic.socketserver.DatagramRequestHandler;
import pythonic.socketserver.ForkingTCPServer;
import pythonic.socketserver.Request;
import pythonic.socketserver.SocketServer;
import pythonic.socketserver.TCPServer;
import pythonic.socketserver.ThreadingTCPServer;
import pythonic.socketserver.UDPServer;
import pythonic.threading.Event;
import pythonic.threading.Thread;

/** Further programs of {@code hooks.py} in Java, line by line: other servers, and handlers. */
@NullUnmarked
final class MorePrograms extends HookServers {

  static final class Keeping extends TCPServer {
    private final List<Socket> kept = new ArrayList<>();

    Keeping() {
      super(LOOPBACK, Upper::new);
    }

    @Override
    public void shutdown_request(Socket request) {
      kept.add(request);
    }
  }

  static void keeping() {
    try (var server = new Keeping(); var client = Socket.create_connection(server.server_address())) {
      client.sendall(encode("keep"));
      server.handle_request();
      say(client.recv(10));
      server.kept.getFirst().sendall(encode("later"));
      say(client.recv(10));
      server.kept.getFirst().close();
      say(client.recv(10));
    }
  }

  static final class UpperPacket extends DatagramRequestHandler {
    @Override
    public void handle() {
      wfile().writeBytes(Bytes.upper(rfile().read()));
    }
  }

  static final class LoggedUDP extends UDPServer {
    LoggedUDP() {
      super(LOOPBACK, UpperPacket::new);
    }

    @Override
    public int max_packet_size() {
      return 4;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the same socket is meant
    public Request<DatagramRequest> get_request() {
      var got = super.get_request();
      say("udp get_request", got.request().data(), got.request().socket() == socket(), got.client_address().host());
      return new Request<>(new DatagramRequest(Bytes.join(got.request().data(), encode("!")), got.request().socket()), got.client_address());
    }

    @Override
    public void shutdown_request(DatagramRequest request) {
      say("udp shutdown_request", request.data());
      super.shutdown_request(request);
    }

    @Override
    public void close_request(DatagramRequest request) {
      say("udp close_request");
      super.close_request(request);
    }

    @Override
    public void server_activate() {
      say("udp server_activate");
    }
  }

  static void udp() {
    try (var server = new LoggedUDP(); var client = new Socket(Socket.AF_INET, Socket.SOCK_DGRAM)) {
      client.sendto(encode("abcdef"), server.server_address());
      server.handle_request();
      say(client.recv(100));
    }
  }

  private static final Event HANDLED = new Event();

  /** A server of what is no socket server: any number that can be waited for will do. */
  static final class PairServer extends BaseServer<byte[]> {
    private final SocketPair pair = Socket.socketpair();

    PairServer() {
      super(new Address("pair", Address.PATH), Saying::new);
    }

    @Override
    public int fileno() {
      return pair.a().fileno();
    }

    @Override
    public Request<byte[]> get_request() {
      return new Request<>(pair.a().recv(10), new Address("nobody", Address.PATH));
    }

    @Override
    public void close_request(byte[] request) {
      say("pair close_request", request);
    }
  }

  static final class Saying extends BaseRequestHandler<byte[]> {
    @Override
    public void handle() {
      say("handles", request(), client_address().host(), server().server_address().host());
      if (repr(request()).equals("b'two'")) {
        HANDLED.set();
      }
    }
  }

  static void pair() {
    var server = new PairServer();
    server.pair.b().sendall(encode("one"));
    server.handle_request();
    server.timeout(0.0);
    server.handle_request();
    var thread = new Thread(target(server::serve_forever));
    thread.start();
    server.pair.b().sendall(encode("two"));
    HANDLED.wait_();
    server.shutdown();
    thread.join();
    server.server_close();
    server.pair.a().close();
    server.pair.b().close();
  }

  static void timeouts() {
    try (var server = new Logged(LOOPBACK, Upper::new)) {
      server.socket().settimeout(0.01);
      server.handle_request();
      server.socket().settimeout(10);
      server.timeout(0.02);
      server.handle_request();
    }
  }

  static final class Stopper extends BaseRequestHandler<Socket> {
    @Override
    public void handle() {
      request().sendall(encode("stopping"));
      server().shutdown();
    }
  }

  static void stopper() {
    try (var server = new ThreadingTCPServer(LOOPBACK, Stopper::new)) {
      var got = new Queue<byte[]>();
      var thread = new Thread(target(() -> got.put(talk(server, "x"))));
      thread.start();
      server.serve_forever();
      thread.join();
      say("got", got.get());
    }
    say("stopped");
  }

  static void attributes() {
    for (SocketServer<?> c : List.of(new TCPServer(LOOPBACK, Upper::new, bind_and_activate(false)),
        new UDPServer(LOOPBACK, UpperPacket::new, bind_and_activate(false)),
        new ThreadingTCPServer(LOOPBACK, Upper::new, bind_and_activate(false)),
        new ForkingTCPServer(LOOPBACK, Upper::new, bind_and_activate(false)))) {
      Double timeout = c.timeout();
      say(timeout == null ? null : timeout.intValue(), c.request_queue_size(), c.allow_reuse_address(), c.allow_reuse_port(), c.address_family(),
          c.socket_type());
      c.server_close();
    }
  }

  static final class SetupRaises extends BaseRequestHandler<Socket> {
    @Override
    public void setup() {
      say("setup");
      throw new ValueError("s");
    }

    @Override
    public void finish() {
      say("finish");
    }
  }

  static final class FinishRaises extends BaseRequestHandler<Socket> {
    @Override
    public void handle() {
      say("handle");
      throw new ValueError("h");
    }

    @Override
    @SuppressWarnings("Finally") // it is called in a finally, and what it raises is what is told
    public void finish() {
      say("finish");
      throw new KeyError("f");
    }
  }

  static void handlers() {
    try (var server = new Logged(LOOPBACK, SetupRaises::new); var client = Socket.create_connection(server.server_address())) {
      server.handle_request();
      say("rest", client.recv(10));
    }
    try (var server = new Logged(LOOPBACK, FinishRaises::new); var client = Socket.create_connection(server.server_address())) {
      server.handle_request();
      say("rest", client.recv(10));
    }
  }
}
