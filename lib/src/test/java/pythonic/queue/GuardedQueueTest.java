package pythonic.queue;

class GuardedQueueTest extends OwnQueueContract {

  @Override
  Queue<Integer> make(int maxsize) {
    var queue = new Queue<Integer>(maxsize);
    queue.mutex();
    return queue;
  }
}
