package pythonic.internal.child;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.internal.sharedmemory.Parent;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.wire.FrameChannel;
import pythonic.internal.wire.Handshake;

/** A child's side of the control link. There is one in a child JVM, and none in any other. */
public final class ParentLink {

  /** So many seconds a parent is waited for at the end that does not run, as it was stopped. */
  private static final int PATIENCE = 5;

  private static volatile @Nullable ParentLink current;

  private final Thread main = Thread.currentThread();
  private final Outbox outbox = new Outbox();
  private final LinkedBlockingQueue<Frame> orders = new LinkedBlockingQueue<>();
  private final LinkedBlockingQueue<byte[]> inbox = new LinkedBlockingQueue<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final ConcurrentHashMap<Integer, CompletableFuture<byte[]>> replies = new ConcurrentHashMap<>();
  private final ShippedClassLoader loader = new ShippedClassLoader(this);
  private final Thread reader;

  /** Set once, by the reader that has connected or by the child that leaves before: nothing is written if it has left. */
  private final AtomicBoolean settled = new AtomicBoolean();

  /** Set before the parent is told of the end, so that it is no surprise when that closes the channel. */
  private volatile boolean leaving;

  private ParentLink(PrivateFolder folder, byte[] key) {
    reader = Thread.ofPlatform().daemon().name("pythonic-parent-reader").unstarted(() -> serve(folder, key));
  }

  /** {@return this JVM's link to its parent, null if it is no child} */
  public static @Nullable ParentLink current() {
    return current;
  }

  /**
   * Begins to connect, called by the thread that will do the child's work. That takes some 20 ms, for what the JDK
   * loads to open a socket, and a child that knows its job need not wait for it: what it sends is kept.
   *
   * @param folder where the parent's socket is
   * @return the link
   */
  static ParentLink open(PrivateFolder folder, byte[] key) {
    var link = new ParentLink(folder, key);
    Parent.is(folder.owner());
    current = link;
    link.reader.start();
    return link;
  }

  private void serve(PrivateFolder folder, byte[] key) {
    try {
      FrameChannel connected = connect(folder, key);
      if (!settled.compareAndSet(false, true)) {
        return; // the child has left
      }
      Thread.ofPlatform().daemon().name("pythonic-parent-writer").start(() -> outbox.writeTo(connected));
      read(connected);
    } catch (IOException | UncheckedIOException e) {
      if (!leaving) {
        Orphan.end();
      }
    }
  }

  private static FrameChannel connect(PrivateFolder folder, byte[] key) throws IOException {
    try (folder) {
      var channel = new FrameChannel(SocketChannel.open(UnixDomainSocketAddress.of(folder.socket())));
      Handshake.asClient(channel, key);
      return channel;
    }
  }

  /** Waits for what the parent wants done next. {@return a warm-up or the job} */
  Frame awaitOrder() {
    return Uninterruptibles.takeUninterruptibly(orders); // an interrupt that comes early is meant for the job
  }

  /** Tells the parent that the work begins. */
  public void begin() {
    outbox.send(Frame.of(Frame.Kind.BEGUN, new byte[0]));
  }

  /** {@return the loader that asks the parent for what the class path lacks} */
  public ClassLoader loader() {
    return loader;
  }

  /**
   * {@return the loader for what arrives from other processes} In the first process the program's own, which in the source
   * launcher and in jshell is not the system's.
   */
  public static ClassLoader loaderHere() {
    ParentLink link = current();
    ClassLoader context = link == null ? Thread.currentThread().getContextClassLoader() : link.loader();
    return context == null ? ClassLoader.getSystemClassLoader() : context;
  }

  /** Sends a message to the parent; what becomes of it is the parent's affair. */
  public void send(byte[] message) {
    outbox.send(Frame.of(Frame.Kind.MESSAGE, message));
  }

  /** Waits for the next message of the parent. {@return the message} */
  public byte[] receive() {
    try {
      return inbox.take();
    } catch (InterruptedException e) {
      throw (KeyboardInterrupt) new KeyboardInterrupt().initCause(e);
    }
  }

  /**
   * Tells the parent the exit code. It is the last word: nothing is sent after it, and the parent closes the link. So the reading
   * thread ends, for the end of a JVM waits 300 ms for a thread that waits in the system. To close the link here would take
   * 4 ms, as the JDK loads what it knows of networks for that.
   *
   * <p>A child that ends well before it has connected, and has nothing to say but that it had begun, leaves without a word: the
   * system tells the parent of its end, and of the 0. To connect first would take it longer than most of its work.
   */
  void exit(int code) {
    leaving = true;
    if (code == 0 && outbox.hasOnly(Frame.Kind.BEGUN) && settled.compareAndSet(false, true)) {
      return;
    }
    outbox.send(Frame.exit(code));
    if (outbox.finish(Deadline.after(PATIENCE))) {
      Uninterruptibles.joinUninterruptibly(reader, Duration.ofSeconds(PATIENCE));
    }
  }

  /** Waits deaf to interrupts, as class loading must not fail by one. */
  byte[] classBytes(String name) {
    int id = requests.incrementAndGet();
    var reply = new CompletableFuture<byte[]>();
    replies.put(id, reply);
    outbox.send(Frame.classRequest(id, name));
    return reply.join();
  }

  private void reply(Frame frame) throws IOException {
    CompletableFuture<byte[]> reply = replies.remove(frame.number());
    if (reply == null) {
      throw new IOException("a class that nobody asked for");
    }
    reply.complete(frame.bytes());
  }

  private void read(FrameChannel connected) throws IOException {
    while (true) {
      Frame frame = Frame.parse(connected.read());
      switch (frame.kind()) {
        case MESSAGE -> inbox.add(frame.bytes());
        case CLASS_REPLY -> reply(frame);
        case WARM_UP, JOB -> orders.add(frame);
        case INTERRUPT -> main.interrupt();
        default -> throw new IOException("a parent does not send " + frame.kind());
      }
    }
  }
}
