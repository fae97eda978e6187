package pythonic.queue;

class PriorityQueueTest extends OwnQueueContract {

  @Override
  Queue<Integer> make(int maxsize) {
    return new PriorityQueue<>(maxsize);
  }
}
