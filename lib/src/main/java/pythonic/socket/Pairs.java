package pythonic.socket;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import pythonic.internal.errors.SystemError;
import pythonic.internal.sockets.Descriptor;
import pythonic.internal.sockets.OpenSocket;
import pythonic.internal.sockets.Remembered;
import pythonic.internal.sockets.StreamTransport;
import pythonic.internal.sockets.SystemTransport;
import pythonic.internal.sockets.Transport;

/** Makes two sockets that are connected to each other. */
final class Pairs {

  private Pairs() {}

  static SocketPair make(int family, int type, int proto) {
    if (family != Socket.AF_UNIX) {
      throw SystemError.EOPNOTSUPP.raised();
    }
    try {
      if (type == Socket.SOCK_STREAM && (proto == 0 || proto == Socket.AF_UNIX)) {
        return streams(proto);
      }
      SystemTransport[] pair = SystemTransport.pair(family, type, proto);
      return new SocketPair(adopt(pair[0], type, proto), adopt(pair[1], type, proto));
    } catch (IOException e) {
      throw SystemError.of(e);
    }
  }

  /** They meet in a folder of this user, which is gone at once. */
  private static SocketPair streams(int proto) throws IOException {
    Path folder = Files.createTempDirectory("pythonic-pair-");
    Path file = folder.resolve("s");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(file));
      SocketChannel a = SocketChannel.open(server.getLocalAddress());
      SocketChannel b = server.accept();
      return new SocketPair(adopt(stream(a), Socket.SOCK_STREAM, proto), adopt(stream(b), Socket.SOCK_STREAM, proto));
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  private static Transport stream(SocketChannel channel) throws IOException {
    return new StreamTransport(StandardProtocolFamily.UNIX, channel, new Remembered()).withoutNames();
  }

  private static Socket adopt(Transport transport, int type, int proto) {
    return new Socket(Socket.AF_UNIX, type, proto, new Descriptor(new OpenSocket(Socket.AF_UNIX, type, proto, transport)));
  }
}
