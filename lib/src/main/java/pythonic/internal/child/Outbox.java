package pythonic.internal.child;

import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.OneShot;
import pythonic.internal.wire.FrameChannel;

/**
 * Writes frames to a channel from a thread of its own. An interrupt closes an NIO channel under the thread that
 * writes to it, so threads of the program, which anyone may interrupt, never write themselves.
 */
final class Outbox {

  private static final Frame LAST = Frame.of(Frame.Kind.MESSAGE, new byte[0]);

  private final LinkedBlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
  private final OneShot written = new OneShot();

  /** Takes a frame to be written after those before it. What is sent to a peer that has ended is dropped. */
  void send(Frame frame) {
    if (!written.hasHappened()) {
      frames.add(frame);
    }
  }

  /** {@return whether all that waits to be written is of a kind} */
  boolean hasOnly(Frame.Kind kind) {
    for (Frame frame : frames) { // no stream: it would be the first to load in many a child
      if (frame.kind() != kind) {
        return false;
      }
    }
    return true;
  }

  /** Writes nothing after what was sent so far. {@return false if that is not yet written at the deadline} */
  boolean finish(Deadline deadline) {
    frames.add(LAST);
    return written.await(deadline);
  }

  /** The writing thread's work: until {@link #finish}, or until the channel fails. */
  @SuppressWarnings("ReferenceEquality") // LAST is one particular object
  void writeTo(FrameChannel channel) {
    try {
      for (Frame frame = frames.take(); frame != LAST; frame = frames.take()) {
        channel.write(frame.header(), frame.bytes());
      }
    } catch (IOException e) {
      channel.close(); // The peer has ended: the reading side sees it too, and says so to those who wait.
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody knows this thread, so nobody interrupts it", e);
    } finally {
      written.happen();
      frames.clear();
    }
  }
}
