package pythonic.threading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The number by which the operating system knows a thread. */
final class NativeId {

  /** Linux names the thread that reads it: {@code PID/task/TID}. Reading it takes a few microseconds. */
  private static final Path SELF = Path.of("/proc/thread-self");

  private NativeId() {}

  /** {@return the current thread's number; Java's own where the system tells none, or the thread is virtual} */
  static long ofCurrentThread() {
    java.lang.Thread current = java.lang.Thread.currentThread();
    if (current.isVirtual()) {
      return current.threadId();
    }
    try {
      return Long.parseLong(Files.readSymbolicLink(SELF).getFileName().toString());
    } catch (IOException | UnsupportedOperationException | NumberFormatException _) {
      return current.threadId();
    }
  }
}
