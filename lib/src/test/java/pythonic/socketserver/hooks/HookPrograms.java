package pythonic.socketserver.hooks;

import static pythonic.builtins.Builtins.encode;
import static pythonic.builtins.Builtins.repr;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.bind_and_activate;
import static pythonic.builtins.Keywords.target;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.Bytes;
import pythonic.builtins.KeyError;
import pythonic.builtins.LookupError;
import pythonic.builtins.OSError;
import pythonic.builtins.PythonException;
import pythonic.builtins.TimeoutError;
import pythonic.builtins.ValueError;
import pythonic.queue.Queue;
import pythonic.socket.Address;
import pythonic.socket.Socket;
import pythonic.socketserver.Request;
import pythonic.socketserver.StreamRequestHandler;
import pythonic.socketserver.TCPServer;
import pythonic.socketserver.ThreadingMixIn;
import pythonic.threading.Thread;

/** The programs of {@code hooks.py} in Java, line by line, as a user of another package writes them. */
@NullUnmarked
final class HookPrograms extends HookServers {

  /** Serves one client, which says a text and hears the answer. */
  static void serve_one(TCPServer server, String text) {
    var got = new Queue<byte[]>();
    var thread = new Thread(target(() -> got.put(talk(server, text))));
    thread.start();
    try {
      server.handle_request();
    } finally {
      thread.join();
      if (server instanceof Threads threads) {
        threads.workers.forEach(Thread::join);
      }
      say("got", got.get());
    }
  }

  static void logged() {
    try (var server = new Logged(LOOPBACK, Upper::new)) {
      for (String text : List.of("hello", "raise")) {
        serve_one(server, text);
      }
      server.timeout(0.01);
      server.handle_request();
    }
  }

  static void by_hand() {
    var server = new Logged(LOOPBACK, Upper::new, bind_and_activate(false));
    say(server.server_address());
    server.allow_reuse_address(true);
    server.server_bind();
    say(server.server_address().port() != 0);
    server.server_activate();
    server.server_close();
    say(server.fileno());
  }

  static final class Failing extends Logged {
    Failing() {
      super(LOOPBACK, Upper::new);
    }

    @Override
    public void server_bind() {
      throw new OSError(5, "no");
    }
  }

  static final class Failing2 extends Logged {
    Failing2() {
      super(LOOPBACK, Upper::new);
    }

    @Override
    public void server_activate() {
      throw new ValueError("not active");
    }
  }

  static void fails() {
    try {
      new Failing();
    } catch (OSError e) {
      say(repr(e));
    }
    try {
      new Failing2();
    } catch (ValueError e) {
      say(repr(e));
    }
  }

  /** Python's mix-in: in Java a class's own method comes before an interface's, so the server names it. */
  interface OwnMixIn {
    void finish_request(Socket request, Address client_address);

    void handle_error(Socket request, Address client_address, Throwable thrown);

    void shutdown_request(Socket request);

    default void process_request_by_own(Socket request, Address client_address) {
      say("own mix-in");
      var thread = new Thread(target(this::serve_it), args(request, client_address));
      thread.start();
      thread.join();
    }

    default void serve_it(Socket request, Address client_address) {
      try {
        finish_request(request, client_address);
      } catch (PythonException e) {
        handle_error(request, client_address, e);
      } finally {
        shutdown_request(request);
      }
    }
  }

  static final class OwnServer extends Logged implements OwnMixIn {
    OwnServer() {
      super(LOOPBACK, Upper::new);
    }

    @Override
    public void process_request(Socket request, Address client_address) {
      process_request_by_own(request, client_address);
    }
  }

  static void own_mixin() {
    try (var server = new OwnServer()) {
      for (String text : List.of("own", "raise")) {
        serve_one(server, text);
      }
    }
  }

  static final Thread MAIN = pythonic.threading.Threading.current_thread();

  static final class Threads extends Logged implements ThreadingMixIn {
    final List<Thread> workers = new CopyOnWriteArrayList<>();

    Threads() {
      super(LOOPBACK, Upper::new);
    }

    @Override
    public void process_request(Socket request, Address client_address) {
      say("threads process_request");
      super.process_request(request, client_address);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the same thread is meant
    public void process_request_thread(Socket request, Address client_address) {
      workers.add(pythonic.threading.Threading.current_thread());
      say("process_request_thread", workers.getLast() != MAIN);
      super.process_request_thread(request, client_address);
    }
  }

  static void threads() {
    try (var server = new Threads()) {
      for (String text : List.of("thread", "raise")) {
        serve_one(server, text);
      }
    }
  }

  static final class Refusing extends Logged {
    Refusing() {
      super(LOOPBACK, Upper::new);
    }

    @Override
    public boolean verify_request(Socket request, Address client_address) {
      say("refuse");
      return false;
    }
  }

  static final class VerifyRaises extends Logged {
    VerifyRaises() {
      super(LOOPBACK, Upper::new);
    }

    @Override
    public boolean verify_request(Socket request, Address client_address) {
      throw new KeyError("who");
    }
  }

  static void verify() {
    try (var server = new Refusing(); var client = Socket.create_connection(server.server_address())) {
      server.handle_request();
      say("rest", client.recv(10));
    }
    try (var server = new VerifyRaises(); var _ = Socket.create_connection(server.server_address())) {
      try {
        server.handle_request();
      } catch (KeyError e) {
        say("raised", repr(e));
      }
    }
  }

  static final class GetRaises extends Logged {
    private final PythonException error;

    GetRaises(PythonException error) {
      super(LOOPBACK, Upper::new);
      this.error = error;
    }

    @Override
    public Request<Socket> get_request() {
      super.get_request().request().close();
      throw error;
    }
  }

  static void get_raises() {
    for (var error : List.of(new OSError(4, "x"), new TimeoutError(), new ValueError("bad"))) {
      try (var server = new GetRaises(error); var _ = Socket.create_connection(server.server_address())) {
        try {
          server.handle_request();
          say("returned");
        } catch (PythonException e) {
          say("raised", repr(e));
        }
      }
    }
  }

  static final class ActionsRaise extends Logged {
    private int count;

    ActionsRaise() {
      super(LOOPBACK, Upper::new);
    }

    @Override
    public void service_actions() {
      count++;
      if (count == 3) {
        throw new LookupError("third");
      }
    }
  }

  static void actions() {
    try (var server = new ActionsRaise()) {
      server.poll_interval(0.01);
      try {
        server.serve_forever();
      } catch (LookupError e) {
        say("raised", repr(e), server.count);
      }
      var thread = new Thread(target(server::serve_forever));
      thread.start();
      var got = talk(server, "again");
      server.shutdown();
      thread.join();
      say("got", got);
    }
  }

  static final class Greeter extends StreamRequestHandler {
    private final byte[] greeting;

    Greeter(byte[] greeting) {
      this.greeting = greeting;
    }

    @Override
    public void handle() {
      wfile().write(Bytes.join(greeting, rfile().readline()));
    }
  }

  static final class Greeting extends TCPServer {
    Greeting() {
      super(LOOPBACK, null);
    }

    @Override
    public void finish_request(Socket request, Address client_address) {
      new Greeter(encode("good day, ")).serve(request, client_address, this);
    }
  }

  static void finish() {
    try (var server = new Greeting()) {
      serve_one(server, "you");
    }
  }
}
