package pythonic.internal.wire;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Two connected UNIX domain sockets; their file is gone as soon as they are connected. */
record SocketPair(SocketChannel a, SocketChannel b) implements AutoCloseable {

  static SocketPair open() throws IOException {
    Path folder = Files.createTempDirectory("pair");
    Path file = folder.resolve("s");
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(file));
      SocketChannel a = SocketChannel.open(UnixDomainSocketAddress.of(file));
      return new SocketPair(a, server.accept());
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  @Override
  public void close() throws IOException {
    a.close();
    b.close();
  }
}
