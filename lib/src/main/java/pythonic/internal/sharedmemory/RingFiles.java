package pythonic.internal.sharedmemory;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import pythonic.internal.errors.SystemError;
import pythonic.internal.waiting.Mutex;

/**
 * The files of a ring, in the folder of its heap: further parts, and messages that are too large for a part. They are
 * written, not only mapped, so that a file system that is full is told at once.
 *
 * <pre>
 *   qID-NUMBER   a part
 *   mID-COUNT    a large message, by the number of messages before it
 *   tPID-NUMBER  a large message that a process is writing
 * </pre>
 */
final class RingFiles {

  static final int PART_BYTES = 1 << 20;

  private static final AtomicLong NUMBERS = new AtomicLong();

  private final Path folder;
  private final RingWords words;

  RingFiles(Path folder, RingWords words) {
    this.folder = folder;
    this.words = words;
  }

  private Path part(long number) {
    return folder.resolve("q" + words.get(RingWords.ID) + "-" + number);
  }

  private Path large(int count) {
    return folder.resolve("m" + words.get(RingWords.ID) + "-" + Integer.toUnsignedString(count));
  }

  /** Makes a part; what a process that died may have left of it is overwritten. */
  RingPart make(long number) {
    words.set(RingWords.FILES, 1);
    return HeapFolder.deaf(new Mutex(), () -> {
      var options = Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
      try (FileChannel channel = FileChannel.open(part(number), options, HeapFolder.only("rw-------"))) {
        Reserve.zeros(channel, 0, PART_BYTES);
        return map(number, channel);
      } catch (java.nio.channels.ClosedByInterruptException e) {
        throw e;
      } catch (IOException e) {
        delete(number);
        throw SystemError.of(e);
      }
    });
  }

  /** Finds a part that there is. */
  RingPart find(long number) {
    return HeapFolder.deaf(new Mutex(), () -> {
      try (FileChannel channel = FileChannel.open(part(number), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        return map(number, channel);
      }
    });
  }

  private static RingPart map(long number, FileChannel channel) throws IOException {
    Arena arena = Arena.ofShared();
    return RingPart.inFile(number, channel.map(MapMode.READ_WRITE, 0, PART_BYTES, arena), arena);
  }

  /** Deletes a part, if it is a file. */
  void delete(long number) {
    if (number != 0) {
      delete(part(number));
    }
  }

  /** Writes a large message, whose file has no count yet. */
  Path write(byte[] bytes) {
    words.set(RingWords.FILES, 1);
    Path file = folder.resolve("t" + ProcessHandle.current().pid() + "-" + NUMBERS.incrementAndGet());
    try {
      Files.createFile(file, HeapFolder.only("rw-------"));
      try (var out = new RandomAccessFile(file.toFile(), "rw")) { // which no interrupt closes
        out.write(bytes);
      }
    } catch (IOException e) {
      delete(file);
      throw SystemError.of(e);
    }
    return file;
  }

  /** Gives a large message its count; it replaces one that was never put. */
  void name(Path written, int count) {
    try {
      Files.move(written, large(count), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RandomAccessFile open(int count) {
    try {
      return new RandomAccessFile(large(count).toFile(), "r");
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException(e);
    }
  }

  void deleteLarge(int count) {
    delete(large(count));
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // Left until the folder is deleted.
    }
  }

  /** Deletes the files of a ring that nobody has any more. */
  static void deleteAll(Path folder, long id) {
    deleteIf(folder, "[qm]" + id + "-.*");
  }

  /** Deletes what a process was writing when it died. */
  static void deleteUnnamed(Path folder, long pid) {
    deleteIf(folder, "t" + pid + "-.*");
  }

  private static void deleteIf(Path folder, String names) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> unused = files.filter(file -> String.valueOf(file.getFileName()).matches(names)).toList();
      unused.forEach(RingFiles::delete);
    } catch (IOException | UncheckedIOException e) {
      // The folder is gone.
    }
  }
}
