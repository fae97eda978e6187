package pythonic.threading;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Stands for the thread that Java started the program with. */
final class MainThread extends Thread {

  MainThread(java.lang.Thread running) {
    super(running, "MainThread", running.isDaemon());
  }

  @Override
  String typeName() {
    return "_MainThread";
  }

  /**
   * Java does not say which thread it started the program with, but gives it the name and the group "main" and the
   * lowest number there. Once it has ended it cannot be found; then the thread that asks counts, as in CPython, where
   * the thread that imports the module does.
   */
  static java.lang.Thread find() {
    java.lang.Thread current = java.lang.Thread.currentThread();
    ThreadGroup top = current.getThreadGroup();
    for (ThreadGroup up = top; up != null; up = up.getParent()) {
      top = up;
    }
    if (top == null) {
      return current;
    }
    var threads = new java.lang.Thread[top.activeCount() * 2 + 16];
    int count = top.enumerate(threads);
    return Arrays.stream(threads, 0, count)
        .filter(thread -> thread.getName().equals("main") && isMain(thread.getThreadGroup()))
        .min(Comparator.comparingLong(java.lang.Thread::threadId))
        .orElse(current);
  }

  private static boolean isMain(@Nullable ThreadGroup group) {
    return group != null && group.getName().equals("main");
  }
}
