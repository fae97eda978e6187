package pythonic.benchmarks;

import static pythonic.builtins.Builtins.encode;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import pythonic.select.Select;
import pythonic.socket.Socket;
import pythonic.socket.SocketPair;
import pythonic.socketserver.StreamRequestHandler;
import pythonic.socketserver.ThreadingTCPServer;
import pythonic.struct.Struct;

/** What {@link SocketBenchmarks} measures of ours, and of plain Java by {@link PlainSockets}. It prints names and figures. */
public final class SocketWorks {

  static final long BLOCK = 1L << 28;
  static final byte[] MESSAGE = new byte[64];

  private SocketWorks() {}

  /**
   * Measures.
   *
   * @param arguments {@code ours}, {@code plain}, or {@code serve} and one of them
   */
  public static void main(String[] arguments) throws IOException {
    switch (arguments[0]) {
      case "serve" -> {
        System.out.println(arguments[1].equals("plain") ? PlainSockets.serve() : serve());
        while (System.in.read() >= 0) {
          // Until the end.
        }
        System.exit(0);
      }
      case "plain" -> PlainSockets.measure();
      default -> measure();
    }
  }

  private static void measure() throws IOException {
    echo("echo", false);
    echo("echo_virtual", true);
    selecting();
    sendFile();
    structs();
  }

  static void rate(String name, int count, int rounds, IntConsumer work) {
    double best = 0;
    for (int round = 0; round < rounds; round++) {
      long begun = System.nanoTime();
      work.accept(count);
      best = Math.max(best, count / ((System.nanoTime() - begun) / 1e9) / 1000);
    }
    System.out.printf(Locale.ROOT, "%s %f%n", name, best);
  }

  static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static Thread start(boolean isVirtual, Runnable task) {
    return isVirtual ? Thread.ofVirtual().start(task) : Thread.ofPlatform().start(task);
  }

  private static SocketPair tcp() {
    try (Socket server = Socket.create_server(Socket.address("127.0.0.1", 0))) {
      Socket client = Socket.create_connection(server.getsockname());
      Socket conn = server.accept().conn();
      client.setsockopt(Socket.IPPROTO_TCP, Socket.TCP_NODELAY, 1);
      conn.setsockopt(Socket.IPPROTO_TCP, Socket.TCP_NODELAY, 1);
      return new SocketPair(client, conn);
    }
  }

  private static void echo(String name, boolean isVirtual) {
    SocketPair both = tcp();
    Thread answering = start(isVirtual, () -> {
      for (byte[] data = both.b().recv(4096); data.length > 0; data = both.b().recv(4096)) {
        both.b().sendall(data);
      }
      both.b().close();
    });
    join(start(isVirtual, () -> rate(name, 20_000, 4, count -> {
      for (int i = 0; i < count; i++) {
        both.a().sendall(MESSAGE);
        both.a().recv(4096);
      }
    })));
    both.a().close();
    join(answering);
  }

  /** Sends each line back. */
  static final class Lines extends StreamRequestHandler {
    @Override
    public void handle() {
      for (byte[] line : rfile()) {
        wfile().write(line);
      }
    }
  }

  private static int serve() {
    var server = new ThreadingTCPServer(Socket.address("127.0.0.1", 0), Lines::new) {
      @Override
      public int request_queue_size() {
        return 128;
      }
    };
    server.virtual_threads(true);
    Thread.ofPlatform().daemon().start(server::serve_forever);
    return server.server_address().port();
  }

  private static void selecting() {
    var watched = new ArrayList<Socket>();
    for (int i = 0; i < 1010; i++) {
      var each = new Socket(Socket.AF_INET, Socket.SOCK_DGRAM);
      each.bind(Socket.address("127.0.0.1", 0));
      each.connect(each.getsockname());
      watched.add(each);
    }
    byte[] x = encode("x");
    rate("select", 3000, 5, count -> {
      for (int i = 0; i < count; i++) {
        watched.get(i % 10 * 100).send(x);
        for (Object ready : Select.select(watched, List.of(), List.of()).rlist()) {
          ((Socket) ready).recv(1);
        }
      }
    });
    watched.forEach(Socket::close);
  }

  private static void sendFile() throws IOException {
    SocketPair both = tcp();
    Thread draining = start(false, () -> {
      var buffer = new byte[1 << 20];
      while (both.b().recv_into(buffer) > 0) {
        // More.
      }
    });
    sendFile(file -> both.a().sendfile(file, 0));
    both.a().close();
    join(draining);
    both.b().close();
  }

  /** Sends a file. */
  interface FileSender {
    void send(FileChannel file) throws IOException;
  }

  static void sendFile(FileSender sender) throws IOException {
    Path path = Files.createTempFile("sendfile", "");
    try (var sparse = new RandomAccessFile(path.toFile(), "rw")) {
      sparse.setLength(BLOCK);
      double best = 0;
      for (int round = 0; round < 3; round++) {
        long begun = System.nanoTime();
        for (int i = 0; i < 4; i++) {
          sender.send(sparse.getChannel());
        }
        best = Math.max(best, 4.0 * BLOCK / (1 << 20) / ((System.nanoTime() - begun) / 1e9));
      }
      System.out.printf(Locale.ROOT, "sendfile %f%n", best);
    } finally {
      Files.delete(path);
    }
  }

  private static void structs() {
    var form = new Struct("<ihqd8s");
    byte[] text = encode("abcdefgh");
    byte[] packed = form.pack(1, 2, 3, 4.5, text);
    rate("pack", 500_000, 6, count -> {
      for (int i = 0; i < count; i++) {
        form.pack(i, 2, 3, 4.5, text);
      }
    });
    rate("unpack", 500_000, 6, count -> {
      for (int i = 0; i < count; i++) {
        form.unpack(packed);
      }
    });
  }
}
