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

  /** Holds together the steps of a connection; reading and writing do not take it. */
  private final Mutex steps = new Mutex();

  private final StreamInput input;
  private final StreamOutput output;
  private final Remembered remembered;
  private volatile Endpoint<SocketChannel> endpoint;
  private volatile Phase phase;

  /** The address that was bound, which the channel's successor takes after a failure. */
  private volatile @Nullable SocketAddress bound;

  private volatile boolean isClosed;
  private volatile boolean isNameless;

  /** Makes a socket that is not connected. */
  public StreamTransport(ProtocolFamily family) throws IOException {
    this.family = family;
    this.input = new StreamInput(family);
    this.output = new StreamOutput(family);
    this.remembered = new Remembered();
    this.endpoint = new Endpoint<>(SocketChannel.open(family));
    this.phase = Phase.NEW;
  }

  /** Takes over a connected channel, and the options of the socket that it was accepted from. */
  public StreamTransport(ProtocolFamily family, SocketChannel connected, Remembered options) throws IOException {
    this.family = family;
    this.input = new StreamInput(family);
    this.output = new StreamOutput(family);
    this.remembered = options;
    options.applyTo(connected);
    this.endpoint = new Endpoint<>(connected);
    this.phase = Phase.CONNECTED;
  }

  @Override
  public Endpoint<SocketChannel> endpoint() {
    return endpoint;
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
    if (phase == Phase.CONNECTING && !settle()) {
      return NOT_NOW;
    }
    return input.receive(endpoint.channel(), buffer, peek);
  }

  @Override
  public @Nullable Sender receiveFrom(ByteBuffer buffer, boolean peek) throws IOException {
    int count = receive(buffer, peek);
    return count == NOT_NOW ? null : Sender.UNKNOWN;
  }

  @Override
  public int send(ByteBuffer buffer) throws IOException {
    if (phase == Phase.CONNECTING && !settle()) {
      return NOT_NOW;
    }
    return output.send(endpoint.channel(), buffer);
  }

  @Override
  public int sendTo(ByteBuffer buffer, SocketAddress address) throws IOException {
    if (isUnix() && phase == Phase.CONNECTED) {
      throw SystemError.EISCONN.raised();
    }
    return send(buffer);
  }

  @Override
  public long sendFile(FileChannel file, long position, long count) throws IOException {
    return output.sendFile(endpoint.channel(), file, position, count);
  }

  @Override
  public void bind(SocketAddress address) throws IOException {
    try (var _ = steps.hold()) {
      SocketChannel channel = endpoint.channel();
      if (phase != Phase.NEW || channel.getLocalAddress() != null) {
        throw SystemError.EINVAL.raised();
      }
      channel.bind(address);
      bound = channel.getLocalAddress();
    }
  }

  @Override
  public boolean connect(SocketAddress address, boolean mayBlock) throws IOException {
    try (var _ = steps.hold()) {
      return switch (phase) {
        case CONNECTED -> throw SystemError.EISCONN.raised();
        case CONNECTING -> goOn();
        case NEW -> begin(address, mayBlock);
      };
    }
  }

  private boolean goOn() throws IOException {
    if (!finish()) {
      throw SystemError.EALREADY.raised();
    }
    return true;
  }

  private boolean begin(SocketAddress address, boolean mayBlock) throws IOException {
    try {
      boolean done = isUnix() ? connectUnix(address, mayBlock) : endpoint.channel().connect(address);
      phase = done ? Phase.CONNECTED : Phase.CONNECTING;
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
    SocketChannel channel = endpoint.channel();
    if (mayBlock) {
      try {
        channel.configureBlocking(true);
      } catch (IllegalBlockingModeException e) { // someone watches it
        return connectUnix(address, false);
      }
      channel.connect(address);
      channel.configureBlocking(false);
      return true;
    }
    if (!channel.connect(address)) {
      renew();
      throw SystemError.EAGAIN.raised();
    }
    return true;
  }

  /** Looks whether the connection is there. {@return false if not yet} */
  public boolean settle() throws IOException {
    try (var _ = steps.hold()) {
      return phase != Phase.CONNECTING || finish();
    }
  }

  private boolean finish() throws IOException {
    try {
      if (!endpoint.channel().finishConnect()) {
        return false;
      }
      phase = Phase.CONNECTED;
      return true;
    } catch (IOException e) {
      renew();
      throw e;
    }
  }

  /** Looks how a connection goes that someone began without waiting, so that its failure is known. */
  @Override
  public @Nullable IOException takeFailure() {
    try {
      settle();
      return null;
    } catch (IOException e) {
      return e;
    }
  }

  /** Puts a new channel in the place of one that the JDK has closed because it could not connect. */
  private void renew() throws IOException {
    var fresh = new Endpoint<>(SocketChannel.open(family));
    remembered.applyTo(fresh.channel());
    SocketAddress own = bound;
    if (own != null && !(own instanceof UnixDomainSocketAddress)) {
      fresh.channel().bind(own);
    }
    Endpoint<SocketChannel> old = endpoint;
    phase = Phase.NEW;
    endpoint = fresh;
    old.close(); // tells those who wait
    if (isClosed) { // first made known, then looked at, as close does the other way round
      fresh.close();
    }
  }

  @Override
  public void close() {
    isClosed = true;
    endpoint.close();
  }

  @Override
  public Remembered remembered() {
    return remembered;
  }

  @Override
  public Transport listen(int backlog) throws IOException {
    try (var _ = steps.hold()) {
      if (phase != Phase.NEW || (isUnix() && bound == null)) {
        throw SystemError.EINVAL.raised();
      }
      return ListenTransport.after(endpoint, family, backlog, remembered);
    }
  }

  @Override
  public SocketChannel accept() {
    throw SystemError.EINVAL.raised();
  }

  @Override
  public void shutdown(int how) throws IOException {
    if (phase != Phase.CONNECTED) {
      throw SystemError.ENOTCONN.raised();
    }
    if (how != WRITING) {
      endpoint.channel().shutdownInput();
    }
    if (how != READING) {
      output.end(endpoint.channel());
    }
  }

  /** Has neither end show an address, as the ends of a pair have none. */
  public StreamTransport withoutNames() {
    isNameless = true;
    return this;
  }

  @Override
  public @Nullable SocketAddress local() throws IOException {
    return isNameless ? null : endpoint.channel().getLocalAddress();
  }

  @Override
  public @Nullable SocketAddress remote() throws IOException {
    if (isNameless) {
      return UnixDomainSocketAddress.of("");
    }
    return phase == Phase.CONNECTED || (phase == Phase.CONNECTING && settle()) ? endpoint.channel().getRemoteAddress() : null;
  }

  private boolean isUnix() {
    return family == StandardProtocolFamily.UNIX;
  }
}
