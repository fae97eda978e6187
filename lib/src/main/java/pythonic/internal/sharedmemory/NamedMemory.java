package pythonic.internal.sharedmemory;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import pythonic.builtins.FileExistsError;
import pythonic.builtins.FileNotFoundError;
import pythonic.internal.errors.SystemError;
import pythonic.internal.waiting.Mutex;

/**
 * A block of memory with a name, by which any process of the user finds it; on Linux it is where POSIX shared memory
 * is, CPython's too. A note in the folder of the process that made it says that it is that one's: whoever deletes the
 * folder, when the process has ended, deletes the block.
 */
public final class NamedMemory implements AutoCloseable {

  private static final String NOTE = "n-";
  private static final Cleaner CLEANER = Cleaner.create();
  private static final int MISSING = 2;
  private static final int EXISTS = 17;
  private static final int LONGEST = 254;

  private final String name;
  private final Arena arena;
  private final MemorySegment bytes;

  private NamedMemory(String name, FileChannel channel, long size) throws IOException {
    this.name = name;
    Arena mapping = Arena.ofShared();
    arena = mapping;
    bytes = channel.map(MapMode.READ_WRITE, 0, size, mapping);
    CLEANER.register(this, () -> close(mapping));
  }

  /** {@return the file of a block} A name is no path: it must not lead out of the folder. */
  private static Path file(String name) {
    if (name.isEmpty() || name.equals(".") || name.equals("..") || name.length() > LONGEST || name.indexOf('/') >= 0
        || name.indexOf(File.separatorChar) >= 0 || name.indexOf('\0') >= 0) {
      throw SystemError.EINVAL.raised("/" + name);
    }
    return HeapFolder.base().resolve(name);
  }

  /**
   * Makes a block of zeros.
   *
   * @param ends whether it is deleted with this process
   * @throws FileExistsError if there is one of that name
   * @throws pythonic.builtins.OSError if no memory is left, or the name is none
   */
  public static NamedMemory make(String name, long size, boolean ends) {
    Path file = file(name);
    Path note = SharedHeap.ownFolder().resolve(NOTE + name);
    return HeapFolder.deaf(new Mutex(), () -> {
      var options = Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
      try (FileChannel channel = FileChannel.open(file, options, HeapFolder.only("rw-------"))) {
        if (ends) {
          Files.writeString(note, key(file));
        }
        Reserve.zeros(channel, 0, size);
        return new NamedMemory(name, channel, size);
      } catch (FileAlreadyExistsException e) {
        throw (FileExistsError) new FileExistsError(EXISTS, "File exists", "/" + name).initCause(e);
      } catch (IOException e) {
        Files.deleteIfExists(file);
        Files.deleteIfExists(note);
        throw e;
      }
    });
  }

  /**
   * Finds a block.
   *
   * @throws FileNotFoundError if there is none
   */
  public static NamedMemory find(String name) {
    Path file = file(name);
    return HeapFolder.deaf(new Mutex(), () -> {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        return new NamedMemory(name, channel, channel.size());
      } catch (NoSuchFileException e) {
        throw missing(name, e);
      }
    });
  }

  /**
   * Deletes a block's name; who has it goes on with it.
   *
   * @throws FileNotFoundError if there is none
   */
  public static void unlink(String name) {
    Path file = file(name);
    Path note = SharedHeap.ownFolder().resolve(NOTE + name);
    var _ = HeapFolder.deaf(new Mutex(), () -> {
      try {
        Files.delete(file);
      } catch (NoSuchFileException e) {
        throw missing(name, e);
      }
      return Files.deleteIfExists(note);
    });
  }

  private static FileNotFoundError missing(String name, IOException cause) {
    return (FileNotFoundError) new FileNotFoundError(MISSING, "No such file or directory", "/" + name).initCause(cause);
  }

  /** {@return what tells a file from another of the same name} */
  private static String key(Path file) throws IOException {
    return String.valueOf(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
  }

  /** Deletes the block that a file of a folder is the note of, if it is one. */
  static void deleteOwnedBy(Path note) throws IOException {
    String name = String.valueOf(note.getFileName());
    if (name.startsWith(NOTE)) {
      Path file = file(name.substring(NOTE.length()));
      if (Files.exists(file) && Files.readString(note).equals(key(file))) {
        Files.deleteIfExists(file);
      }
    }
  }

  public String name() {
    return name;
  }

  public MemorySegment bytes() {
    return bytes;
  }

  @Override
  public void close() {
    close(arena);
  }

  private static void close(Arena arena) {
    if (arena.scope().isAlive()) {
      arena.close();
    }
  }
}
