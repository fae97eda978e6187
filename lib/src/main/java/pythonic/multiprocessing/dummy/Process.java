package pythonic.multiprocessing.dummy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.keywords.ThreadKeyword;
import pythonic.threading.Thread;

/** A thread with the calls of a process. Python's name for it is {@code DummyProcess} as well. */
@SuppressWarnings("AvoidCommonTypeNames") // the name is Python's
public class Process extends Thread {

  /** Those that were started and not yet found to have ended. */
  private static final Set<Process> STARTED = ConcurrentHashMap.newKeySet();

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
   * @throws pythonic.builtins.RuntimeError if it was started before
   */
  @Override
  public void start() {
    super.start();
    started = true;
    STARTED.add(this);
  }

  /** {@return 0 once it has ended, whatever its end was, null before} */
  public @Nullable Integer exitcode() {
    return started && !is_alive() ? 0 : null;
  }

  static List<Process> active() {
    STARTED.removeIf(process -> !process.is_alive());
    return List.copyOf(STARTED);
  }

  /** {@return Python's repr} */
  @Override
  public String toString() {
    return super.toString().replaceFirst("^<Process\\(", "<DummyProcess(");
  }
}
