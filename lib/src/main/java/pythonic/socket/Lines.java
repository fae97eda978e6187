package pythonic.socket;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.AttributeError;

/** What is read of a file: all of it, a part, or lines. What only files of bytes can do is refused by the others. */
interface Lines<T> {

  /** {@return so many of them, fewer at the end; null if none are there now and the socket does not wait} A negative size is all. */
  @Nullable T read(int size);

  T line(int size);

  /** {@return what one read of the socket at most gives} */
  default T once(int size) {
    throw lacks("read1");
  }

  /** {@return what was read ahead, after one read of the socket if there is nothing} */
  default T peek() {
    throw lacks("peek");
  }

  /** {@return how many bytes were read into a buffer, null if none are there now and the socket does not wait} */
  default @Nullable Integer into(byte[] buffer, boolean once) {
    throw lacks(once ? "readinto1" : "readinto");
  }

  private static AttributeError lacks(String name) {
    return new AttributeError("'_io.TextIOWrapper' object has no attribute '" + name + "'");
  }
}
