package pythonic.internal.channels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Waiter;

/**
 * A thread that reads a stream which can only block, as others see it. Whether it waits for something to read only the system knows:
 * Linux tells what call a thread sleeps in. Where that is not told, a moment in which nothing comes has to do.
 */
final class BlockingRead {

  private static final double MOMENT = 0.05;
  private static final double GLANCE = 0.0001;

  /** Null before the thread has begun. */
  private volatile @Nullable Thread thread;

  /** Null before the thread has begun, and where it is not told. */
  private volatile @Nullable Path call;

  private volatile boolean hasRead;

  /** A moment has passed in which nothing came, where nothing better is known. Only ever set. */
  private volatile boolean hadTime;

  /** Called by the thread, before it reads. */
  void begin() {
    try {
      call = Path.of("/proc").resolve(Files.readSymbolicLink(Path.of("/proc/thread-self"))).resolve("syscall");
    } catch (IOException e) {
      // another system
    }
    thread = Thread.currentThread();
  }

  /** Called by the thread, when it has read. */
  void end() {
    hasRead = true;
  }

  /**
   * Returns when something has come, or it is known that nothing has. The thread is on its way into the system or out of it meanwhile,
   * so this takes microseconds; elsewhere, a moment.
   */
  void settle(Waiter hasCome) {
    Deadline moment = Deadline.after(MOMENT);
    while (!hadTime && !waitsForAnother() && !isAsleep() && !hasCome.isOver()) {
      Waiter.pause(Deadline.after(GLANCE));
      hadTime = thread != null && call == null && moment.hasPassed();
    }
  }

  /** {@return whether another thread reads the stream just now, whose lock this one waits for} */
  private boolean waitsForAnother() {
    Thread known = thread;
    return known != null && (known.getState() == Thread.State.WAITING || known.getState() == Thread.State.BLOCKED) && !hasRead;
  }

  /** {@return whether the thread sleeps in a read of standard input: if something had come, it would not sleep} */
  private boolean isAsleep() {
    Path file = call;
    if (file == null) {
      return false;
    }
    try { // read's number on amd64 and on aarch64, and its file; or "running"
      String line = Files.readString(file);
      return line.startsWith("0 0x0 ") || line.startsWith("63 0x0 ");
    } catch (IOException e) {
      return false;
    }
  }
}
