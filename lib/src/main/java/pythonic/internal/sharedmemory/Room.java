package pythonic.internal.sharedmemory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much memory there is for large blocks. Linux promises more than it has, and kills a process where it cannot keep that: so a
 * block that is too large by far is refused before it is touched.
 */
final class Room {

  /** What is smaller is found by touching it. */
  private static final long LARGE = 64L << 20;

  private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB$");
  private static final Path SYSTEM = Path.of("/proc/meminfo");
  private static final Path LIMIT = Path.of("/sys/fs/cgroup/memory.max");
  private static final Path USED = Path.of("/sys/fs/cgroup/memory.current");

  private Room() {}

  /** Raises IOException, in the system's words, if so many bytes are more than there are. */
  static void require(long bytes) throws IOException {
    if (bytes >= LARGE && bytes > bytes()) {
      throw new IOException("No space left on device");
    }
  }

  private static long bytes() {
    long room = HeapFolder.base().toFile().getUsableSpace();
    return HeapFolder.isInMemory() ? Math.min(room, Math.min(ofSystem(), ofGroup())) : room;
  }

  private static long ofSystem() {
    try {
      Matcher line = AVAILABLE.matcher(Files.readString(SYSTEM));
      return line.find() ? Long.parseLong(line.group(1)) << 10 : Long.MAX_VALUE;
    } catch (IOException e) { // another system
      return Long.MAX_VALUE;
    }
  }

  /** {@return what a container has left} */
  private static long ofGroup() {
    try {
      return Long.parseLong(Files.readString(LIMIT).strip()) - Long.parseLong(Files.readString(USED).strip());
    } catch (IOException | NumberFormatException e) { // none, or without a limit
      return Long.MAX_VALUE;
    }
  }
}
