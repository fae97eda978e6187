package pythonic.internal.manager;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The first frame of a connection, once both ends have proved that they know the key.
 *
 * @param session who connects: one number for a process and a manager
 * @param pid the process
 * @param number the connection's number in the process, {@link #LIFELINE} for the one that says that it lives
 */
record Hello(UUID session, long pid, long number) {

  static final long LIFELINE = 0;

  byte[] frame() {
    return ByteBuffer.allocate(4 * Long.BYTES)
        .putLong(session.getMostSignificantBits()).putLong(session.getLeastSignificantBits()).putLong(pid).putLong(number).array();
  }

  static Hello parse(byte[] frame) throws IOException {
    try {
      ByteBuffer in = ByteBuffer.wrap(frame);
      return new Hello(new UUID(in.getLong(), in.getLong()), in.getLong(), in.getLong());
    } catch (BufferUnderflowException e) {
      throw new IOException("not a greeting", e);
    }
  }
}
