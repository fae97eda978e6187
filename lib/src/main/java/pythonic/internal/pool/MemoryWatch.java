package pythonic.internal.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much this process's resident memory has grown, but for its heap, which the JVM bounds. Only Linux tells. */
final class MemoryWatch {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";

  private final long most;
  private final long atFirst;

  /** It may grow by so many bytes from now on. */
  MemoryWatch(long most) {
    this.most = most;
    this.atFirst = outsideHeap();
  }

  boolean isExceeded() {
    return outsideHeap() - atFirst > most;
  }

  /** {@return so many bytes at least, as pages of the heap that were never touched are no part of it} */
  private static long outsideHeap() {
    try {
      String status = Files.readString(STATUS);
      int line = status.indexOf(RESIDENT) + RESIDENT.length();
      String kilobytes = status.substring(line, status.indexOf("kB", line)).strip();
      return (Long.parseLong(kilobytes) << 10) - Runtime.getRuntime().totalMemory();
    } catch (IOException e) {
      return 0; // another system: the heap's limit is all there is
    }
  }
}
