package pythonic.internal.manager;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A call of a method of an object of the server, in bytes.
 *
 * @param object the object's id, {@link #SERVER} for the server itself
 * @param method the method's name, ASCII
 * @param disposed ids of objects that the caller's process has no use for any more
 * @param args the pickled array of arguments
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares requests
record Request(long object, String method, long[] disposed, byte[] args) {

  /** The id under which the server offers what concerns no single object. */
  static final long SERVER = 0;

  /** Makes an object: type name, then what its type's maker takes; gives the id. */
  static final String CREATE = "create";

  /** Ends the server. */
  static final String SHUTDOWN = "shutdown";

  /** {@return what stands before the arguments in the frame} */
  byte[] header() {
    byte[] name = method.getBytes(US_ASCII);
    ByteBuffer out = ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES + name.length + disposed.length * Long.BYTES);
    out.putLong(object).putInt(name.length).put(name).putInt(disposed.length);
    for (long id : disposed) {
      out.putLong(id);
    }
    return out.array();
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
      var name = new byte[in.getInt()];
      in.get(name);
      var disposed = new long[in.getInt()];
      for (int i = 0; i < disposed.length; i++) {
        disposed[i] = in.getLong();
      }
      byte[] args = Arrays.copyOfRange(frame, in.position(), frame.length);
      return new Request(object, new String(name, US_ASCII), disposed, args);
    } catch (BufferUnderflowException | NegativeArraySizeException e) {
      throw new IOException("not a request", e);
    }
  }
}
