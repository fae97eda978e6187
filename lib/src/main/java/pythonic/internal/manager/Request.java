package pythonic.internal.manager;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.common.collect.ObjectArrays;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pythonic.internal.wire.Pickler;

/**
 * A call of a method of an object of the server. In the frame the arguments follow it.
 *
 * @param object the object's id, {@link #SERVER} for the server itself
 * @param method the method's name, ASCII
 * @param interrupted whether the caller was interrupted before
 * @param disposed ids of objects that the caller's process has one reference less to
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares requests
record Request(long object, String method, boolean interrupted, long[] disposed) {

  /** The id under which the server offers what concerns no single object. */
  static final long SERVER = 0;

  /** Makes an object: type name, then what its type's maker takes; gives the id. */
  static final String CREATE = "create";

  /** Ends the server. */
  static final String SHUTDOWN = "shutdown";

  /** Interrupts a call: the number of the connection, the number of the call on it. */
  static final String INTERRUPT = "interrupt";

  /** Lets an object live until who gets its proxy has said so: the object's id; gives the lease. */
  static final String LEASE = "lease";

  /** Says that a proxy has arrived: the object's id, the lease. */
  static final String ARRIVE = "arrive";

  private int length() {
    return Long.BYTES + 2 + method.length() + Integer.BYTES + disposed.length * Long.BYTES;
  }

  /** {@return the parts of the frame} */
  byte[][] frame(byte[][] args) {
    ByteBuffer out = ByteBuffer.allocate(length());
    out.putLong(object).put((byte) (interrupted ? 1 : 0)).put((byte) method.length()).put(method.getBytes(US_ASCII)).putInt(disposed.length);
    for (long id : disposed) {
      out.putLong(id);
    }
    return ObjectArrays.concat(out.array(), args);
  }

  /** {@return the arguments in the frame of this request} */
  @Nullable Object[] args(byte[] frame, ClassLoader loader) {
    return (@Nullable Object[]) Objects.requireNonNull(Pickler.loads(frame, length(), loader));
  }

  /**
   * {@return the request in a frame}
   *
   * @throws IOException if there is none
   */
  static Request parse(byte[] frame) throws IOException {
    try {
      ByteBuffer in = ByteBuffer.wrap(frame);
      long object = in.getLong();
      boolean interrupted = in.get() != 0;
      var name = new byte[Byte.toUnsignedInt(in.get())];
      in.get(name);
      var disposed = new long[in.getInt()];
      for (int i = 0; i < disposed.length; i++) {
        disposed[i] = in.getLong();
      }
      return new Request(object, new String(name, US_ASCII), interrupted, disposed);
    } catch (BufferUnderflowException | NegativeArraySizeException e) {
      throw new IOException("not a request", e);
    }
  }
}
