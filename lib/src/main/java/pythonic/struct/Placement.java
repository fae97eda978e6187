package pythonic.struct;

/** Where in a buffer a struct lies, for the calls with an offset, and their errors. */
enum Placement {
  PACK_INTO("pack_into", "packing", "no space to pack"),
  UNPACK_FROM("unpack_from", "unpacking", "not enough data to unpack");

  private final String function;
  private final String doing;
  private final String noRoom;

  Placement(String function, String doing, String noRoom) {
    this.function = function;
    this.doing = doing;
    this.noRoom = noRoom;
  }

  /** {@return the index of the first byte} A negative offset counts from the end. */
  int start(int offset, long size, int length) {
    if (offset < 0) {
      if (offset + size > 0) {
        throw new Error(noRoom + " " + size + " bytes at offset " + offset);
      }
      if (offset + length < 0) {
        throw new Error("offset " + offset + " out of range for " + length + "-byte buffer");
      }
    }
    int start = offset < 0 ? offset + length : offset;
    if (length - start < size) {
      throw new Error(function + " requires a buffer of at least " + (size + start) + " bytes for " + doing + " " + size
          + " bytes at offset " + start + " (actual buffer size is " + length + ")");
    }
    return start;
  }
}
