package pythonic.internal.sharedmemory;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import pythonic.builtins.OSError;

/**
 * The processes that use a heap. A process joins before it takes anything, so whoever holds something stands here.
 * Its entry becomes free only after all that it held has been recovered, by one other process; if that one is killed
 * as well, whoever recovers it finishes both.
 *
 * <pre>
 *   word 0:  pid (31 bits) | pid of the one that recovers it, 0 while it lives (31 bits) | 1
 *   word 1:  when it began, in the system's ticks, against pids that come again
 *   word 2:  1 once it has begun to exit by itself
 *   word 3:  pid of its parent
 * </pre>
 */
final class Members {

  private static final long STARTED = 8;
  private static final long LEAVING = 16;
  private static final long PARENT = 24;
  private static final int START_TIME_FIELD = 19; // after the state, which follows the name

  private final MemorySegment memory;

  Members(MemorySegment memory) {
    this.memory = memory;
  }

  private static long at(int index) {
    return Layout.MEMBERS + index * Layout.MEMBER_SIZE;
  }

  private static long entry(long pid, long recoverer) {
    return pid << 33 | recoverer << 2 | 1;
  }

  /** Enters this process. {@return its number} */
  int join() {
    long pid = ProcessHandle.current().pid();
    for (int i = 0; i < Layout.MEMBER_COUNT; i++) {
      long at = at(i);
      if (Words.get(memory, at) == 0 && Words.compareAndSet(memory, at, 0, entry(pid, 0))) {
        Words.set(memory, at + LEAVING, 0);
        Words.set(memory, at + PARENT, Parent.pid());
        Words.set(memory, at + STARTED, startTime(pid));
        return i;
      }
    }
    throw new OSError(11, "more than " + Layout.MEMBER_COUNT + " processes share this memory");
  }

  /** Notes that a process exits by itself. */
  void leave(int index) {
    Words.set(memory, at(index) + LEAVING, 1);
  }

  boolean isLeaving(int index) {
    return Words.get(memory, at(index) + LEAVING) != 0;
  }

  long pid(int index) {
    return Words.get(memory, at(index)) >>> 33;
  }

  long parent(int index) {
    return Words.get(memory, at(index) + PARENT);
  }

  /** Makes this process the one that recovers a member that has died. {@return false if another does, or has done it} */
  boolean claim(int index, long pid) {
    long at = at(index);
    long now = Words.get(memory, at);
    long recoverer = now >>> 2 & 0x7fff_ffffL;
    return now >>> 33 == pid && (recoverer == 0 || !isAlive(recoverer))
        && Words.compareAndSet(memory, at, now, entry(pid, ProcessHandle.current().pid()));
  }

  /** Frees the entry of a member, as the last step of its recovery. */
  void remove(int index) {
    Words.set(memory, at(index), 0);
  }

  /** Passes the numbers of all members. */
  void forEach(IntConsumer action) {
    for (int i = 0; i < Layout.MEMBER_COUNT; i++) {
      if (Words.get(memory, at(i)) != 0) {
        action.accept(i);
      }
    }
  }

  /** {@return whether the process of a member still runs} */
  boolean isAlive(int index) {
    long pid = pid(index);
    long started = Words.get(memory, at(index) + STARTED);
    return isAlive(pid) && (started == 0 || started == startTime(pid));
  }

  /** {@return whether a process runs} One that was killed and not yet waited for does not. */
  static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).isPresent() && !isZombie(pid);
  }

  private static boolean isZombie(long pid) {
    String[] fields = stat(pid);
    return fields.length > 0 && (fields[0].equals("Z") || fields[0].equals("X"));
  }

  private static long startTime(long pid) {
    String[] fields = stat(pid);
    return fields.length > START_TIME_FIELD ? Long.parseLong(fields[START_TIME_FIELD]) : 0;
  }

  /** {@return what Linux tells of a process, after its name; nothing elsewhere} */
  private static String[] stat(long pid) {
    try {
      String line = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
      return line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
    } catch (IOException e) {
      return new String[0];
    }
  }
}
