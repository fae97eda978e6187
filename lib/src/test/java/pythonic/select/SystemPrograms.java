package pythonic.select;

import static pythonic.builtins.Builtins.encode;
import static pythonic.builtins.Builtins.repr;
import static pythonic.builtins.Builtins.str;
import static pythonic.builtins.Keywords.capture_output;
import static pythonic.builtins.Keywords.check;
import static pythonic.builtins.Keywords.cwd;
import static pythonic.builtins.Keywords.input_;
import static pythonic.builtins.Keywords.shell;
import static pythonic.builtins.Keywords.stdin;
import static pythonic.builtins.Keywords.stdout;
import static pythonic.builtins.Keywords.text;
import static pythonic.builtins.Keywords.timeout;
import static pythonic.select.Select.EPOLLET;
import static pythonic.select.Select.EPOLLONESHOT;
import static pythonic.select.Select.POLLHUP;
import static pythonic.select.Select.POLLIN;
import static pythonic.select.Select.POLLOUT;
import static pythonic.select.Select.POLLRDHUP;
import static pythonic.selectors.Selectors.EVENT_READ;
import static pythonic.selectors.Selectors.EVENT_WRITE;
import static pythonic.socket.Socket.address;
import static pythonic.subprocess.Subprocess.PIPE;
import static pythonic.subprocess.Subprocess.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.Bytes;
import pythonic.builtins.OSError;
import pythonic.builtins.PythonException;
import pythonic.builtins.ValueError;
import pythonic.selectors.BaseSelector;
import pythonic.selectors.EpollSelector;
import pythonic.selectors.PollSelector;
import pythonic.selectors.SelectSelector;
import pythonic.socket.Address;
import pythonic.socket.Socket;
import pythonic.socket.SocketFile;
import pythonic.socketserver.StreamRequestHandler;
import pythonic.socketserver.TCPServer;
import pythonic.socketserver.ThreadingTCPServer;
import pythonic.struct.Struct;
import pythonic.subprocess.CalledProcessError;
import pythonic.subprocess.Popen;
import pythonic.subprocess.Subprocess;
import pythonic.subprocess.TimeoutExpired;
import pythonic.testing.Threads;

/** The programs of {@code programs.py}, line by line. */
@SuppressWarnings("unused") // called by their names
class SystemPrograms {

  static final int IN = POLLIN;
  static final int OUT = POLLOUT;
  static final int RDHUP = POLLRDHUP;

  /** What was printed. */
  final List<String> out = new ArrayList<>();

  final void print(@Nullable Object... values) {
    out.addAll(Stream.of(values).map(Builtins::str).collect(Collectors.joining(" ")).lines().toList());
  }

  private void attempt(Callable<?> function) throws Exception {
    try {
      print(function.call());
    } catch (PythonException e) {
      print(e.getClass().getSimpleName(), e);
    }
  }

  private static Callable<?> of(Threads.Action action) {
    return () -> {
      try {
        action.run();
      } catch (Exception e) {
        throw e;
      } catch (Throwable e) {
        throw new AssertionError(e);
      }
      return null;
    };
  }

  static List<Integer> events(List<PollEvent> all) {
    return all.stream().map(PollEvent::event).toList();
  }

  private static String told(Object one, int mask) {
    Poll poll = Select.poll();
    poll.register(one, mask);
    try (Epoll epoll = Select.epoll()) {
      epoll.register(one, mask);
      return "(" + events(poll.poll(20)) + ", " + events(epoll.poll(0.02)) + ")";
    }
  }

  record Pair(Socket a, Socket b) {}

  static Pair tcp() {
    try (Socket server = Socket.create_server(address("127.0.0.1", 0))) {
      return new Pair(Socket.create_connection(server.getsockname()), server.accept().conn());
    }
  }

  static Pair unix() {
    var pair = Socket.socketpair();
    return new Pair(pair.a(), pair.b());
  }

  static void settle(Object one, int mask, int wanted) {
    Poll poll = Select.poll();
    poll.register(one, mask);
    for (int i = 0; i < 3000; i++) {
      if (poll.poll(10).stream().anyMatch(event -> (event.event() & wanted) != 0)) {
        return;
      }
    }
  }

