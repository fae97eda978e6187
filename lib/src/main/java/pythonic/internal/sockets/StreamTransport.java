package pythonic.internal.sockets;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.internal.channels.Endpoint;
import pythonic.internal.errors.SystemError;
import pythonic.internal.waiting.Mutex;

/** A stream: new, bound, on the way to a connection, or connected. */
public final class StreamTransport extends Transport {

  private enum Phase { NEW, CONNECTING, CONNECTED }

  private final ProtocolFamily family;
  final boolean isUnix;

  /** Holds together the steps of a connection; reading and writing do not take it. */
  private final Mutex steps = new Mutex();

  private final StreamInput input;
  private final StreamOutput output;
  private final Remembered remembered;
  private final RenewableChannel channel;
  private volatile Phase phase;

  private final Outcome outcome = new Outcome();
  private volatile boolean isNameless;

  /** Makes a socket that is not connected. */
  public StreamTransport(ProtocolFamily family) throws IOException {
    this(family, SocketChannel.open(family), new Remembered(), Phase.NEW);
  }

  /** Takes over a connected channel, and the options of the socket that it was accepted from. */
  public StreamTransport(ProtocolFamily family, SocketChannel connected, Remembered options) throws IOException {
    this(family, connected, options, Phase.CONNECTED);
    options.applyTo(connected);
  }

  private StreamTransport(ProtocolFamily family, SocketChannel first, Remembered remembered, Phase phase) throws IOException {
    this.family = family;
    this.isUnix = family == StandardProtocolFamily.UNIX;
    this.input = new StreamInput(family);
    this.output = new StreamOutput(family);
    this.remembered = remembered;
    this.channel = new RenewableChannel(family, first, remembered);
    this.phase = phase;
  }

  @Override
  public Endpoint<SocketChannel> endpoint() {
    return channel.endpoint();
  }

  @Override
  public int readOperations() {
    return phase == Phase.CONNECTING ? SelectionKey.OP_CONNECT : SelectionKey.OP_READ;
  }

  @Override
  public int writeOperations() {
    return phase == Phase.CONNECTING ? SelectionKey.OP_CONNECT : SelectionKey.OP_WRITE;
  }

  @Override
  public boolean hasLookedAhead() {
    return input.hasLookedAhead();
  }

  @Override
  public int receive(ByteBuffer buffer, boolean peek) throws IOException {
    if (phase != Phase.CONNECTED && !settle()) {
      return NOT_NOW;
    }
    return input.receive(endpoint().channel(), buffer, peek);
  }

  @Override
  public @Nullable Sender receiveFrom(ByteBuffer buffer, boolean peek) throws IOException {
    int count = receive(buffer, peek);
    return count == NOT_NOW ? null : Sender.ofStream(isUnix && count > 0 ? remote() : null);
  }

  @Override
  public int send(ByteBuffer buffer) throws IOException {
    if (phase != Phase.CONNECTED && !settle()) {
      return NOT_NOW;
    }
    return output.send(endpoint().channel(), buffer);
  }

  @Override
  public int sendTo(ByteBuffer buffer, SocketAddress address) throws IOException {
    if (isUnix && phase == Phase.CONNECTED) {
      throw SystemError.EISCONN.raised();
    }
    return send(buffer);
  }

  @Override
  public long sendFile(FileChannel file, long position, long count) throws IOException {
    return output.sendFile(endpoint().channel(), file, position, count);
  }

  @Override
  public void bind(SocketAddress address) throws IOException {
    try (var _ = steps.hold()) {
      if (phase != Phase.NEW) {
        throw SystemError.EINVAL.raised();
      }
      channel.bind(address);
    }
  }

  /** {@return whether it has no address, and is not connected} */
  boolean isFresh() {
    return phase == Phase.NEW && !channel.isBound();
  }

  @Override
  public boolean connect(SocketAddress address, boolean mayBlock) throws IOException {
    try (var _ = steps.hold()) {
      outcome.tellFailure();
      return switch (phase) {
        case CONNECTED -> outcome.tellOnce();
        case CONNECTING -> goOn();
        case NEW -> begin(address, mayBlock);
      };
    }
  }

