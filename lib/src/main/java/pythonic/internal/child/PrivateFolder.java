package pythonic.internal.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pythonic.internal.errors.SystemError;

/**
 * A folder that only its owner may enter, for a socket. It lies in the user's runtime folder where there is one, else
 * in the folder for temporary files, and is named after the process that made it.
 */
public final class PrivateFolder implements AutoCloseable {

  /** How the names of all files of the library begin. */
  public static final String PREFIX = "pythonic-";

  private static final Pattern OWNED = Pattern.compile(PREFIX + "([0-9]+)-.*");

  /** So long may the path before a folder's name be for a socket's path to be no longer than systems allow. */
  private static final int LONGEST_BASE = 60;

  /** What is short wherever temporary files lie deep, as builds and tests have them. */
  private static final Path USUAL = Path.of("/tmp");

  private static final AtomicBoolean SWEPT = new AtomicBoolean();

  private final Path path;

  private PrivateFolder(Path path) {
    this.path = path;
  }

  /** Makes a folder. The first time in a program, what others left that were killed is deleted. Raises OSError if it cannot be made. */
  public static PrivateFolder create() {
    if (SWEPT.compareAndSet(false, true)) {
      sweepDead();
    }
    Path base = base();
    try {
      String prefix = PREFIX + ProcessHandle.current().pid() + "-";
      Path path = posix(base)
          ? Files.createTempDirectory(base, prefix, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
          : Files.createTempDirectory(base, prefix);
      return new PrivateFolder(path);
    } catch (IOException e) {
      throw SystemError.of(e, base.toString());
    }
  }

  /** {@return the folder that another process made, which has told its path} */
  static PrivateFolder of(Path path) {
    return new PrivateFolder(path);
  }

  public Path path() {
    return path;
  }

  /** {@return the path of the folder's socket, short enough for the system's limit of about 100 bytes} */
  public Path socket() {
    return path.resolve("s");
  }

  /** Lets only the owner use the socket, once it is there. */
  public void protectSocket() {
    if (posix(path)) {
      try {
        Files.setPosixFilePermissions(socket(), PosixFilePermissions.fromString("rw-------"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Deletes the folder and its socket; fine when another process was first. */
  @Override
  public void close() {
    try {
      if (Files.isDirectory(path)) {
        Files.deleteIfExists(socket());
      }
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + path, e);
    }
  }

  /** {@return where a file of this process may lie whose name ends so} It is deleted with what is left of the process. */
  public static Path file(String end) {
    return base().resolve(PREFIX + ProcessHandle.current().pid() + "-" + end);
  }

  /** Deletes what a process that was killed has left. */
  static void sweep(long pid) {
    try (Stream<Path> left = Files.list(base())) {
      List<Path> folders = left.filter(p -> p.getFileName().toString().startsWith(PREFIX + pid + "-")).toList();
      for (Path folder : folders) {
        new PrivateFolder(folder).close();
      }
    } catch (IOException | UncheckedIOException e) {
      // A folder that cannot be read or emptied is not ours to mend.
    }
  }

  /** Deletes the folders of processes that have ended. */
  static void sweepDead() {
    try (Stream<Path> all = Files.list(base())) {
      for (Path folder : all.filter(PrivateFolder::isOfDeadProcess).toList()) {
        var left = new PrivateFolder(folder);
        if (!left.isServed()) {
          left.close();
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // Another user's folder, or one that another process deletes at the same moment.
    }
  }

  private static boolean isOfDeadProcess(Path folder) {
    long owner = owner(folder);
    return owner != 0 && ProcessHandle.of(owner).isEmpty() && Files.isWritable(folder);
  }

  private static long owner(Path folder) {
    Matcher matcher = OWNED.matcher(folder.getFileName().toString());
    return matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
  }

  /** {@return the pid of the process that made the folder} */
  long owner() {
    return owner(path);
  }

  /** A process that is not seen from here, as in another container, may still listen. */
  private boolean isServed() {
    try (var _ = SocketChannel.open(UnixDomainSocketAddress.of(socket()))) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static Path base() {
    String runtime = System.getenv("XDG_RUNTIME_DIR");
    if (runtime != null && !runtime.isEmpty()) {
      Path path = Path.of(runtime);
      if (Files.isDirectory(path) && Files.isWritable(path)) {
        return path;
      }
    }
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    return temporary.toString().length() > LONGEST_BASE && Files.isWritable(USUAL) ? USUAL : temporary;
  }
}
