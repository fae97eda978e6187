package pythonic.queue;

class LifoQueueTest extends QueueContract {

  @Override
  Queue<Integer> create(int maxsize) {
    return new LifoQueue<>(maxsize);
  }
}
