package pythonic.queue;

class QueueTest extends QueueContract {

  @Override
  Queue<Integer> create(int maxsize) {
    return new Queue<>(maxsize);
  }
}
