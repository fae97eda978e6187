package pythonic.internal.sockets;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pythonic.internal.channels.Endpoint;
import pythonic.internal.errors.SystemError;

/** A socket that waits for connections. */
final class ListenTransport extends Transport {

  private final Endpoint<ServerSocketChannel> endpoint;
  private final ProtocolFamily family;
  private final boolean isUnix;
  private final Remembered remembered;

  /** The address where it listened until it was shut down, null before. */
  private volatile @Nullable SocketAddress shutAt;

  private ListenTransport(Endpoint<ServerSocketChannel> endpoint, ProtocolFamily family, Remembered remembered) {
    this.endpoint = endpoint;
    this.family = family;
    this.isUnix = family == StandardProtocolFamily.UNIX;
    this.remembered = remembered;
  }

  /**
   * Listens at the address of a stream, whose channel it closes. The port is never free in between: both are bound to it for
   * a moment, which SO_REUSEADDR allows while neither listens. A UNIX socket's file is made anew, with the mode that the program gave it.
   */
  static ListenTransport after(Endpoint<SocketChannel> stream, ProtocolFamily family, int backlog, Remembered remembered)
      throws IOException {
    boolean isUnix = family == StandardProtocolFamily.UNIX;
    ServerSocketChannel server = ServerSocketChannel.open(family);
    try {
      SocketAddress address = stream.channel().getLocalAddress();
      remembered.applyTo(server);
      Set<PosixFilePermission> mode = Set.of();
      if (address instanceof UnixDomainSocketAddress unix) {
        mode = mode(unix.getPath());
        Files.deleteIfExists(unix.getPath());
      } else {
        if (address == null) {
          stream.channel().bind(any(family));
          address = stream.channel().getLocalAddress();
        }
        stream.channel().setOption(StandardSocketOptions.SO_REUSEADDR, true);
        server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      }
      server.bind(address, Math.max(backlog, 1)); // 0 would mean the JDK's own choice
      if (isUnix) {
        restore(address, mode);
      } else {
        server.setOption(StandardSocketOptions.SO_REUSEADDR, Boolean.TRUE.equals(remembered.get(StandardSocketOptions.SO_REUSEADDR)));
      }
      var listening = new ListenTransport(new Endpoint<>(server), family, remembered);
      stream.close();
      return listening;
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  private static Set<PosixFilePermission> mode(Path file) throws IOException {
    try {
      return Files.getPosixFilePermissions(file);
    } catch (NoSuchFileException | UnsupportedOperationException e) {
      return Set.of(); // deleted meanwhile, or a system without modes
    }
  }

  private static void restore(SocketAddress address, Set<PosixFilePermission> mode) throws IOException {
    if (address instanceof UnixDomainSocketAddress unix && !mode.isEmpty()) {
      Files.setPosixFilePermissions(unix.getPath(), mode);
    }
  }

  private static InetSocketAddress any(ProtocolFamily family) throws IOException {
    return new InetSocketAddress(InetAddress.getByAddress(new byte[family == StandardProtocolFamily.INET ? 4 : 16]), 0);
  }

  @Override
  public Endpoint<ServerSocketChannel> endpoint() {
    return endpoint;
  }

  @Override
  public int readOperations() {
    return SelectionKey.OP_ACCEPT;
  }

  @Override
  public int writeOperations() {
    return 0;
  }

  @Override
  public @Nullable StreamTransport accept() throws IOException {
    if (shutAt != null) {
      throw SystemError.EINVAL.raised();
    }
    SocketChannel channel = endpoint.channel().accept();
    return channel == null ? null : new StreamTransport(family, channel, remembered.copy());
  }

  @Override
  public Transport listen(int backlog) {
    return this;
  }

  @Override
  public boolean isListening() {
    return true;
  }

  @Override
  public int receive(ByteBuffer buffer, boolean peek) {
    throw (isUnix ? SystemError.EINVAL : SystemError.ENOTCONN).raised();
  }

  @Override
  public Sender receiveFrom(ByteBuffer buffer, boolean peek) {
    throw (isUnix ? SystemError.EINVAL : SystemError.ENOTCONN).raised();
  }

  @Override
  public int send(ByteBuffer buffer) {
    throw (isUnix ? SystemError.ENOTCONN : SystemError.EPIPE).raised();
  }

  @Override
  public int sendTo(ByteBuffer buffer, SocketAddress address) {
    return send(buffer);
  }

  @Override
  public void bind(SocketAddress address) {
    throw RenewableChannel.boundAgain(address);
  }

  @Override
  public boolean connect(SocketAddress address, boolean mayBlock) {
    throw (isUnix ? SystemError.EINVAL : SystemError.EISCONN).raised();
  }

  @Override
  public void shutdown(int how) throws IOException {
    if (!isUnix && !endpoint.asked().isOpen()) {
      throw SystemError.ENOTCONN.raised();
    }
    if (how != WRITING && shutAt == null) {
      shutAt = endpoint.channel().getLocalAddress();
      endpoint.close(); // as the system does, it wakes those who wait for a connection
    }
  }

  @Override
  public boolean isShut() {
    return shutAt != null;
  }

  @Override
  public SocketAddress local() throws IOException {
    SocketAddress last = shutAt;
    return last != null ? last : endpoint.channel().getLocalAddress();
  }

  @Override
  public @Nullable SocketAddress remote() {
    return null;
  }

  @Override
  public Remembered remembered() {
    return remembered;
  }
}
