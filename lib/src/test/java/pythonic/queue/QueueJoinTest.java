package pythonic.queue;

class QueueJoinTest extends QueueJoinContract {

  @Override
  Queue<Integer> create() {
    return new Queue<>();
  }
}