  private boolean goOn() throws IOException {
    if (!finish()) {
      throw SystemError.EALREADY.raised();
    }
    return outcome.tellOnce();
  }

  private boolean begin(SocketAddress address, boolean mayBlock) throws IOException {
    try {
      boolean done = isUnix ? connectUnix(address, mayBlock) : endpoint().channel().connect(address);
      phase = done ? Phase.CONNECTED : Phase.CONNECTING;
      outcome.begun(!done && !mayBlock);
      return done;
    } catch (ClosedByInterruptException e) {
      Thread.interrupted(); // the answer to it is the exception
      renew();
      throw (KeyboardInterrupt) new KeyboardInterrupt().initCause(e);
    } catch (IOException e) {
      renew();
      throw e;
    }
  }

  /** The system does not tell when a listener has room again, so who may wait does so in the system. */
  private boolean connectUnix(SocketAddress address, boolean mayBlock) throws IOException {
    SocketChannel socket = endpoint().channel();
    if (mayBlock) {
      try {
        socket.configureBlocking(true);
      } catch (IllegalBlockingModeException e) { // someone watches it
        return connectUnix(address, false);
      }
      socket.connect(address);
      socket.configureBlocking(false);
      return true;
    }
    if (!socket.connect(address)) {
      renew();
      throw SystemError.EAGAIN.raised();
    }
    return true;
  }

  @Override
  public boolean settle() throws IOException {
    try (var _ = steps.hold()) {
      outcome.tellFailure();
      return phase != Phase.CONNECTING || finish();
    }
  }

  @Override
  public boolean looksForConnection() {
    if (phase == Phase.CONNECTED && !outcome.hasFailed()) {
      return false;
    }
    try (var _ = steps.hold()) {
      return outcome.hasFailed() || (phase == Phase.CONNECTING && !finish());
    } catch (IOException e) {
      outcome.failed(e);
      return true;
    }
  }

  @Override
  public boolean hasFailed() {
    return outcome.hasFailed();
  }

  private boolean finish() throws IOException {
    try {
      if (!endpoint().channel().finishConnect()) {
        return false;
      }
      phase = Phase.CONNECTED;
      return true;
    } catch (IOException e) {
      renew();
      throw e;
    }
  }

  private void renew() throws IOException {
    phase = Phase.NEW;
    channel.renew();
  }

  @Override
  public void close() {
    channel.close();
  }

  @Override
  public Remembered remembered() {
    return remembered;
  }

  @Override
  public Transport listen(int backlog) throws IOException {
    try (var _ = steps.hold()) {
      if (phase != Phase.NEW || (isUnix && !channel.isBound())) {
        throw SystemError.EINVAL.raised();
      }
      return ListenTransport.after(endpoint(), family, backlog, remembered);
    }
  }

  @Override
  public Transport accept() {
    throw SystemError.EINVAL.raised();
  }

  @Override
  public void shutdown(int how) throws IOException {
    if (phase != Phase.CONNECTED) {
      if (isUnix && phase == Phase.NEW) {
        return; // as the system does
      }
      throw SystemError.ENOTCONN.raised();
    }
    if (how != WRITING) {
      endpoint().channel().shutdownInput();
    }
    if (how != READING) {
      output.end(endpoint().channel());
    }
  }

  /** Has neither end show an address, as the ends of a pair have none. */
  public StreamTransport withoutNames() {
    isNameless = true;
    return this;
  }

  @Override
  public @Nullable SocketAddress local() throws IOException {
    return isNameless ? null : endpoint().channel().getLocalAddress();
  }

  @Override
  public @Nullable SocketAddress remote() throws IOException {
    return isNameless ? UnixDomainSocketAddress.of("") : phase == Phase.CONNECTED || (phase == Phase.CONNECTING && settle()) ? endpoint().channel().getRemoteAddress() : null;
  }

  /** {@return whether a hang-up that the system tells of may be a reset of which nobody was told} */
  boolean mayBeReset() {
    return !isUnix && !output.isEnded() && !input.isReset();
  }
}
