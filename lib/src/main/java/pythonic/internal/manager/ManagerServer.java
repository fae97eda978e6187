package pythonic.internal.manager;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import pythonic.internal.child.PrivateFolder;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.OneShot;
import pythonic.internal.wire.FrameChannel;

/** Keeps objects and serves calls of their methods, until it is shut down. */
public final class ManagerServer implements AutoCloseable {

  private static final Map<String, ReferentType<?>> TYPES =
      Map.of(DictReferent.TYPE.typeid, DictReferent.TYPE, ListReferent.TYPE.typeid, ListReferent.TYPE);

  /** Ids look like the addresses in Python's reprs, which they are shown as. */
  private static final long FIRST_ID = 0x7f00_0000_0000L;

  private static final int ID_STEP = 0x40;

  /** How many processes may be connecting at once; each makes one connection at a time. */
  private static final int BACKLOG = 1024;

  /** How long the server waits after a failure to accept, such as too many open files. */
  private static final double PAUSE = 0.1;

  private final byte[] key;
  private final ClassLoader loader;
  private final PrivateFolder folder = PrivateFolder.create();
  private final ServerSocketChannel server;
  private final OneShot closed = new OneShot();

  /** When this process must end early, because its parent has, the folder goes with it. */
  private final Thread atExit = Thread.ofPlatform().name("pythonic-manager-exit").unstarted(this::close);

  private final AtomicLong ids = new AtomicLong(FIRST_ID);
  private final ConcurrentHashMap<Long, Referent<?>> objects = new ConcurrentHashMap<>();
  private final Set<FrameChannel> connections = ConcurrentHashMap.newKeySet();

  /**
   * A server that listens, and does not serve yet.
   *
   * @param key what callers must prove to know
   * @param loader finds the classes of arguments
   */
  public ManagerServer(byte[] key, ClassLoader loader) {
    this.key = key;
    this.loader = loader;
    try {
      server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(folder.socket()), BACKLOG);
      folder.protectSocket();
    } catch (IOException e) {
      folder.close();
      throw new UncheckedIOException("a manager cannot listen", e);
    }
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** {@return the path of the socket} */
  public String address() {
    return folder.socket().toString();
  }

  /** Serves until {@link #close}, which a caller may ask for. Nobody interrupts the thread. */
  public void serve() {
    while (!closed.hasHappened()) {
      try {
        SocketChannel connected = server.accept();
        Thread.ofVirtual().name("pythonic-manager-admission").start(() -> admit(new FrameChannel(connected)));
      } catch (IOException e) {
        closed.await(Deadline.after(PAUSE));
      }
    }
  }

  /**
   * A stranger costs a virtual thread for a while. Who knows the key gets a platform thread, which answers twice as
   * fast; a client makes no more connections than {@link ManagerClient#MOST_CONNECTIONS}.
   */
  private void admit(FrameChannel channel) {
    connections.add(channel);
    var conversation = new Conversation(this, channel);
    if (!closed.hasHappened() && conversation.authenticate(key)) {
      Thread.ofPlatform().daemon().name("pythonic-manager-connection").start(() -> converse(conversation, channel));
    } else {
      forget(channel);
    }
  }

  private void converse(Conversation conversation, FrameChannel channel) {
    try {
      conversation.run();
    } finally {
      forget(channel);
    }
  }

  private void forget(FrameChannel channel) {
    channel.close();
    connections.remove(channel);
  }

  /** {@return how many connections there are at this moment} */
  int connections() {
    return connections.size();
  }

  ClassLoader loader() {
    return loader;
  }

  @Nullable Referent<?> referent(long id) {
    return objects.get(id);
  }

  void dispose(long[] ids) {
    for (long id : ids) {
      objects.remove(id);
    }
  }

  /** Makes an object: its type, then what its type's maker takes. {@return its id} */
  long create(@Nullable Object[] args) {
    ReferentType<?> type = TYPES.get(String.valueOf(args[0]));
    if (type == null) {
      throw new IllegalArgumentException("unknown typeid " + args[0]);
    }
    long id = ids.getAndAdd(ID_STEP);
    objects.put(id, type.make(Arrays.copyOfRange(args, 1, args.length)));
    return id;
  }

  /** Ends the service: no socket, no file, no connection is left. Closing twice is fine. */
  @Override
  public void close() {
    closed.happen();
    try {
      server.close();
    } catch (IOException e) {
      // It accepts nobody any more, whatever the system says.
    }
    folder.close();
    connections.forEach(FrameChannel::close);
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The process ends already, which may be why this is called.
    }
  }
}