  private void ends(Supplier<Pair> make, String name) {
    Pair pair = make.get();
    Socket a = pair.a;
    Socket b = pair.b;
    print(name, "idle", told(b, IN), told(b, IN | OUT));
    a.sendall(encode("x"));
    settle(b, IN, IN);
    print(name, "data", told(b, IN), told(b, IN | OUT), told(b, OUT));
    b.recv(1);
    a.shutdown(Socket.SHUT_WR);
    settle(b, IN, IN);
    print(name, "peer shut", told(b, IN), told(b, IN | OUT), told(b, OUT));
    b.shutdown(Socket.SHUT_WR);
    settle(b, IN, POLLHUP);
    print(name, "both shut", told(b, IN), told(b, IN | OUT), told(b, OUT), told(b, IN | RDHUP));
    settle(a, IN, POLLHUP);
    print(name, "the other", told(a, IN), told(a, IN | OUT | RDHUP));
    a.close();
    b.close();
    pair = make.get();
    pair.b.shutdown(Socket.SHUT_WR);
    print(name, "own shut", told(pair.b, IN | OUT));
    pair.a.close();
    pair.b.close();
    pair = make.get();
    pair.a.close();
    settle(pair.b, IN, IN);
    print(name, "peer closed", told(pair.b, IN), told(pair.b, IN | OUT), told(pair.b, OUT), pair.b.recv(1));
    pair.b.close();
  }

  void hang_ups_unix() {
    ends(SystemPrograms::unix, "unix");
  }

  void hang_ups_tcp() {
    ends(SystemPrograms::tcp, "tcp");
    Pair pair = tcp();
    pair.a.shutdown(Socket.SHUT_WR);
    settle(pair.b, IN, IN);
    print("end", told(pair.b, IN | RDHUP), told(pair.b, IN | OUT | RDHUP));
    pair.a.close();
    pair.b.close();
  }

  void resets() {
    Pair pair = tcp();
    Socket a = pair.a;
    Socket b = pair.b;
    b.send(encode("left"));
    settle(a, IN, IN);
    a.setsockopt(Socket.SOL_SOCKET, Socket.SO_LINGER, Struct.pack("ii", 1, 0));
    a.close();
    settle(b, IN, IN);
    print(told(b, IN), told(b, IN | OUT), told(b, OUT), told(b, IN | OUT | RDHUP));
    try {
      b.recv(1);
    } catch (OSError e) {
      print(repr(e));
    }
    print(told(b, IN), told(b, IN | OUT | RDHUP));
    b.close();
  }

  void not_connected() {
    for (Socket s : List.of(new Socket(), new Socket(Socket.AF_UNIX, Socket.SOCK_STREAM), new Socket(Socket.AF_INET, Socket.SOCK_DGRAM))) {
      print(told(s, IN), told(s, IN | OUT));
      s.close();
    }
    Address address;
    try (Socket server = Socket.create_server(address("127.0.0.1", 0))) {
      print(told(server, IN));
      address = server.getsockname();
      try (var _ = Socket.create_connection(address)) {
        settle(server, IN, IN);
        print(told(server, IN));
      }
    }
    var s = new Socket();
    s.setblocking(false);
    print(s.connect_ex(address));
    settle(s, OUT, OUT);
    print(told(s, OUT), told(s, IN | OUT | RDHUP));
    print(s.getsockopt(Socket.SOL_SOCKET, Socket.SO_ERROR));
    s.close();
  }

  void pipes() {
    var p = new Popen<>(List.of("cat"), stdin(PIPE), stdout(PIPE));
    print(told(p.stdout(), IN), told(p.stdin(), OUT));
    p.stdin().write(encode("xy"));
    p.stdin().flush();
    settle(p.stdout(), IN, IN);
    print(told(p.stdout(), IN), p.stdout().read(1));
    p.stdin().close();
    p.wait_();
    print(told(p.stdout(), IN), !Select.select(List.of(p.stdout()), List.of(), List.of(), 0).rlist().isEmpty());
    print(p.stdout().read(1), told(p.stdout(), IN), !Select.select(List.of(p.stdout()), List.of(), List.of(), 0).rlist().isEmpty());
    p.stdout().close();
  }

