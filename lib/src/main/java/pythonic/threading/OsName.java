package pythonic.threading;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import pythonic.internal.waiting.Mutex;

/**
 * The name that the operating system knows a thread by, and that {@code top} and {@code ps} show. Java sets it when a
 * thread of its own starts, but may cut it inside a character, and says nothing when one thread renames another. Here
 * that is mended on Linux, whose limit is 15 bytes.
 */
final class OsName {

  private static final int LIMIT = 15;
  private static final String TASKS = "/proc/self/task/";

  /** Held from reading a name to writing it, so that of two renames the later one stays. */
  private static final Mutex WRITING = new Mutex();

  private OsName() {}

  /** {@return whether Java has told the system the name as Python would: only one byte a character can be cut anywhere} */
  static boolean isSetByJava(String name) {
    return name.chars().allMatch(c -> c < 0x80);
  }

  /** Tells the system a thread's present name. An empty one is not told, as in Python. */
  static void set(long nativeId, Thread thread) {
    WRITING.acquireUninterruptibly();
    try {
      byte[] name = cut(thread.name().getBytes(StandardCharsets.UTF_8));
      if (name.length > 0) {
        write(nativeId, name);
      }
    } finally {
      WRITING.tryRelease();
    }
  }

  private static void write(long nativeId, byte[] name) {
    try (var file = new FileOutputStream(TASKS + nativeId + "/comm")) {
      file.write(name);
    } catch (IOException _) {
      // another system, or the thread has just ended: the name is for people only
    }
  }

  private static byte[] cut(byte[] name) {
    if (name.length <= LIMIT) {
      return name;
    }
    int end = LIMIT;
    while ((name[end] & 0xC0) == 0x80) { // the next byte continues a character
      end--;
    }
    return Arrays.copyOf(name, end);
  }
}
