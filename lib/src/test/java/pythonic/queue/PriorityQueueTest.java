package pythonic.queue;

class PriorityQueueTest extends QueueContract {

  @Override
  Queue<Integer> create(int maxsize) {
    return new PriorityQueue<>(maxsize);
  }
}
