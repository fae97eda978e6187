package pythonic.socketserver.hooks;

import static pythonic.builtins.Builtins.encode;
import static pythonic.builtins.Builtins.repr;
import static pythonic.builtins.Builtins.type_name;
import static pythonic.socket.Socket.address;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.Bytes;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.keywords.BindAndActivate;
import pythonic.socket.Address;
import pythonic.socket.Socket;
import pythonic.socketserver.BaseRequestHandler;
import pythonic.socketserver.Request;
import pythonic.socketserver.TCPServer;

/** The servers and handlers of {@code hooks.py} in Java, line by line. */
@NullUnmarked
class HookServers {

  static final List<String> OUT = Collections.synchronizedList(new ArrayList<>());
  static final Address LOOPBACK = address("127.0.0.1", 0);

  static void say(Object... values) {
    OUT.add(Stream.of(values).map(value -> value instanceof byte[] bytes ? repr(bytes) : String.valueOf(value)).map(HookServers::python)
        .collect(Collectors.joining(" ")));
  }

  /** What Python's {@code str} says of truth and nothing. */
  private static String python(String shown) {
    return switch (shown) {
      case "true" -> "True";
      case "false" -> "False";
      case "null" -> "None";
      default -> shown;
    };
  }

  static final class Upper extends BaseRequestHandler<Socket> {
    @Override
    public void handle() {
      var data = request().recv(1024);
      if (repr(data).equals("b'raise'")) {
        throw new ValueError("boo");
      }
      request().sendall(Bytes.upper(data));
    }
  }

  /** Says what is called, and passes it on. */
  static class Logged extends TCPServer {

    Logged(Address server_address, Function0<? extends BaseRequestHandler<Socket>> handlers) {
      super(server_address, handlers);
    }

    Logged(Address server_address, Function0<? extends BaseRequestHandler<Socket>> handlers, BindAndActivate bind_and_activate) {
      super(server_address, handlers, bind_and_activate);
    }

    @Override
    public void server_bind() {
      say("server_bind", allow_reuse_address());
      super.server_bind();
    }

    @Override
    public void server_activate() {
      say("server_activate");
      super.server_activate();
    }

    @Override
    public Request<Socket> get_request() {
      say("get_request");
      return super.get_request();
    }

    @Override
    public boolean verify_request(Socket request, Address client_address) {
      say("verify_request", client_address.host());
      return super.verify_request(request, client_address);
    }

    @Override
    public void process_request(Socket request, Address client_address) {
      say("process_request");
      super.process_request(request, client_address);
    }

    @Override
    public void finish_request(Socket request, Address client_address) {
      say("finish_request");
      super.finish_request(request, client_address);
    }

    @Override
    public void shutdown_request(Socket request) {
      say("shutdown_request", request.fileno() >= 0);
      super.shutdown_request(request);
    }

    @Override
    public void close_request(Socket request) {
      say("close_request");
      super.close_request(request);
      say("closed", request.fileno());
    }

    @Override
    public void handle_error(Socket request, Address client_address) {
      say("handle_error", client_address.host(), type_name(error()));
    }

    @Override
    public void handle_timeout() {
      say("handle_timeout");
    }

    @Override
    public void server_close() {
      say("server_close");
      super.server_close();
    }
  }

  static byte[] talk(TCPServer server, String text) {
    try (var client = Socket.create_connection(server.server_address(), pythonic.builtins.Keywords.timeout(30))) {
      client.sendall(encode(text));
      client.shutdown(Socket.SHUT_WR);
      byte[] got = new byte[0];
      for (byte[] piece = client.recv(1024); piece.length > 0; piece = client.recv(1024)) {
        got = Bytes.join(got, piece);
      }
      return got;
    }
  }
}
