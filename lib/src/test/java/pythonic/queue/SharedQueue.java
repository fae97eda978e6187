package pythonic.queue;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.keywords.Timeout;
import pythonic.multiprocessing.JoinableQueue;

/** A queue between processes in the shape of the queues of threads, so that it runs their contracts. */
final class SharedQueue extends Queue<Integer> {

  private final JoinableQueue<Integer> shared;

  SharedQueue(int maxsize) {
    super(maxsize);
    shared = new JoinableQueue<>(maxsize);
  }

  @Override
  void enqueue(Integer item, boolean block, @Nullable Double timeout) {
    if (timeout == null) {
      shared.put(item, block);
    } else {
      shared.put(item, block, new Timeout(timeout));
    }
  }

  @Override
  Integer dequeue(boolean block, @Nullable Double timeout) {
    return timeout == null ? shared.get(block) : shared.get(block, new Timeout(timeout));
  }

  @Override
  public void task_done() {
    shared.task_done();
  }

  @Override
  public void join() {
    shared.join();
  }

  @Override
  public boolean join(double timeout) {
    return shared.join(timeout);
  }

  @Override
  public boolean join(Timeout timeout) {
    return shared.join(timeout);
  }

  @Override
  public void shutdown(boolean immediate) {
    shared.shutdown(immediate);
  }

  @Override
  public int qsize() {
    return shared.qsize();
  }

  @Override
  public boolean empty() {
    return shared.empty();
  }

  @Override
  public boolean full() {
    return shared.full();
  }

  @Override
  public int unfinished_tasks() {
    return shared.unfinished_tasks();
  }

  @Override
  public boolean is_shutdown() {
    return shared.is_shutdown();
  }

  @Override
  public String toString() {
    return shared.toString();
  }
}
