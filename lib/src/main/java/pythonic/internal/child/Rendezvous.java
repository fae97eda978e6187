package pythonic.internal.child;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.OneShot;
import pythonic.internal.wire.FrameChannel;
import pythonic.internal.wire.Handshake;

/**
 * A socket on which one child is awaited. Whoever connects must prove that it holds the key; each is asked on a
 * thread of its own, so that one who connects and stays silent does not stand in the child's way.
 */
final class Rendezvous implements AutoCloseable {

  private final PrivateFolder folder = PrivateFolder.create();
  private final ServerSocketChannel server;

  /** Set before {@link #await} is called. */
  private byte[] key = new byte[0];

  /** A child that has ended had proved the key before, or never will; what it sent lies in the socket. */
  private static final double PATIENCE = 2;

  /** Those that have connected, and whether they have been asked. All but the child are closed in the end. */
  private final Map<FrameChannel, OneShot> strangers = new ConcurrentHashMap<>();

  /** The one that has the key: set once, before the server is closed. */
  private final AtomicReference<@Nullable FrameChannel> child = new AtomicReference<>();

  Rendezvous() throws IOException {
    try {
      server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(folder.socket()));
      folder.protectSocket();
    } catch (IOException e) {
      folder.close();
      throw e;
    }
  }

  PrivateFolder folder() {
    return folder;
  }

  /** Says what the child must know. */
  void key(byte[] secret) {
    key = secret;
  }

  /**
   * Waits for the child.
   *
   * @throws IOException if {@link #cancel} came first
   */
  FrameChannel await() throws IOException {
    try {
      while (true) {
        var stranger = new FrameChannel(server.accept());
        var asked = new OneShot();
        strangers.put(stranger, asked);
        Thread.ofPlatform().daemon().name("pythonic-rendezvous").start(() -> ask(stranger, asked));
      }
    } catch (IOException e) {
      if (child.get() == null) {
        Deadline patience = Deadline.after(PATIENCE);
        strangers.values().forEach(asked -> asked.await(patience));
      }
      FrameChannel found = child.get();
      if (found == null) {
        throw e;
      }
      return found;
    }
  }

  private void ask(FrameChannel channel, OneShot asked) {
    try {
      Handshake.asServer(channel, key);
      if (!child.compareAndSet(null, channel)) {
        channel.close();
      }
      cancel();
    } catch (IOException e) {
      channel.close();
      strangers.remove(channel);
    } finally {
      asked.happen(); // what came of it is known
    }
  }

  /** Ends the wait. */
  void cancel() {
    try {
      server.close();
    } catch (IOException e) {
      // The wait ends all the same.
    }
  }

  @Override
  public void close() {
    cancel();
    FrameChannel found = child.get();
    strangers.keySet().stream().filter(stranger -> !stranger.equals(found)).forEach(FrameChannel::close);
    folder.close();
  }
}
