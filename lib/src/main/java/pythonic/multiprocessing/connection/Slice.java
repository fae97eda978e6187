package pythonic.multiprocessing.connection;

import pythonic.builtins.ValueError;

/** Parts of buffers, with Python's errors for those that are none. */
final class Slice {

  private Slice() {}

  /** Raises ValueError if nothing can begin there. */
  static void require(byte[] buffer, int offset) {
    if (offset < 0) {
      throw new ValueError("offset is negative");
    }
    if (buffer.length < offset) {
      throw new ValueError("buffer length < offset");
    }
  }

  /** Raises ValueError if there is no such part. */
  static void require(byte[] buffer, int offset, int size) {
    require(buffer, offset);
    if (size < 0) {
      throw new ValueError("size is negative");
    }
    if (size > buffer.length - offset) {
      throw new ValueError("buffer length < offset + size");
    }
  }

  /** Raises ValueError if a message cannot be written there. */
  static void requireRoom(byte[] buffer, int offset) {
    if (offset < 0) {
      throw new ValueError("negative offset");
    }
    if (offset > buffer.length) {
      throw new ValueError("offset too large");
    }
  }
}
