package pythonic.internal.sockets;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectionKey;
import org.jspecify.annotations.Nullable;
import pythonic.internal.channels.Endpoint;
import pythonic.internal.errors.SystemError;
import pythonic.internal.waiting.Deadline;

/**
 * What a socket can do at this time of its life. No call waits. What the kind of socket does not do is refused with the
 * system's error, as an {@link pythonic.builtins.OSError}.
 */
public abstract class Transport {

  /** What a call returns that cannot be done now. */
  public static final int NOT_NOW = -2;

  /** What a call returns that reads at the end of a stream. */
  public static final int END = -1;

  /** What SHUT_RD, SHUT_WR and SHUT_RDWR are. */
  public static final int READING = 0;
  public static final int WRITING = 1;
  public static final int BOTH = 2;

  /** {@return where to wait; another one after a connection has failed} */
  public abstract Endpoint<?> endpoint();

  /** {@return what to wait for at the endpoint until something can be read} */
  public int readOperations() {
    return SelectionKey.OP_READ;
  }

  /** {@return what to wait for at the endpoint until something can be written} */
  public int writeOperations() {
    return SelectionKey.OP_WRITE;
  }

  /** {@return whether something can be read that the system has handed over already} */
  public boolean hasLookedAhead() {
    return false;
  }

  /** Reads once. {@return how many bytes, {@link #END} or {@link #NOT_NOW}} */
  public abstract int receive(ByteBuffer buffer, boolean peek) throws IOException;

  /** Receives a datagram, or what a stream has. {@return its sender, null if not now} */
  public abstract @Nullable Sender receiveFrom(ByteBuffer buffer, boolean peek) throws IOException;

  /**
   * Who sent what was received.
   *
   * @param address null where there is none, as of streams
   */
  public record Sender(@Nullable SocketAddress address) {

    static final Sender UNKNOWN = new Sender(null);

    /** {@return the other end of a UNIX stream, which the system tells only if it has a name} */
    static Sender ofStream(@Nullable SocketAddress remote) {
      return remote instanceof UnixDomainSocketAddress path && !path.getPath().toString().isEmpty() ? new Sender(remote) : UNKNOWN;
    }
  }

  /** Writes once. {@return how many bytes, or {@link #NOT_NOW}} */
  public abstract int send(ByteBuffer buffer) throws IOException;

  /** Sends a datagram. {@return how many bytes, or {@link #NOT_NOW}} */
  public abstract int sendTo(ByteBuffer buffer, SocketAddress address) throws IOException;

  /** Waits until a datagram to an address may find room. {@return false if the deadline passed first} */
  public boolean awaitRoom(SocketAddress address, Deadline deadline) throws IOException {
    return endpoint().await(writeOperations(), deadline);
  }

  /** Sends a part of a file. {@return how many bytes, 0 at its end, or {@link #NOT_NOW}} */
  public long sendFile(FileChannel file, long position, long count) throws IOException {
    throw SystemError.EOPNOTSUPP.raised();
  }

  public abstract void bind(SocketAddress address) throws IOException;

  /** Begins to connect, or asks how it goes. {@return whether it is done} */
  public abstract boolean connect(SocketAddress address, boolean mayBlock) throws IOException;

  /** Looks whether the connection that was begun is there. {@return false if not yet} */
  public boolean settle() throws IOException {
    return true;
  }

  /** {@return the transport that listens in place of this one} */
  public Transport listen(int backlog) throws IOException {
    throw SystemError.EOPNOTSUPP.raised();
  }

  /** {@return a new connection, null if there is none now} */
  public @Nullable Transport accept() throws IOException {
    throw SystemError.EOPNOTSUPP.raised();
  }

  /** Ends one direction or both. */
  public abstract void shutdown(int how) throws IOException;

  /** {@return the socket's own address, null without one} */
  public abstract @Nullable SocketAddress local() throws IOException;

  /** {@return the other end's address, null without one} */
  public abstract @Nullable SocketAddress remote() throws IOException;

  /** {@return and forgets what has failed while nobody asked, as a connection that was refused} */
  public final @Nullable IOException takeFailure() {
    try {
      settle();
      return null;
    } catch (IOException e) {
      return e;
    }
  }

  /** Looks how a connection goes that was begun. {@return whether it is still on its way, or has failed} */
  public boolean looksForConnection() {
    return false;
  }

  /** {@return whether the connection that was begun has failed, and nobody was told} */
  public boolean hasFailed() {
    return false;
  }

  /** {@return whether it waits for connections} */
  public boolean isListening() {
    return false;
  }

  /** {@return whether it waited for connections and was shut down: its channel is closed, and the socket is not} */
  public boolean isShut() {
    return false;
  }

  /** {@return the options that were set, which outlive the channel} */
  public abstract Remembered remembered();

  /** {@return the channel, for its options} */
  public final NetworkChannel network() {
    return (NetworkChannel) endpoint().channel();
  }

  /** {@return a second number of the system for the same open socket; whoever asks closes it} */
  int secondNumber() throws IOException {
    return Twin.number(network());
  }

  /** {@return the same, to be called by} */
  final Twin second() throws IOException {
    return new Twin(secondNumber());
  }

  public void close() {
    endpoint().close();
  }
}
