package pythonic.internal.wire;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import pythonic.internal.channels.Endpoint;
import pythonic.internal.channels.WaitingChannel;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;

/** Messages over a socket, in CPython's frames. */
public final class SocketMessages implements MessageChannel {

  private static final int HANDSHAKE_SECONDS = 20;

  private final WaitingChannel channel;
  private final FrameChannel frames;

  /** Held by the one thread that reads frames or asks what was received. */
  private final Mutex reading = new Mutex();

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
      reading.tryRelease();
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
      reading.tryRelease();
    }
  }

  @Override
  public Runnable whenReadable(Runnable wake) {
    if (frames.hasReceived()) { // racy, as whoever is told looks for himself
      wake.run();
    }
    return channel.whenReadable(wake)::cancel;
  }


  @Override
  public void close() {
    frames.close();
  }
}
