package pythonic.multiprocessing.managers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AssertionError;
import pythonic.builtins.FileNotFoundError;
import pythonic.builtins.keywords.ManagerKeyword;
import pythonic.builtins.keywords.StartKeyword;
import pythonic.internal.waiting.Mutex;
import pythonic.multiprocessing.ProcessError;
import pythonic.multiprocessing.shared_memory.ShareableList;
import pythonic.multiprocessing.shared_memory.SharedMemory;
import pythonic.queue.SimpleQueue;

/**
 * Makes blocks of shared memory, and lists in them, and deletes them all when it is shut down, or left by {@code try}.
 * It is started like any manager.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.shared_memory.html#multiprocessing.managers.SharedMemoryManager">Python:
 *     SharedMemoryManager</a>
 */
public class SharedMemoryManager extends BaseManager {

  /** Those that are to be deleted. */
  private final SimpleQueue<SharedMemory> blocks = new SimpleQueue<>();

  /** Whoever holds it deletes them: the end of the process is told to a thread that is not the one that asked for it. */
  private final Mutex deleting = new Mutex();

  /**
   * Makes a manager that is yet to be started.
   *
   * @param keywords as for {@link BaseManager#BaseManager(ManagerKeyword...)}
   */
  public SharedMemoryManager(ManagerKeyword... keywords) {
    super(keywords);
  }

  /**
   * {@return a new block of shared memory}
   *
   * @param size how many bytes
   * @throws AssertionError if the manager does not run
   * @throws pythonic.builtins.ValueError if the size is not positive
   */
  public SharedMemory SharedMemory(long size) {
    requireRunning();
    return kept(new SharedMemory(null, true, size));
  }

  /**
   * {@return a new list in shared memory}
   *
   * @param sequence what it holds at first; its length stays
   * @throws AssertionError if the manager does not run
   */
  public ShareableList ShareableList(List<? extends @Nullable Object> sequence) {
    requireRunning();
    var list = new ShareableList(sequence);
    kept(list.shm());
    return list;
  }

  /**
   * Starts the manager's process, which the blocks outlive by no more than a moment, however it ends.
   *
   * @param keywords as for {@link BaseManager#start(StartKeyword...)}
   */
  @Override
  public void start(StartKeyword... keywords) {
    super.start(keywords);
    started().whenEnded(this::deleteAll);
  }

  /**
   * {@return a server, as {@link BaseManager#get_server} does; it keeps no blocks of memory}
   *
   * @throws ProcessError if the manager was started before
   */
  @Override
  public Server get_server() {
    if (isRunning() || hasShutDown()) {
      throw new ProcessError(isRunning() ? "Already started SharedMemoryServer" : "SharedMemoryManager has shut down");
    }
    return super.get_server();
  }

  private SharedMemory kept(SharedMemory block) {
    blocks.put(block);
    return block;
  }

  private void requireRunning() {
    if (!isRunning()) {
      throw new AssertionError("server not yet started");
    }
  }

  /** Ends the manager's process, and deletes the blocks; who has one open goes on with it. */
  @Override
  public void shutdown() {
    try {
      super.shutdown();
    } finally {
      deleteAll();
    }
  }

  private void deleteAll() {
    try (var _ = deleting.hold()) {
      while (!blocks.empty()) {
        delete(blocks.get());
      }
    }
  }

  private static void delete(SharedMemory block) {
    try {
      block.unlink();
    } catch (FileNotFoundError e) {
      // The program has deleted it.
    }
  }
}
