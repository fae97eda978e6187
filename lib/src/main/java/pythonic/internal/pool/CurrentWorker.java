package pythonic.internal.pool;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.RuntimeError;

/** The worker of a pool that a thread is, or that its process is: what a task can ask for. */
public final class CurrentWorker {

  private static final ThreadLocal<@Nullable CurrentWorker> OF_THREAD = new ThreadLocal<>();

  /** Set before the worker's process calls anything of the program. */
  private static volatile @Nullable CurrentWorker ofProcess;

  private final int id;

  /** What the pool's {@code worker_state} has made. Threads of the program's own may ask for it. */
  private volatile @Nullable Object state;

  private CurrentWorker(int id) {
    this.id = id;
  }

  /** Makes this process a worker. */
  static CurrentWorker process(int id) {
    var made = new CurrentWorker(id);
    ofProcess = made;
    return made;
  }

  /** Makes this thread a worker, until it ends. */
  static CurrentWorker thread(int id) {
    var made = new CurrentWorker(id);
    OF_THREAD.set(made);
    return made;
  }

  void state(@Nullable Object made) {
    state = made;
  }

  public int id() {
    return id;
  }

  public @Nullable Object state() {
    return state;
  }

  /**
   * {@return the worker that the caller runs on}
   *
   * @throws RuntimeError if it runs on none
   */
  public static CurrentWorker current() {
    CurrentWorker ofThread = OF_THREAD.get();
    CurrentWorker found = ofThread != null ? ofThread : ofProcess;
    if (found == null) {
      throw new RuntimeError("only a task of a pool has a worker");
    }
    return found;
  }
}
