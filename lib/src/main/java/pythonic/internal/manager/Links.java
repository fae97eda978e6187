package pythonic.internal.manager;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import pythonic.internal.lifecycle.Lifecycle;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.wire.FrameChannel;
import pythonic.internal.wire.Handshake;

/**
 * The connections of this process to one server. One is the lifeline, on which nothing is said: its end tells the
 * server that the process has ended. The others are idle, or one thread calls by them. A thread that owns something in
 * the server keeps its connection, for there the thread of that connection is the owner.
 */
final class Links {

  private final SocketAddress place;
  private final byte[] key;
  private final UUID session = UUID.randomUUID();
  private final AtomicLong numbers = new AtomicLong(Hello.LIFELINE);
  private final ConcurrentLinkedDeque<Link> idle = new ConcurrentLinkedDeque<>();
  private final Map<Thread, Link> kept = new ConcurrentHashMap<>();

  /** Those that threads call by, for tests. */
  private final Set<Link> busy = ConcurrentHashMap.newKeySet();

  /** Whoever holds it makes a connection; one at a time, as the server's queue of those not yet accepted is limited. */
  private final Mutex connecting = new Mutex();

  private volatile @Nullable Link lifeline;
  private Lifecycle.@Nullable Registration farewell; // with connecting held

  private volatile boolean ended;

  Links(SocketAddress place, byte[] key) {
    this.place = place;
    this.key = key;
  }

  boolean hasEnded() {
    return ended;
  }

  /** {@return a connection for the current thread, which gives it back: its own, if it keeps one and may have that} */
  Link take(boolean own) throws IOException {
    Link link = !own || kept.isEmpty() ? null : kept.get(Thread.currentThread());
    if (link == null) {
      link = idle.poll();
    }
    if (link == null) {
      link = connect();
    }
    link.user = Thread.currentThread();
    busy.add(link);
    return link;
  }

  /** Takes a connection back after a call. */
  void give(Link link, boolean owns) {
    link.user = null;
    busy.remove(link);
    if (owns) {
      if (kept.put(Thread.currentThread(), link) == null) {
        dropThoseOfEndedThreads();
      }
      return;
    }
    if (!kept.isEmpty()) {
      kept.remove(Thread.currentThread(), link);
    }
    idle.addFirst(link);
    if (ended) {
      closeIdle();
    }
  }

  /** Closes a connection that is of no use any more. */
  void drop(Link link) {
    busy.remove(link);
    kept.remove(Thread.currentThread(), link);
    link.close();
  }

  private void dropThoseOfEndedThreads() {
    for (Iterator<Map.Entry<Thread, Link>> all = kept.entrySet().iterator(); all.hasNext(); ) {
      Map.Entry<Thread, Link> each = all.next();
      if (!each.getKey().isAlive()) {
        all.remove();
        each.getValue().close();
      }
    }
  }

  /** {@return a new connection, which nobody uses yet} */
  Link connect() throws IOException {
    connecting.acquire(Deadline.NEVER);
    try {
      if (lifeline == null) {
        lifeline = open(Hello.LIFELINE);
      }
      return open(numbers.incrementAndGet());
    } finally {
      connecting.tryRelease();
    }
  }

  /** Who says farewell was not killed. */
  private static void say(FrameChannel lifeline) {
    try {
      lifeline.write(new byte[0]);
    } catch (IOException e) {
      // The server has ended first.
    }
  }

  private Link open(long number) throws IOException {
    var link = new Link(number, SocketChannel.open(place));
    var complete = false;
    try {
      Handshake.asClient(link.frames, key);
      link.frames.write(new Hello(session, ProcessHandle.current().pid(), number).frame());
      if (number == Hello.LIFELINE) {
        link.frames.read(); // from now on the server knows the process
        farewell = Lifecycle.atExit(() -> say(link.frames));
      }
      complete = true;
      return link;
    } finally {
      if (!complete) {
        link.close();
      }
    }
  }

  /** Closes all that no call uses: none will be. */
  void end() {
    ended = true;
    closeIdle();
    Link first = lifeline;
    if (first != null) {
      first.close();
    }
    Lifecycle.Registration registration = farewell;
    if (registration != null) {
      registration.cancel();
    }
  }

  void closeIdle() {
    for (Link link = idle.poll(); link != null; link = idle.poll()) {
      link.close();
    }
  }

  /** {@return the number of the connection by which a thread calls, 0 if it does not call} For tests. */
  @SuppressWarnings("ReferenceEquality") // a thread is only ever itself
  long numberOf(Thread thread) {
    return busy.stream().filter(link -> link.user == thread).mapToLong(link -> link.number).findFirst().orElse(0);
  }
}
