package pythonic.queue;

class GuardedQueueTest extends QueueContract {

  @Override
  Queue<Integer> create(int maxsize) {
    var queue = new Queue<Integer>(maxsize);
    queue.mutex();
    return queue;
  }
}
