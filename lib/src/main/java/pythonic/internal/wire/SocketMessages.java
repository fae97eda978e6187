package pythonic.internal.wire;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import pythonic.internal.channels.Endpoint;
import pythonic.internal.channels.WaitingChannel;
import pythonic.internal.channels.Watch;
import pythonic.internal.errors.SystemError;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;

/** Messages over a socket, in CPython's frames. */
public final class SocketMessages implements MessageChannel {

  private static final int HANDSHAKE_SECONDS = 20;

  private final WaitingChannel channel;
  private final FrameChannel frames;

  /** Held by the one thread that reads frames or asks what was received. */
  private final Mutex reading = new Mutex();

  /**
   * Who wants to be told that there is something to read. It enters first and takes {@link #reading} second; who holds that
   * frees it first and looks here second. So one of the two sees the other.
   */
  private final Set<Runnable> watching = ConcurrentHashMap.newKeySet();

  /** Takes over a connected socket. */
  public SocketMessages(SocketChannel socket) throws IOException {
    this.channel = new WaitingChannel(new Endpoint<>(socket));
    this.frames = new FrameChannel(channel);
  }

  /** The other end must prove that it knows a key, and we prove it too. Comes first, if at all. */
  public void authenticate(byte[] key, boolean asServer) throws IOException {
    channel.limit(Deadline.after(HANDSHAKE_SECONDS)); // who stays silent must not hold up those who come after
    try {
      if (asServer) {
        Handshake.asServer(frames, key);
      } else {
        Handshake.asClient(frames, key);
      }
    } catch (SocketTimeoutException e) {
      throw new AuthenticationException("the other end has proved nothing for " + HANDSHAKE_SECONDS + " seconds");
    }
    channel.limit(Deadline.NEVER);
  }

  @Override
  public void send(byte[] bytes, int offset, int size) throws IOException {
    frames.write(bytes, offset, size);
  }

  @Override
  public byte[] receive(long longest) throws IOException {
    reading.acquire(Deadline.NEVER);
    try {
      return frames.read(longest);
    } finally {
      endReading();
    }
  }

  @Override
  public boolean poll(Deadline deadline) throws IOException {
    if (!reading.acquire(deadline)) {
      return false; // who holds it waits for a message itself
    }
    try {
      return frames.hasReceived() || channel.awaitReadable(deadline);
    } finally {
      endReading();
    }
  }

  /** What was received and not taken has left the socket, so the socket tells nobody of it. */
  private void endReading() {
    boolean more = frames.hasReceived();
    reading.tryRelease();
    if (more) {
      watching.forEach(Runnable::run);
    }
  }

  @Override
  public int ready(int uses) {
    try {
      int read = (uses & READ) != 0 && poll(Deadline.after(0)) ? READ : 0;
      int write = (uses & WRITE) != 0 && channel.awaitWritable(Deadline.after(0)) ? WRITE : 0;
      return read | write;
    } catch (IOException e) {
      throw SystemError.of(e);
    }
  }

  @Override
  public Runnable whenReady(int uses, Runnable wake) {
    boolean read = (uses & READ) != 0;
    if (read) {
      watching.add(wake);
      if (reading.tryAcquire()) {
        endReading();
      }
    }
    Watch watch = channel.whenReady(read, (uses & WRITE) != 0, wake);
    return () -> {
      watching.remove(wake);
      watch.cancel();
    };
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() {
    frames.close();
  }
}