  void mistakes() throws Exception {
    Poll poll = Select.poll();
    poll.register(900, IN);
    print(events(poll.poll(0)));
    attempt(of(() -> poll.unregister(901)));
    attempt(of(() -> poll.modify(901, IN)));
    attempt(of(() -> poll.register(-1)));
    attempt(of(() -> poll.register("x")));
    attempt(of(() -> poll.register(0, -1)));
    attempt(of(() -> poll.register(0, 65536)));
    attempt(() -> Select.select(List.of(-1), List.of(), List.of(), 0));
    var none = new ArrayList<@Nullable Object>();
    none.add(null);
    attempt(() -> Select.select(none, List.of(), List.of(), 0));
    attempt(() -> Select.select(List.of(), List.of(), List.of(), -1));
    attempt(() -> Select.select(List.of(), List.of(), List.of(), 0));
    Epoll epoll = Select.epoll();
    attempt(of(() -> epoll.register(900)));
    attempt(of(() -> epoll.unregister(900)));
    attempt(() -> epoll.poll(0, 0));
    attempt(() -> epoll.poll(0, -2));
    Pair pair = unix();
    poll.unregister(900);
    poll.register(pair.a);
    epoll.register(pair.a);
    attempt(of(() -> epoll.register(pair.a)));
    attempt(of(() -> epoll.modify(pair.b, IN)));
    attempt(of(() -> epoll.unregister(pair.b)));
    pair.a.close();
    print(events(poll.poll(0)), epoll.poll(0));
    attempt(of(() -> poll.unregister(pair.a)));
    epoll.close();
    epoll.close();
    print(epoll.closed());
    attempt(() -> epoll.poll(0));
    attempt(epoll::fileno);
    attempt(of(() -> epoll.register(pair.b)));
    attempt(() -> new Epoll(0));
    attempt(() -> new Epoll(-2));
    pair.b.close();
  }

  void edges() {
    Pair pair = unix();
    Socket b = pair.b;
    b.setblocking(false);
    try (Epoll epoll = Select.epoll()) {
      epoll.register(b, IN | EPOLLET);
      print(epoll.poll(0));
      for (int i = 0; i < 2; i++) {
        pair.a.sendall(encode("abcd"));
        print(events(epoll.poll()), epoll.poll(0), b.recv(10));
      }
      epoll.modify(b, OUT | EPOLLONESHOT);
      print(events(epoll.poll()), epoll.poll(0));
      epoll.modify(b, IN | OUT | EPOLLET);
      print(events(epoll.poll()), epoll.poll(0));
      pair.a.close();
      print(events(epoll.poll()), epoll.poll(0));
    }
    b.close();
  }

  void edges_tcp() {
    Pair pair = tcp();
    try (Epoll epoll = Select.epoll()) {
      epoll.register(pair.b, IN | RDHUP | EPOLLET);
      pair.a.sendall(encode("x"));
      print(events(epoll.poll()), epoll.poll(0), pair.b.recv(10));
      pair.a.shutdown(Socket.SHUT_WR);
      print(events(epoll.poll()), epoll.poll(0), epoll.poll(0));
      pair.b.shutdown(Socket.SHUT_WR);
      settle(pair.b, IN, POLLHUP);
      print(epoll.poll(0).stream().skip(1).toList(), epoll.poll(0), epoll.poll(0));
    }
    pair.a.close();
    pair.b.close();
  }

  private static String sorted(BaseSelector selector) {
    return selector.select(0).stream().map(ready -> "(" + repr(ready.key().data()) + ", " + ready.events() + ")").sorted().toList().toString();
  }

  void kinds() throws Exception {
    for (Supplier<BaseSelector> kind : List.<Supplier<BaseSelector>>of(SelectSelector::new, PollSelector::new, EpollSelector::new)) {
      Pair ab = unix();
      Pair cd = unix();
      BaseSelector selector = kind.get();
      try (selector) {
        selector.register(ab.a, EVENT_READ | EVENT_WRITE, "a");
        selector.register(cd.a, EVENT_READ, "c");
        print(sorted(selector));
        ab.b.sendall(encode("x"));
        cd.b.close();
        settle(cd.a, IN, IN);
        print(sorted(selector));
        print(selector.modify(ab.a, EVENT_WRITE).data(), selector.get_key(cd.a).data(), selector.get_map().size());
        print(selector.select(0).stream().map(ready -> ready.events()).sorted().toList());
        attempt(() -> selector.register(ab.a, 0));
        attempt(() -> selector.register("x", 1));
        attempt(() -> selector.register(ab.b, 4));
        selector.unregister(ab.a);
        print(selector.get_map().size());
      }
      print(selector.get_map());
      attempt(() -> selector.get_key(cd.a));
      List.of(ab.a, ab.b, cd.a).forEach(Socket::close);
    }
  }

