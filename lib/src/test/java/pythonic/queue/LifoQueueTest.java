package pythonic.queue;

class LifoQueueTest extends OwnQueueContract {

  @Override
  Queue<Integer> make(int maxsize) {
    return new LifoQueue<>(maxsize);
  }
}
