package pythonic.queue;

class QueueTest extends OwnQueueContract {

  @Override
  Queue<Integer> make(int maxsize) {
    return new Queue<>(maxsize);
  }
}
