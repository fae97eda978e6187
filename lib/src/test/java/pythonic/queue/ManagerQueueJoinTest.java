package pythonic.queue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.manager.OnServedManager;
import pythonic.multiprocessing.managers.QueueProxy;

/** What a join with a time limit gives of the JoinableQueue of a manager. */
@ExtendWith(OnServedManager.class)
class ManagerQueueJoinTest extends QueueJoinContract {

  /** The proxy in the shape of the queues of threads, as far as the contract uses it. */
  private static final class Proxied extends Queue<Integer> {

    private final QueueProxy<Integer> proxy = OnServedManager.manager().JoinableQueue();

    @Override
    void enqueue(Integer item, boolean block, @Nullable Double timeout) {
      proxy.put(item, block, new Timeout(timeout));
    }

    @Override
    Integer dequeue(boolean block, @Nullable Double timeout) {
      return proxy.get(block, new Timeout(timeout));
    }

    @Override
    public void task_done() {
      proxy.task_done();
    }

    @Override
    public boolean join(double timeout) {
      return proxy.join(timeout);
    }

    @Override
    public boolean join(Timeout timeout) {
      return proxy.join(timeout);
    }

    @Override
    public void shutdown(boolean immediate) {
      proxy.shutdown(immediate);
    }

    @Override
    public int unfinished_tasks() {
      return proxy.unfinished_tasks();
    }
  }

  @Override
  Queue<Integer> create() {
    return new Proxied();
  }

  /** There is no mutex that a caller could hold, so there is nothing to test. */
  @Override
  void join_mutexAskedForMeanwhile_waitsOnForTheTask() {}
}
