package pythonic.internal.lifecycle;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The thread that Java started the program with. Java does not say which one it is, but puts it into the group "main"
 * with one of the lowest numbers, and calls it "main". Once it has ended it cannot be found; then the thread that
 * looks first counts, as in CPython, where the one that imports {@code threading} does.
 */
public final class JavaMain {

  /** No thread that a program starts has a number as low. */
  private static final long LOW = 3;

  private static final Thread THREAD = find();

  private JavaMain() {}

  public static Thread thread() {
    return THREAD;
  }

  private static Thread find() {
    Thread current = Thread.currentThread();
    ThreadGroup top = current.getThreadGroup();
    for (ThreadGroup up = top; up != null; up = up.getParent()) {
      top = up;
    }
    if (top == null) {
      return current;
    }
    var threads = new Thread[top.activeCount() * 2 + 16];
    int count = top.enumerate(threads);
    return Arrays.stream(threads, 0, count)
        .filter(thread -> isMain(thread.getThreadGroup()))
        .filter(thread -> thread.threadId() <= LOW || thread.getName().equals("main"))
        .min(Comparator.comparingLong(Thread::threadId))
        .orElse(current);
  }

  private static boolean isMain(@Nullable ThreadGroup group) {
    return group != null && group.getName().equals("main");
  }
}
