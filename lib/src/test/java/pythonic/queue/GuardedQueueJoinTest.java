package pythonic.queue;

class GuardedQueueJoinTest extends QueueJoinContract {

  @Override
  Queue<Integer> create() {
    var queue = new Queue<Integer>();
    queue.mutex();
    return queue;
  }
}
