package pythonic.internal.console;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the lines whole that several processes write to one pipe. The system keeps up to 4096 bytes together, and mixes
 * what is longer; so the processes of a family lock a file while they write. The system releases the lock of a process
 * that dies. Where the file cannot be locked, writing goes on without.
 */
public final class WriterLock {

  /** Whoever holds it may lock the file, which the system locks for the JVM as a whole. */
  private static final ReentrantLock WITHIN = new ReentrantLock();

  private static volatile @Nullable Path path;

  /** Null until it is needed, and after it was closed by an interrupt. Used under {@link #WITHIN}. */
  private static @Nullable FileChannel channel;

  private WriterLock() {}

  /** {@return whether standard output or error is a pipe, or may be one} */
  public static boolean isUseful() {
    return isPipe(1) || isPipe(2);
  }

  private static boolean isPipe(int descriptor) {
    try {
      return !Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString().startsWith("/");
    } catch (IOException | RuntimeException e) { // no such file system here
      return true;
    }
  }

  /** Has this process lock a file while it writes, which is made if it is not there. */
  public static void use(Path file) {
    path = file;
  }

  /** {@return the path of that file, null if there is none} */
  public static @Nullable String path() {
    Path file = path;
    return file == null ? null : file.toString();
  }

  /** Deletes the file, and locks it no more. */
  public static void delete() {
    Path file = path;
    path = null;
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // whoever finds it deletes it, as this process has ended
    }
  }

  /** The right to write, until it is closed. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  static Held acquire() {
    Path file = path;
    if (file == null || WITHIN.isHeldByCurrentThread()) {
      return () -> {};
    }
    WITHIN.lock();
    FileLock lock = lock(file);
    return () -> release(lock);
  }

  private static @Nullable FileLock lock(Path file) {
    boolean interrupted = Thread.interrupted(); // which would close the channel
    try {
      FileChannel open = channel;
      if (open == null || !open.isOpen()) {
        open = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), permissions(file));
        channel = open;
      }
      return open.lock();
    } catch (IOException | RuntimeException e) { // better a line that may mix than none
      return null;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static FileAttribute<?>[] permissions(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
        : new FileAttribute<?>[0];
  }

  private static void release(@Nullable FileLock lock) {
    try {
      if (lock != null) {
        lock.release();
      }
    } catch (IOException e) {
      // the channel was closed, and with it the lock released
    } finally {
      WITHIN.unlock();
    }
  }
}
