package pythonic.multiprocessing.managers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AssertionError;
import pythonic.builtins.FileNotFoundError;
import pythonic.builtins.keywords.ManagerKeyword;
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