  private static final class Handler extends StreamRequestHandler {
    @Override
    public void handle() {
      for (byte[] line : rfile()) {
        if (str(line).equals("b'raise\\n'")) {
          throw new ValueError("boo");
        }
        wfile().write(Bytes.upper(line));
      }
    }
  }

  private void serve(TCPServer server, List<String> texts) {
    var thread = Threads.run(server::serve_forever);
    for (String text : texts) {
      try (Socket client = Socket.create_connection(server.server_address())) {
        client.sendall(encode(text));
        client.shutdown(Socket.SHUT_WR);
        try (SocketFile<byte[]> file = client.makefile("rb")) {
          print(file.read());
        } catch (OSError e) {
          print(repr(e));
        }
      }
    }
    server.shutdown();
    thread.join();
    server.server_close();
  }

  private static TCPServer plain(Address at, List<String> calls) {
    return new TCPServer(at, Handler::new) {
      @Override
      public void handle_error(Socket request, Address client_address) {
        calls.add(repr(error()));
      }
    };
  }

  void servers() throws Exception {
    var calls = new ArrayList<String>();
    var threads = new ThreadingTCPServer(address("127.0.0.1", 0), Handler::new) {
      @Override
      public void handle_error(Socket request, Address client_address) {
        calls.add(repr(error()));
      }
    };
    for (TCPServer server : List.of(plain(address("127.0.0.1", 0), calls), threads)) {
      serve(server, List.of("a\nb\n", "", "x\nraise\nnever\n", "last"));
      print(repr(calls));
    }
    TCPServer server = plain(address("127.0.0.1", 0), calls);
    server.timeout(0.01);
    server.handle_request();
    print(null, server.request_queue_size(), server.allow_reuse_address(), server.fileno() > 0);
    attempt(() -> plain(server.server_address(), calls));
    server.server_close();
    print(server.fileno());
    attempt(of(server::handle_request));
  }

  void programs() throws Exception {
    print(run(List.of("sh", "-c", "echo out; echo err >&2; exit 3"), capture_output(true)));
    print(repr(run("cat", input_("text\n"), text(true), capture_output(true), shell(true)).stdout()));
    attempt(() -> run(List.of("false"), check(true)));
    attempt(() -> run(List.of("/nonexistent")));
    attempt(() -> run(List.of("true"), cwd("/nonexistent")));
    attempt(() -> run(List.of("true"), input_(encode("")), stdin(PIPE)));
    for (var words : List.of(List.of("sh", "-c", "kill -9 $$"), List.of("sh", "-c", "kill -15 $$"), List.of("sh", "-c", "exit 255"))) {
      print(run(words).returncode());
      try {
        Subprocess.check_call(words);
      } catch (CalledProcessError e) {
        print(e, e.returncode(), e.output());
      }
    }
    try {
      run(List.of("sleep", "50"), timeout(0.05));
    } catch (TimeoutExpired e) {
      print(str(e).startsWith("Command '['sleep', '50']' timed out after 0.0"), e.output());
    }
    print(Subprocess.getstatusoutput("echo hello; exit 5"), Subprocess.getoutput("printf x"));
    print(Subprocess.list2cmdline(List.of("a b", "c\"d", "e\\", "")));
    try (var p = new Popen<>(List.of("sh", "-c", "read x; echo $x; read y; exit $y"), stdin(PIPE), stdout(PIPE), text(true))) {
      p.stdin().write("one\n");
      p.stdin().flush();
      print(repr(p.stdout().readline()), p.poll(), p.returncode());
      print(repr(p.communicate("7\n").stdout()), p.returncode(), p.poll(), p);
      print(p.stdin().closed(), p.stdout().closed());
    }
  }
}
