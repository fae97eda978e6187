package pythonic.socketserver;

import static pythonic.builtins.Builtins.decode;
import static pythonic.builtins.Builtins.encode;
import static pythonic.builtins.Builtins.input;
import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Keywords.target;
import static pythonic.socket.Socket.address;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import pythonic.builtins.Bytes;
import pythonic.socket.Address;
import pythonic.socket.Socket;
import pythonic.threading.Thread;
import pythonic.time.Time;

/** A server with many connections, and its clients: two programs, for each end of a connection takes a descriptor. */
final class ManyConnectionsProgram {

  /** At most so many descriptors are kept for selectors, however many connections there were. */
  static final int KEPT = 40;

  private ManyConnectionsProgram() {}

  static final class Upper extends BaseRequestHandler<Socket> {
    @Override
    public void handle() {
      for (byte[] data = request().recv(1024); data.length > 0; data = request().recv(1024)) {
        request().sendall(Bytes.upper(data));
      }
    }
  }

  static void main(String[] args) throws IOException {
    if (args[0].equals("server")) {
      serve();
    } else {
      connect(Integer.parseInt(args[1]), new Address("127.0.0.1", Integer.parseInt(args[2])));
    }
  }

  /** Prints its port; then, for each line that it reads, how many descriptors are open; and at last, when all is closed. */
  private static void serve() throws IOException {
    round(); // what a server loads and keeps is there before it is counted
    long before = descriptors();
    var server = new ThreadingTCPServer(address("127.0.0.1", 0), Upper::new) {
      @Override
      public int request_queue_size() {
        return 1024;
      }
    };
    server.virtual_threads(true);
    var thread = new Thread(target(server::serve_forever));
    thread.start();
    print(server.server_address().port());
    input();
    System.gc();
    var memory = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    print("open:", descriptors() - before, "threads:", ManagementFactory.getThreadMXBean().getThreadCount(), "heap MiB:", memory.getUsed() >> 20);
    input();
    server.shutdown();
    thread.join();
    server.server_close();
    for (int i = 0; i < 100 && descriptors() - before > KEPT; i++) {
      Time.sleep(0.1); // NIO gives the descriptor of a closed channel back when the thread that watches it has looked once more; nobody is told
    }
    print("left:", descriptors() - before);
  }

  private static void round() {
    var server = new ThreadingTCPServer(address("127.0.0.1", 0), Upper::new);
    server.virtual_threads(true);
    var thread = new Thread(target(server::serve_forever));
    thread.start();
    try (var client = Socket.create_connection(server.server_address())) {
      client.sendall(encode("x"));
      client.recv(1);
    }
    server.shutdown();
    thread.join();
    server.server_close();
  }

  private static long descriptors() throws IOException {
    try (var files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    }
  }

  /** Opens all, has each answered twice, and closes them when it is told to. */
  private static void connect(int count, Address server) {
    var clients = new ArrayList<Socket>();
    for (int i = 0; i < count; i++) {
      clients.add(Socket.create_connection(server));
    }
    int answered = 0;
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < count; i++) {
        clients.get(i).sendall(encode("client " + i));
      }
      for (int i = count - 1; i >= 0; i--) {
        answered += decode(clients.get(i).recv(100)).equals("CLIENT " + i) ? 1 : 0;
      }
    }
    print("answered:", answered);
    input();
    clients.forEach(Socket::close);
    print("closed");
  }
}
