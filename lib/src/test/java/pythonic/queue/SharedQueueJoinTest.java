package pythonic.queue;

/** What a join with a time limit gives of the queue between processes. */
class SharedQueueJoinTest extends QueueJoinContract {

  @Override
  Queue<Integer> create() {
    return new SharedQueue(0);
  }

  /** There is no mutex that a program could hold, so there is nothing to test. */
  @Override
  void join_mutexAskedForMeanwhile_waitsOnForTheTask() {}
}
