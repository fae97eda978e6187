package pythonic.internal.sharedmemory;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How a process tells another that threads of it have been signalled: it writes a byte to the other's socket in the
 * heap's folder. The byte says no more than "look"; so it may be dropped while another is still unread, and whoever
 * could send one could do no harm. A thread of each process waits for such bytes.
 */
final class Doorbells {

  private record Peer(long pid, SocketChannel channel) {}

  private final SharedHeap heap;
  private final ConcurrentHashMap<Integer, Peer> peers = new ConcurrentHashMap<>();

  private volatile @Nullable Selector listening;
  private volatile boolean closed;

  Doorbells(SharedHeap heap) {
    this.heap = heap;
  }

  private Path socket(int member) {
    return heap.folder().resolve("d" + member);
  }

  /** Begins to listen. */
  void open(Runnable look) throws IOException {
    Path socket = socket(heap.self());
    Files.deleteIfExists(socket);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket), Layout.MEMBER_COUNT);
    HeapFolder.protect(socket);
    server.configureBlocking(false);
    Selector selector = Selector.open();
    server.register(selector, SelectionKey.OP_ACCEPT);
    Thread.ofPlatform().daemon().name("pythonic-doorbell").start(() -> listen(server, selector, look));
    listening = selector;
  }

  /** Ends the listening: the end of a JVM waits 300 ms for a thread that waits in the system. */
  void close() {
    Selector selector = listening;
    if (selector != null) {
      closed = true;
      selector.wakeup();
    }
  }

  private void listen(ServerSocketChannel server, Selector selector, Runnable look) {
    ByteBuffer bytes = ByteBuffer.allocateDirect(256);
    try (server; selector) {
      while (!closed) {
        selector.select(key -> answer(key, selector, bytes));
        look.run();
      }
    } catch (IOException e) {
      throw new IllegalStateException("nobody else closes these", e);
    }
  }

  private static void answer(SelectionKey key, Selector selector, ByteBuffer bytes) {
    try {
      if (key.channel() instanceof ServerSocketChannel server) {
        for (SocketChannel caller = server.accept(); caller != null; caller = server.accept()) {
          caller.configureBlocking(false);
          caller.register(selector, SelectionKey.OP_READ);
        }
      } else if (key.channel() instanceof SocketChannel caller && caller.read(bytes.clear()) < 0) {
        caller.close();
      }
    } catch (IOException e) {
      key.cancel(); // a caller that has died
    }
  }

  /** Tells a member to look. If it has died, recovery does what is left to do. */
  void ring(int member) {
    long pid = heap.members().pid(member);
    Peer peer = peers.get(member);
    if (peer == null || peer.pid() != pid || !write(peer.channel())) {
      Peer again = connect(member, pid);
      if (again != null) {
        write(again.channel());
      }
    }
  }

  private @Nullable Peer connect(int member, long pid) {
    return peers.compute(member, (_, old) -> {
      close(old);
      try {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.configureBlocking(false); // first: in this mode an interrupt does not close it
        channel.connect(UnixDomainSocketAddress.of(socket(member)));
        return new Peer(pid, channel);
      } catch (IOException e) {
        return null;
      }
    });
  }

  private static boolean write(SocketChannel channel) {
    try {
      channel.write(ByteBuffer.wrap(new byte[1])); // what does not fit need not be sent: unread bytes are enough
      return true;
    } catch (IOException | java.nio.channels.NotYetConnectedException e) {
      return false;
    }
  }

  private static void close(@Nullable Peer peer) {
    if (peer != null) {
      try {
        peer.channel().close();
      } catch (IOException e) {
        // It is gone all the same.
      }
    }
  }
}
