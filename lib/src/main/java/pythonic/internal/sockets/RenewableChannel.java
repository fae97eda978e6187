package pythonic.internal.sockets;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.OSError;
import pythonic.internal.channels.Endpoint;
import pythonic.internal.errors.SystemError;

/**
 * A stream's channel, which the JDK closes when it could not connect: then a new one takes its place, its options and its
 * address.
 */
final class RenewableChannel {

  private final ProtocolFamily family;
  private final Remembered remembered;
  private volatile Endpoint<SocketChannel> endpoint;

  /** The address that was bound. */
  private volatile @Nullable SocketAddress bound;

  private volatile boolean isClosed;

  RenewableChannel(ProtocolFamily family, SocketChannel first, Remembered remembered) throws IOException {
    this.family = family;
    this.remembered = remembered;
    this.endpoint = new Endpoint<>(first);
  }

  Endpoint<SocketChannel> endpoint() {
    return endpoint;
  }

  boolean isBound() {
    return bound != null;
  }

  void bind(SocketAddress address) throws IOException {
    SocketChannel channel = endpoint.channel();
    if (channel.getLocalAddress() != null) {
      throw boundAgain(address);
    }
    channel.bind(address);
    bound = channel.getLocalAddress();
  }

  /** {@return what the system tells of a second address: it looks at the path first} */
  static OSError boundAgain(SocketAddress address) {
    if (address instanceof UnixDomainSocketAddress unix) {
      Path folder = unix.getPath().toAbsolutePath().getParent();
      if (Files.exists(unix.getPath())) {
        return SystemError.EADDRINUSE.raised();
      } else if (folder != null && !Files.exists(folder)) {
        return SystemError.ENOENT.raised();
      }
    }
    return SystemError.EINVAL.raised();
  }

  void renew() throws IOException {
    var fresh = new Endpoint<>(SocketChannel.open(family));
    remembered.applyTo(fresh.channel());
    SocketAddress own = bound;
    if (own != null && !(own instanceof UnixDomainSocketAddress)) {
      fresh.channel().bind(own);
    }
    Endpoint<SocketChannel> old = endpoint;
    endpoint = fresh;
    old.close(); // tells those who wait
    if (isClosed) { // first made known, then looked at, as close does the other way round
      fresh.close();
    }
  }

  void close() {
    isClosed = true;
    endpoint.close();
  }
}
