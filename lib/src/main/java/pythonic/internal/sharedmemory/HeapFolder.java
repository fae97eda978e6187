package pythonic.internal.sharedmemory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pythonic.internal.errors.SystemError;
import pythonic.internal.waiting.Mutex;

/**
 * Folders with the files of shared memory, in memory where the system has such a file system. A folder is its owner's
 * only, is named after the process that made it, and is deleted when that process has ended: by itself; if it was
 * killed, by its parent, or else by its children, which end too; and if all were killed at once, by the next process
 * that makes one.
 */
final class HeapFolder {

  static final String HEAP = "heap";

  private static final Pattern NAME = Pattern.compile("pythonic-([0-9]+)-shm[0-9a-z]*");
  private static final Path IN_MEMORY = Path.of("/dev/shm");

  /** So many files may come while a folder is deleted: each member makes one, once. */
  private static final int LATECOMERS = 10;

  private HeapFolder() {}

  /** {@return where folders lie} */
  static Path base() {
    return isInMemory() ? IN_MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
  }

  /** {@return whether folders lie in memory} */
  static boolean isInMemory() {
    return Files.isDirectory(IN_MEMORY) && Files.isWritable(IN_MEMORY);
  }

  /** Makes a folder for this process. */
  static Path create() throws IOException {
    sweepDead();
    return Files.createTempDirectory(base(), "pythonic-" + ProcessHandle.current().pid() + "-shm", only("rwx------"));
  }

  /** {@return the attributes of a file that its owner alone may use, none where the system has no such thing} */
  static FileAttribute<?>[] only(String permissions) {
    boolean posix = base().getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
        : new FileAttribute<?>[0];
  }

  /** Lets only the owner use a socket. */
  static void protect(Path socket) throws IOException {
    if (only("rw-------").length > 0) {
      Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
    }
  }

  /** Deletes a folder and what is in it; fine when another process was first. What is mapped stays usable. */
  static void delete(Path folder) {
    for (int i = 0; i < LATECOMERS; i++) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          NamedMemory.deleteOwnedBy(file);
          Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
        return;
      } catch (DirectoryNotEmptyException e) {
        // Somebody has put another file there since, as who has just begun to wait: once more.
      } catch (IOException | UncheckedIOException e) {
        return; // another deletes it too, or will
      }
    }
  }

  /** Deletes what a process that has ended has left. */
  static void sweep(long pid) {
    for (Path folder : folders()) {
      if (owner(folder) == pid) {
        delete(folder);
      }
    }
  }

  private static void sweepDead() {
    for (Path folder : folders()) {
      if (!Members.isAlive(owner(folder)) && (isUnlocked(folder.resolve(HEAP)) || isHalfDeleted(folder))) {
        delete(folder);
      }
    }
  }

  /** Of whoever was killed while it deleted: the file is gone that each folder begins with, and others are there. */
  private static boolean isHalfDeleted(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return !Files.exists(folder.resolve(HEAP)) && files.findAny().isPresent();
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  /** Whoever made the folder holds a lock on its file: a process of another container can be alive and not seen. */
  private static boolean isUnlocked(Path heap) {
    try (FileChannel channel = FileChannel.open(heap, StandardOpenOption.WRITE); FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (IOException e) {
      return false;
    }
  }

  private static List<Path> folders() {
    try (Stream<Path> files = Files.list(base())) {
      return files.filter(file -> owner(file) > 0).toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  /** {@return the pid in the name of a folder, 0 for other files} */
  static long owner(Path folder) {
    Matcher name = NAME.matcher(String.valueOf(folder.getFileName()));
    return name.matches() ? Long.parseLong(name.group(1)) : 0;
  }

  /** What does input or output. */
  interface Io<T> {
    T run() throws IOException;
  }

  /**
   * Does input or output deaf to interrupts, whose flag stays set: an interrupt closes the file under the thread that
   * uses it, so what it broke is done again.
   *
   * @throws pythonic.builtins.OSError if it fails, as where no memory is left
   */
  static <T> T deaf(Mutex guard, Io<T> io) {
    guard.acquireUninterruptibly();
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return io.run();
        } catch (java.nio.channels.ClosedByInterruptException e) {
          interrupted |= Thread.interrupted();
        } catch (IOException e) {
          throw SystemError.of(e);
        }
      }
    } finally {
      guard.tryRelease();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
