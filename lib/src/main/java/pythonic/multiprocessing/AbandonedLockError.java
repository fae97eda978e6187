package pythonic.multiprocessing;

import java.io.Serial;

/**
 * The process that held a lock has died. The text names it. One who asks for the lock is told; the lock is free then,
 * and what it guards may be half done. CPython never tells: the next {@code acquire} hangs. An extension. Not in Python.
 */
public class AbandonedLockError extends ProcessError {

  @Serial private static final long serialVersionUID = 1L;

  private final long pid;

  /**
   * Raised for a lock that a process held when it died.
   *
   * @param pid the process
   */
  public AbandonedLockError(long pid) {
    super("process " + pid + " died while it held this lock; what the lock guards may be half done");
    this.pid = pid;
  }

  /** {@return the process that died} */
  public long pid() {
    return pid;
  }
}
