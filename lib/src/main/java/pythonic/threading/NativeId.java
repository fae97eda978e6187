package pythonic.threading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The number by which the operating system knows a thread. */
final class NativeId {

  /** No thread of a system has this one. */
  static final long UNKNOWN = 0;

  /** Linux names the thread that reads it: {@code PID/task/TID}. Reading it takes a few microseconds. */
  private static final Path SELF = Path.of("/proc/thread-self");

  private NativeId() {}

  /** {@return the current thread's number, {@link #UNKNOWN} where the system tells none, or the thread is virtual} */
  static long ofCurrentThread() {
    if (java.lang.Thread.currentThread().isVirtual()) {
      return UNKNOWN;
    }
    try {
      return Long.parseLong(Files.readSymbolicLink(SELF).getFileName().toString());
    } catch (IOException | RuntimeException _) { // whatever keeps it from being read, the thread is to run
      return UNKNOWN;
    }
  }

  /** {@return the number, or Java's number of the thread if it is unknown} */
  static long orJavas(long nativeId, java.lang.Thread thread) {
    return nativeId == UNKNOWN ? thread.threadId() : nativeId;
  }
}
