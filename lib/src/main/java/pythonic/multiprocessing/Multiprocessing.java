package pythonic.multiprocessing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The functions of Python's module {@code multiprocessing}.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#miscellaneous">Python: multiprocessing</a>
 */
public final class Multiprocessing {

  private Multiprocessing() {}

  /** {@return the object that stands for this process} */
  public static Process current_process() {
    return Family.current();
  }

  /** {@return the object that stands for this process's parent, null in the main process} */
  public static @Nullable Process parent_process() {
    return Family.parent();
  }

  /** {@return the children of this process that run, in no particular order} */
  public static List<Process> active_children() {
    return Family.children();
  }

  /** {@return how many processors the machine has for this JVM} */
  public static int cpu_count() {
    return Runtime.getRuntime().availableProcessors();
  }
}
