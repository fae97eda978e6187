package pythonic.builtins;

import pythonic.builtins.keywords.Create;
import pythonic.builtins.keywords.Duplex;
import pythonic.builtins.keywords.Size;
import pythonic.builtins.keywords.Track;

/** The keywords of blocks of shared memory. */
abstract sealed class SharedMemoryKeywords extends ManagerKeywords permits TargetKeywords {

  SharedMemoryKeywords() {}

  /**
   * {@code create=value} of a block of shared memory.
   *
   * @param value true to make it
   * @return the keyword
   */
  public static Create create(boolean value) {
    return new Create(value);
  }

  /**
   * {@code size=bytes} of a block of shared memory.
   *
   * @param bytes how many bytes
   * @return the keyword
   */
  public static Size size(long bytes) {
    return new Size(bytes);
  }

  /**
   * {@code track=value} of a block of shared memory.
   *
   * @param value true to have it deleted with the process that makes it
   * @return the keyword
   */
  public static Track track(boolean value) {
    return new Track(value);
  }

  /**
   * {@code duplex=value} of a pipe.
   *
   * @param value whether both ends send and receive
   * @return the keyword argument
   */
  public static Duplex duplex(boolean value) {
    return new Duplex(value);
  }
}
