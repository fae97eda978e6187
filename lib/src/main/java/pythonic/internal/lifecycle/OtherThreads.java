package pythonic.internal.lifecycle;

import com.google.common.util.concurrent.Uninterruptibles;
import java.util.List;

/** The end of a main thread: like Python, and like Java, it waits for the threads that are not daemons. */
public final class OtherThreads {

  private OtherThreads() {}

  /** Waits until no other thread runs that keeps the JVM alive, those started meanwhile included. */
  public static void join() {
    for (List<Thread> others = alive(); !others.isEmpty(); others = alive()) {
      for (Thread other : others) {
        // The main thread's work is over: there is nothing left in it to interrupt.
        Uninterruptibles.joinUninterruptibly(other);
      }
    }
  }

  private static List<Thread> alive() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> !t.isDaemon() && !t.equals(Thread.currentThread()) && t.getThreadGroup() != null)
        .filter(t -> !"system".equals(t.getThreadGroup().getName()))
        .toList();
  }
}
