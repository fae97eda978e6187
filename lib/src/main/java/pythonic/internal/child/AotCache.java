package pythonic.internal.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The AOT cache that children of this JVM start with: classes that the JDK has loaded and linked before. There is one
 * per JDK, JVM options and class path, in the user's cache folder. It is never in the way: where there is none, or the
 * JVM refuses it, children start without it.
 *
 * <p>{@code -Dpythonic.aot=false} switches it off. The JDK makes none where a folder is on the class path.
 */
final class AotCache {

  private static final String SWITCH = "pythonic.aot";

  /** With these the JDK neither makes nor takes a cache, or it was told which one. */
  private static final List<String> EXCLUDING =
      List.of(
          "-Xshare", "-XX:SharedArchiveFile", "-XX:-UseSharedSpaces", "-javaagent", "-agentlib", "-agentpath", "-Xbootclasspath",
          "--patch-module", "--upgrade-module-path", "--limit-modules");

  /** These differ from run to run, and do not change what is loaded at the start. */
  private static final List<String> IRRELEVANT = List.of("-D", "-Xlog", "-Xmx", "-Xms", "-XX:+UnlockDiagnosticVMOptions", "-XX:+IgnoreUnrecognizedVMOptions");

  /** Null where none can be used. */
  private static final @Nullable AotCache OWN = find();

  private final Path folder;
  private final String key;

  private AotCache(Path folder, String key) {
    this.folder = folder;
    this.key = key;
    touch();
  }

  /** {@return the cache for this JVM's children, made or not, null if there can be none} */
  static @Nullable AotCache own() {
    return ChildCommand.isForeign() ? null : OWN;
  }

  /** {@return the options with which a child uses the cache, none while there is none} */
  static List<String> options() {
    AotCache own = own();
    if (own == null || !own.exists()) {
      return List.of();
    }
    // At the address that it was made for it can be used as it is; elsewhere each child would change, and so copy, all of it.
    // To compile at once what was hot while the cache was made takes longer than it saves. Another JDK may not know these two options.
    // What the JVM has to say about a cache that it cannot use is nothing for the program's output.
    return List.of(
        "-XX:+UnlockDiagnosticVMOptions", "-XX:+IgnoreUnrecognizedVMOptions", "-XX:ArchiveRelocationMode=0", "-XX:-AOTReplayTraining",
        "-XX:AOTCache=" + own.file(), "-Xlog:aot*=off", "-Xlog:cds*=off");
  }

  Path folder() {
    return folder;
  }

  /** {@return the path of a file that belongs to this cache} */
  Path file(String extension) {
    return folder.resolve(key + "." + extension);
  }

  Path file() {
    return file("aot");
  }

  boolean exists() {
    return Files.isRegularFile(file());
  }

  /** {@return what makes a new file in the folder the owner's only, where the system has such a thing} */
  FileAttribute<?>[] privately() {
    return isPosix()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
        : new FileAttribute<?>[0];
  }

  /** Makes a file of the folder the owner's only, which another program has written. */
  void protect(Path file) throws IOException {
    if (isPosix()) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private boolean isPosix() {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** The oldest by this time are deleted first. */
  private void touch() {
    try {
      if (exists()) {
        Files.setLastModifiedTime(file(), FileTime.from(Instant.now()));
      }
    } catch (IOException e) {
      // it may be deleted somewhat earlier, and is made again then
    }
  }

  private static @Nullable AotCache find() {
    if (!Boolean.parseBoolean(System.getProperty(SWITCH, "true"))) {
      return null;
    }
    try {
      String key = key();
      Path folder = key == null ? null : privateFolder();
      return key == null || folder == null ? null : new AotCache(folder, key);
    } catch (IOException | RuntimeException e) { // an unusual file system or environment: go on without
      return null;
    }
  }

  private static @Nullable String key() throws IOException {
    List<String> options = ChildCommand.options();
    if (options.stream().anyMatch(option -> EXCLUDING.stream().anyMatch(option::startsWith))) {
      return null;
    }
    var text = new StringBuilder(System.getProperty("java.home")).append(System.getProperty("java.vm.version"));
    options.stream().filter(option -> IRRELEVANT.stream().noneMatch(option::startsWith)).forEach(option -> text.append('\n').append(option));
    for (Path path : ChildCommand.paths()) {
      text.append('\n').append(path.toAbsolutePath());
      if (Files.isDirectory(path)) {
        return null;
      }
      if (Files.exists(path)) {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        text.append(' ').append(attributes.size()).append(' ').append(attributes.lastModifiedTime().toMillis());
      }
    }
    return Long.toHexString(hash(text));
  }

  /** FNV-1a: needs no class that takes time to load. Where two class paths meet in one key the JVM refuses the other's cache. */
  private static long hash(CharSequence text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /** {@return the folder, which only the user can write to, null if there is none and none can be made} */
  private static @Nullable Path privateFolder() throws IOException {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path base = cache == null || cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
    if (!base.isAbsolute()) { // the user has no home
      return null;
    }
    Path folder = base.resolve("pythonic");
    if (!base.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return Files.createDirectories(folder);
    }
    Set<PosixFilePermission> owners = PosixFilePermissions.fromString("rwx------");
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(base);
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(owners));
    }
    var attributes = Files.getFileAttributeView(folder, PosixFileAttributeView.class).readAttributes();
    Set<PosixFilePermission> others = EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    others.retainAll(attributes.permissions());
    // Whoever can write a cache can run code in our children.
    if (!others.isEmpty() || !attributes.owner().getName().equals(System.getProperty("user.name"))) {
      return null;
    }
    if (!attributes.permissions().equals(owners)) {
      Files.setPosixFilePermissions(folder, owners); // others could read it so far
    }
    return folder;
  }
}
