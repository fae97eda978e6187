package pythonic.internal.manager;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.OneShot;
import pythonic.internal.wire.FrameChannel;
import pythonic.internal.wire.Handshake;

/** Who connects to a server: each must prove that it knows the key, and say which process it is. */
final class Reception {

  /** Seconds that a stranger has to prove that it knows the key, and to say who it is. */
  private static final double PATIENCE = 10;

  /** Of the connections that are open at once so many are served by threads of the system, which answer twice as fast. */
  private static final int FAST = 64;

  private final ManagerServer server;
  private final ObjectTable objects;
  private final byte[] key;
  private final Set<FrameChannel> connections = ConcurrentHashMap.newKeySet();
  private final AtomicInteger fast = new AtomicInteger();
  private final Map<UUID, Session> sessions = new ConcurrentHashMap<>();
  private volatile boolean closed;

  Reception(ManagerServer server, ObjectTable objects, byte[] key) {
    this.server = server;
    this.objects = objects;
    this.key = key;
  }

  byte[] key() {
    return key;
  }

  /** A stranger costs a virtual thread for a while. Who knows the key is served by a thread of its own. */
  void admit(SocketChannel connected) {
    try {
      var channel = new FrameChannel(new ServerChannel(connected));
      connections.add(channel);
      try {
        Hello hello = closed ? null : introduction(channel);
        if (hello != null) {
          receive(hello, channel);
          return;
        }
      } catch (IOException e) {
        // It is refused, and has been told so.
      }
      forget(channel);
    } catch (IOException e) {
      // The socket broke before anything was said.
    }
  }

  private Hello introduction(FrameChannel channel) throws IOException {
    var done = new OneShot();
    Thread.ofVirtual()
        .name("pythonic-manager-patience")
        .start(
            () -> {
              if (!done.await(Deadline.after(PATIENCE))) {
                channel.close();
              }
            });
    try {
      Handshake.asServer(channel, key);
      return Hello.parse(channel.read());
    } finally {
      done.happen();
    }
  }

  private void receive(Hello hello, FrameChannel channel) throws IOException {
    if (hello.number() == Hello.LIFELINE) {
      live(hello, channel);
      return;
    }
    Session session = sessions.get(hello.session());
    if (session == null) {
      throw new IOException("a connection without a lifeline");
    }
    var conversation = new Conversation(server, session, hello.number(), channel);
    session.add(conversation);
    boolean isFast = fast.incrementAndGet() <= FAST;
    if (!isFast) {
      fast.decrementAndGet();
    }
    Thread.Builder builder = isFast ? Thread.ofPlatform().daemon() : Thread.ofVirtual();
    builder.name("pythonic-manager-" + session.pid + "-" + hello.number()).start(() -> converse(conversation, channel, isFast));
  }

  /** Serves a process until it ends, on the virtual thread that admitted it. */
  private void live(Hello hello, FrameChannel lifeline) throws IOException {
    var session = new Session(hello.pid());
    sessions.put(hello.session(), session);
    try {
      lifeline.write(new byte[0]);
      boolean killed = session.watch(lifeline);
      session.end(killed, objects);
    } finally {
      sessions.remove(hello.session());
      session.end(true, objects);
      forget(lifeline);
    }
  }

  private void converse(Conversation conversation, FrameChannel channel, boolean isFast) {
    try {
      conversation.run();
    } finally {
      if (isFast) {
        fast.decrementAndGet();
      }
      forget(channel);
    }
  }

  private void forget(FrameChannel channel) {
    channel.close();
    connections.remove(channel);
  }

  int connections() {
    return connections.size();
  }

  /** {@return the connection of this number, whichever process made it, null if there is none} For tests. */
  @Nullable Conversation conversation(long number) {
    return sessions.values().stream().map(session -> session.conversation(number)).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** Closes all connections; calls that wait end, as those of processes that have ended do. */
  void close() {
    closed = true;
    connections.forEach(FrameChannel::close);
  }
}
