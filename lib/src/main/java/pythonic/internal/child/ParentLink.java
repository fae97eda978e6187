package pythonic.internal.child;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.wire.FrameChannel;

/** A child's side of the control link. There is one in a child JVM, and none in any other. */
public final class ParentLink {

  private static volatile @Nullable ParentLink current;

  private final FrameChannel channel;
  private final Outbox outbox = new Outbox();
  private final LinkedBlockingQueue<byte[]> inbox = new LinkedBlockingQueue<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final ConcurrentHashMap<Integer, CompletableFuture<byte[]>> replies = new ConcurrentHashMap<>();
  private final ShippedClassLoader loader = new ShippedClassLoader(this);
  private final Thread reader = Thread.ofPlatform().daemon().name("pythonic-parent-reader").unstarted(this::read);

  /** Set before the channel is closed from this side, so that its end is no surprise. */
  private volatile boolean leaving;

  private ParentLink(FrameChannel channel) {
    this.channel = channel;
  }

  /** {@return this JVM's link to its parent, null if it is no child} */
  public static @Nullable ParentLink current() {
    return current;
  }

  /** Takes over an authenticated channel. {@return the link and the job that came first} */
  static Opened open(FrameChannel channel) throws IOException {
    Frame job = Frame.parse(channel.read());
    var link = new ParentLink(channel);
    current = link;
    link.reader.start();
    Thread.ofPlatform().daemon().name("pythonic-parent-writer").start(() -> link.outbox.writeTo(channel));
    return new Opened(link, job.bytes());
  }

  @SuppressWarnings("ArrayRecordComponent") // nobody compares it
  record Opened(ParentLink link, byte[] job) {}

  /** {@return the loader that asks the parent for what the class path lacks} */
  public ClassLoader loader() {
    return loader;
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
   * Tells the parent the exit code. It is the last word: nothing is sent after it, and nothing is read. The reading
   * thread ends too, for the end of a JVM waits 300 ms for a thread that waits in the system.
   */
  void exit(int code) {
    outbox.send(Frame.exit(code));
    outbox.finish(Deadline.after(5));
    leaving = true;
    channel.close();
    Uninterruptibles.joinUninterruptibly(reader);
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

  private void read() {
    try {
      while (true) {
        Frame frame = Frame.parse(channel.read());
        switch (frame.kind()) {
          case MESSAGE -> inbox.add(frame.bytes());
          case CLASS_REPLY -> reply(frame);
          default -> throw new IOException("a parent does not send " + frame.kind());
        }
      }
    } catch (IOException e) {
      if (!leaving) {
        Orphan.end();
      }
    }
  }
}
