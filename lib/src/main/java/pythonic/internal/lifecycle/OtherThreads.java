package pythonic.internal.lifecycle;

import com.google.common.util.concurrent.Uninterruptibles;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The end of a main thread: like Python, and like Java, it waits for the threads that are not daemons. Virtual threads
 * are all daemons to Java, so a thread of the library's own, the keeper, keeps the JVM alive for those that are not to
 * Python.
 */
public final class OtherThreads {

  /** What Java leaves behind when {@code main} has returned, to wait for the others. */
  private static final String JAVA_WAITS = "DestroyJavaVM";

  /** Volatile: set before a keeper starts, and then the same for ever. */
  private static volatile Supplier<List<Thread>> virtual = List::of;

  /** Null if there is none. It leaves when nothing is left but itself. */
  private static final AtomicReference<@Nullable Thread> KEEPER = new AtomicReference<>();

  private OtherThreads() {}

  /** Waits until no other thread runs that keeps the JVM alive, those started meanwhile included. */
  public static void join() {
    joinBut(Thread.currentThread());
  }

  /** Waits as {@link #join()} does, but not for the given thread either. */
  public static void joinBut(Thread thread) {
    for (List<Thread> others = alive(thread); !others.isEmpty(); others = alive(thread)) {
      for (Thread other : others) {
        // The main thread's work is over: there is nothing left in it to interrupt.
        Uninterruptibles.joinUninterruptibly(other);
      }
    }
  }

  /**
   * Has the JVM wait for virtual threads too.
   *
   * @param alive those to wait for at the time of asking, the one that is about to start included
   */
  public static void waitForVirtual(Supplier<List<Thread>> alive) {
    if (KEEPER.get() == null) {
      virtual = alive;
      keep();
    }
  }

  private static void keep() {
    Thread.Builder.OfPlatform builder =
        Thread.ofPlatform().daemon(false).inheritInheritableThreadLocals(false).name("pythonic-keeper");
    ThreadGroup group = JavaMain.thread().getThreadGroup();
    if (group != null) { // the main thread lives
      builder.group(group); // not that of whoever is first: some wait for all threads of a group
    }
    Thread keeper = builder.unstarted(OtherThreads::keepUntilTheEnd);
    if (!KEEPER.compareAndSet(null, keeper)) {
      return;
    }
    try {
      keeper.start();
    } catch (OutOfMemoryError e) { // the system has no more threads
      KEEPER.set(null);
      throw e;
    }
  }

  private static void keepUntilTheEnd() {
    join();
    KEEPER.set(null);
    if (!virtual.get().isEmpty()) { // one came after the last look, and saw this keeper
      keep();
    }
  }

  private static List<Thread> alive(Thread but) {
    Set<Thread> platform = Thread.getAllStackTraces().keySet();
    return Stream.concat(platform.stream().filter(OtherThreads::keepsAlive), virtual.get().stream())
        .filter(thread -> !thread.equals(Thread.currentThread()) && !thread.equals(but))
        .toList();
  }

  private static boolean keepsAlive(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    return !thread.isDaemon()
        && !thread.equals(KEEPER.get())
        && !thread.getName().equals(JAVA_WAITS)
        && group != null
        && !group.getName().equals("system");
  }
}
