package pythonic.multiprocessing.dummy;

import com.google.common.collect.MapMaker;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.keywords.ThreadKeyword;
import pythonic.threading.Thread;
import pythonic.threading.Threading;

/** A thread with the calls of a process. Python's name for it is {@code DummyProcess} as well. */
@SuppressWarnings("AvoidCommonTypeNames") // the name is Python's
public class Process extends Thread {

  /** What each thread has started. Neither a thread nor what it started is kept by it. */
  private static final ConcurrentMap<Thread, Set<Process>> CHILDREN = new MapMaker().weakKeys().makeMap();

  private final Thread parent = Threading.current_thread();

  private volatile boolean started;

  /**
   * A process that is yet to be started.
   *
   * @param keywords any of {@code target} (nothing), {@code name}, {@code args} (none), {@code kwargs} (none)
   */
  public Process(ThreadKeyword... keywords) {
    super(keywords);
  }

  /**
   * Starts the thread.
   *
   * @throws RuntimeError if it was started before, or was made by another thread
   */
  @Override
  public void start() {
    Thread current = Threading.current_thread();
    if (!parent.equals(current)) {
      throw new RuntimeError("Parent is " + parent + " but current_process is " + current);
    }
    super.start();
    started = true;
    CHILDREN.computeIfAbsent(parent, _ -> Collections.newSetFromMap(new MapMaker().weakKeys().makeMap())).add(this);
  }

  /** {@return 0 once it has ended, whatever its end was, null before} */
  public @Nullable Integer exitcode() {
    return started && !is_alive() ? 0 : null;
  }

  static List<Process> active() {
    Set<Process> children = CHILDREN.getOrDefault(Threading.current_thread(), Set.of());
    return children.stream().filter(Process::is_alive).toList();
  }

  /** {@return Python's repr} */
  @Override
  public String toString() {
    return super.toString().replaceFirst("^<Process\\(", "<DummyProcess(");
  }
}
