package pythonic.benchmarks;

import java.util.List;

/**
 * One row of the table.
 *
 * @param name the benchmark methods are name_pythonic and name_java, CPython's twin is name or name@threads
 * @param threads how many threads call the methods at once
 * @param peer what of Java it is measured against
 * @param java the mark: at least so many times as fast as the peer
 * @param python the mark: at least so many times as fast as CPython, 0 for none
 */
record Work(String name, int threads, String peer, double java, double python) {

  static final List<Work> ALL =
      List.of(
          new Work("lock", 1, "ReentrantLock", 1, 4),
          new Work("rlock", 1, "ReentrantLock", 1, 4),
          new Work("lock", 2, "ReentrantLock", 1, 0),
          new Work("rlock", 2, "ReentrantLock", 1, 0),
          new Work("lock", 8, "ReentrantLock", 1, 0),
          new Work("rlock", 8, "ReentrantLock", 1, 0),
          new Work("semaphore", 1, "Semaphore", 1, 20),
          new Work("bounded_semaphore", 1, "Semaphore", 1, 20),
          new Work("event", 1, "Phaser", 1, 3),
          new Work("condition", 1, "Condition", 1, 3),
          new Work("queue_1000_1to1", 1, "ArrayBlockingQueue", 1, 10),
          new Work("queue_1000_4to4", 1, "ArrayBlockingQueue", 1, 10),
          new Work("queue_unbounded", 1, "LinkedBlockingQueue", 1, 0),
          new Work("simple_queue", 1, "LinkedTransferQueue", 1, 2),
          new Work("lifo_queue", 1, "LinkedBlockingDeque", 1, 0),
          new Work("priority_queue", 1, "PriorityBlockingQueue", 1, 0),
          new Work("priority_queue_all_equal", 1, "PriorityBlockingQueue", 1, 0),
          new Work("executor_bulk", 1, "ThreadPoolExecutor", 1, 20),
          new Work("executor_round_trip", 1, "ThreadPoolExecutor", 1, 3),
          new Work("virtual_executor_bulk", 1, "VirtualThreadPerTask", 1, 0),
          new Work("virtual_executor_round_trip", 1, "VirtualThreadPerTask", 1, 0),
          new Work("thread_start_join", 1, "Thread", 1, 0),
          new Work("virtual_thread_start_join", 1, "virtual Thread", 1, 0),
          new Work("context_var_get", 1, "ThreadLocal", 0, 0));

  String key() {
    return threads == 1 ? name : name + "@" + threads;
  }

  String title() {
    return name.replace('_', ' ') + (threads == 1 ? "" : ", " + threads + " threads");
  }
}
