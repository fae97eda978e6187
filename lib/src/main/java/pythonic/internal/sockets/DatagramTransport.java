package pythonic.internal.sockets;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.DatagramChannel;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import pythonic.internal.channels.Endpoint;
import pythonic.internal.errors.SystemError;
import pythonic.internal.waiting.Mutex;

/** Datagrams of the internet. */
public final class DatagramTransport extends Transport {

  /** The longest datagram is shorter than this. */
  private static final int LONGEST = 65536;

  private final Endpoint<DatagramChannel> endpoint;
  private final Remembered remembered = new Remembered();

  /** Guards {@link #ahead}. */
  private final Mutex turn = new Mutex();

  /** Set when something was taken from the channel and not given out at once, for good. */
  private volatile boolean isUsed;

  /** What was taken from the channel and not given out, oldest first. */
  private final ArrayDeque<Ahead> ahead = new ArrayDeque<>();

  /** Whether there is something {@link #ahead}; written under its guard. */
  private volatile boolean hasAhead;

  private volatile boolean isReadEnded;
  private volatile boolean isWriteEnded;

  /** A datagram that was taken from the channel and not given out. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Ahead(byte[] data, SocketAddress sender) {}

  /** Makes a socket that is not bound. */
  public DatagramTransport(ProtocolFamily family) throws IOException {
    endpoint = new Endpoint<>(DatagramChannel.open(family));
  }

  @Override
  public Endpoint<DatagramChannel> endpoint() {
    return endpoint;
  }

  @Override
  public boolean hasLookedAhead() {
    return hasAhead || isReadEnded;
  }

  @Override
  public int receive(ByteBuffer buffer, boolean peek) throws IOException {
    int before = buffer.position();
    Sender sender = receiveFrom(buffer, peek);
    return sender == null ? NOT_NOW : buffer.position() - before;
  }

  @Override
  public @Nullable Sender receiveFrom(ByteBuffer buffer, boolean peek) throws IOException {
    if (isReadEnded) {
      return Sender.UNKNOWN;
    }
    if (!peek && !isUsed) {
      return sender(endpoint.channel().receive(buffer));
    }
    isUsed = true;
    try (var _ = turn.hold()) {
      Ahead next = ahead.isEmpty() ? read() : ahead.remove();
      if (next == null) {
        return null;
      }
      if (peek) {
        ahead.addFirst(next);
      }
      hasAhead = !ahead.isEmpty();
      int count = Math.min(next.data.length, buffer.remaining());
      buffer.put(next.data, 0, count);
      return new Sender(next.sender);
    }
  }

  private static @Nullable Sender sender(@Nullable SocketAddress address) {
    return address == null ? null : new Sender(address);
  }

  private @Nullable Ahead read() throws IOException {
    ByteBuffer whole = ByteBuffer.allocate(LONGEST);
    SocketAddress sender = endpoint.channel().receive(whole);
    if (sender == null) {
      return null;
    }
    byte[] data = new byte[whole.flip().remaining()];
    whole.get(data);
    return new Ahead(data, sender);
  }

  @Override
  public int send(ByteBuffer buffer) throws IOException {
    SocketAddress remote = remote();
    if (remote == null) {
      throw SystemError.EDESTADDRREQ.raised();
    }
    return sendTo(buffer, remote);
  }

  @Override
  public int sendTo(ByteBuffer buffer, SocketAddress address) throws IOException {
    if (isWriteEnded) {
      throw SystemError.EPIPE.raised();
    }
    int length = buffer.remaining();
    DatagramChannel channel = endpoint.channel();
    try {
      if (length == 0 && channel.isConnected()) {
        return sendNothing(channel, address);
      }
      int sent = channel.isConnected() ? channel.write(buffer) : channel.send(buffer, address);
      return sent == 0 && length > 0 ? NOT_NOW : sent;
    } catch (AlreadyConnectedException e) { // connected just now
      return NOT_NOW;
    }
  }

  /** The JDK sends an empty datagram only from a channel that is not connected. */
  private int sendNothing(DatagramChannel channel, SocketAddress address) throws IOException {
    try (var _ = turn.hold()) {
      SocketAddress remote = channel.getRemoteAddress();
      channel.disconnect();
      channel.send(ByteBuffer.allocate(0), address);
      if (remote != null) {
        connect(channel, remote);
      }
      return 0;
    }
  }

  @Override
  public void bind(SocketAddress address) throws IOException {
    if (endpoint.channel().getLocalAddress() != null) {
      throw SystemError.EINVAL.raised();
    }
    endpoint.channel().bind(address);
  }

  @Override
  public boolean connect(SocketAddress address, boolean mayBlock) throws IOException {
    try (var _ = turn.hold()) {
      if (endpoint.channel().isConnected()) {
        endpoint.channel().disconnect();
      }
      connect(endpoint.channel(), address);
      return true;
    }
  }

  /** The JDK throws away what has arrived when it connects, the system does not. */
  private void connect(DatagramChannel channel, SocketAddress address) throws IOException {
    for (Ahead next = channel.getLocalAddress() == null ? null : read(); next != null; next = read()) {
      isUsed = true;
      ahead.add(next);
      hasAhead = true;
    }
    channel.connect(address);
  }

  @Override
  public void shutdown(int how) throws IOException {
    if (remote() == null) {
      throw SystemError.ENOTCONN.raised();
    }
    isReadEnded |= how != WRITING;
    isWriteEnded |= how != READING;
  }

  @Override
  public @Nullable SocketAddress local() throws IOException {
    return endpoint.channel().getLocalAddress();
  }

  @Override
  public @Nullable SocketAddress remote() throws IOException {
    return endpoint.channel().getRemoteAddress();
  }

  @Override
  public Remembered remembered() {
    return remembered;
  }
}
