package pythonic.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** The works of {@link SocketWorks} by java.net and NIO, written by hand. */
final class PlainSockets {

  private PlainSockets() {}

  static void measure() throws IOException {
    echo("echo", false);
    echo("echo_virtual", true);
    selecting();
    sendFile();
    structs();
  }

  /** A task that may throw. */
  interface Task {
    void run() throws IOException;
  }

  static Thread start(boolean isVirtual, Task task) {
    return SocketWorks.start(isVirtual, () -> run(task));
  }

  static void run(Task task) {
    try {
      task.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void echo(String name, boolean isVirtual) throws IOException {
    try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread answering = start(isVirtual, () -> {
        try (Socket conn = server.accept()) {
          conn.setTcpNoDelay(true);
          var data = new byte[4096];
          for (int n = conn.getInputStream().read(data); n > 0; n = conn.getInputStream().read(data)) {
            conn.getOutputStream().write(data, 0, n);
          }
        }
      });
      SocketWorks.join(start(isVirtual, () -> {
        try (var client = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
          client.setTcpNoDelay(true);
          InputStream in = client.getInputStream();
          OutputStream out = client.getOutputStream();
          var data = new byte[4096];
          SocketWorks.rate(name, 20_000, 4, count -> run(() -> {
            for (int i = 0; i < count; i++) {
              out.write(SocketWorks.MESSAGE);
              in.read(data);
            }
          }));
        }
      }));
      SocketWorks.join(answering);
    }
  }

  /** {@return the port of a server with a virtual thread for each connection} */
  static int serve() throws IOException {
    var server = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().start(() -> run(() -> {
      while (true) {
        Socket conn = server.accept();
        start(true, () -> lines(conn));
      }
    }));
    return server.getLocalPort();
  }

  private static void lines(Socket conn) throws IOException {
    try (conn) {
      InputStream in = conn.getInputStream();
      OutputStream out = conn.getOutputStream();
      var data = new byte[8192];
      int filled = 0;
      for (int n = in.read(data); n > 0; n = in.read(data, filled, data.length - filled)) {
        int begin = 0;
        for (int i = filled; i < filled + n; i++) {
          if (data[i] == '\n') {
            out.write(data, begin, i + 1 - begin);
            begin = i + 1;
          }
        }
        filled = filled + n - begin;
        System.arraycopy(data, begin, data, 0, filled);
      }
    }
  }

  private static void selecting() throws IOException {
    try (Selector selector = Selector.open()) {
      List<DatagramChannel> watched = new ArrayList<>();
      for (int i = 0; i < 1010; i++) {
        DatagramChannel each = DatagramChannel.open(StandardProtocolFamily.INET);
        each.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        each.connect(each.getLocalAddress());
        each.configureBlocking(false);
        each.register(selector, SelectionKey.OP_READ);
        watched.add(each);
      }
      ByteBuffer one = ByteBuffer.allocateDirect(1);
      SocketWorks.rate("select", 3000, 5, count -> run(() -> {
        for (int i = 0; i < count; i++) {
          watched.get(i % 10 * 100).write(one.clear());
          selector.select(key -> run(() -> ((DatagramChannel) key.channel()).read(one.clear())));
        }
      }));
      for (DatagramChannel each : watched) {
        each.close();
      }
    }
  }

  private static void sendFile() throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.INET)) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      SocketChannel client = SocketChannel.open(server.getLocalAddress());
      SocketChannel conn = server.accept();
      Thread draining = start(false, () -> {
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
        while (conn.read(buffer.clear()) > 0) {
          // More.
        }
      });
      SocketWorks.sendFile(file -> {
        for (long at = 0; at < file.size(); ) {
          at += file.transferTo(at, file.size() - at, client);
        }
      });
      client.close();
      SocketWorks.join(draining);
      conn.close();
    }
  }

  private static void structs() {
    byte[] text = new byte[8];
    byte[] packed = packed(1, text);
    SocketWorks.rate("pack", 500_000, 6, count -> {
      for (int i = 0; i < count; i++) {
        packed(i, text);
      }
    });
    var sink = new Object[1];
    SocketWorks.rate("unpack", 500_000, 6, count -> {
      for (int i = 0; i < count; i++) {
        ByteBuffer bytes = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        sink[0] = new Object[] {bytes.getInt(), bytes.getShort(), bytes.getLong(), bytes.getDouble(), text.clone()};
      }
    });
  }

  private static byte[] packed(int first, byte[] text) {
    return ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN).putInt(first).putShort((short) 2).putLong(3).putDouble(4.5).put(text).array();
  }
}
