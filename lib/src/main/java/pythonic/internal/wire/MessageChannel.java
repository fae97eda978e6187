package pythonic.internal.wire;

import java.io.IOException;
import pythonic.internal.channels.Waitable;
import pythonic.internal.waiting.Deadline;

/**
 * A way for messages in both directions, whatever it is made of. Any thread may send; those that receive take turns. An
 * interrupt ends a wait with KeyboardInterrupt.
 */
public interface MessageChannel extends Waitable, AutoCloseable {

  /** Sends a part of an array as one message. Raises IOException if the other end is gone. */
  void send(byte[] bytes, int offset, int size) throws IOException;

  /**
   * {@return the next message}
   *
   * @param longest how many bytes are accepted
   * @throws FrameTooLongException if it is longer; nothing more can be received then
   * @throws FrameCutOffException if the other end closed in the middle of it
   * @throws java.io.EOFException if the other end closed before it
   * @throws IOException if the way is broken
   */
  byte[] receive(long longest) throws IOException;

  /** Waits until {@link #receive} would not have to wait. {@return false if the deadline passed first} */
  boolean poll(Deadline deadline) throws IOException;

  /** {@return whether it can be used: an interrupt in the midst of a message may have closed it} */
  default boolean isOpen() {
    return true;
  }

  @Override
  void close();
}
