package pythonic.internal.sharedmemory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way to another process that are too long for a circle in shared memory: each in a file beside it, which who
 * gets them, or nobody needs them any more, deletes.
 */
public final class LongBytes {

  private final Path folder;
  private final String prefix;

  private LongBytes(SharedObject object) {
    folder = object.heap.folder();
    prefix = "l" + object.offset + "-";
  }

  /** Those that belong to an object of shared memory. */
  public static LongBytes of(SharedObject object) {
    return new LongBytes(object);
  }

  private Path file(long number) {
    return folder.resolve(prefix + number);
  }

  /**
   * Writes bytes, unless there are bytes of that number.
   *
   * @return false if that was not possible, as there is no memory left: they are to go another way
   */
  public boolean write(long number, byte[] bytes) {
    Path file = file(number);
    if (Files.exists(file)) {
      return false;
    }
    try {
      Files.createFile(file, HeapFolder.only("rw-------"));
      try (var out = new RandomAccessFile(file.toFile(), "rw")) { // which no interrupt closes
        out.write(bytes);
      }
      return true;
    } catch (IOException e) {
      RingFiles.delete(file);
      return false;
    }
  }

  /** {@return the bytes of a number, null if they were deleted} */
  public byte @Nullable [] read(long number) {
    try (var in = new RandomAccessFile(file(number).toFile(), "r")) {
      var bytes = new byte[Math.toIntExact(in.length())];
      in.readFully(bytes);
      return bytes;
    } catch (IOException e) {
      return null;
    }
  }

  /** Deletes the bytes of a number, if they are there. */
  public void delete(long number) {
    RingFiles.delete(file(number));
  }
}
