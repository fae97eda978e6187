package pythonic.benchmarks;

import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import pythonic.queue.BasicQueue;
import pythonic.queue.LifoQueue;
import pythonic.queue.PriorityQueue;
import pythonic.queue.Queue;
import pythonic.queue.SimpleQueue;

/** Items from producers to consumers: the time for one item. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class QueueBenchmark {

  private static final int ITEMS = 40_000;
  private static final int BOUND = 1000;

  /** A put or a get. */
  interface Step {
    void take() throws InterruptedException;
  }

  private static void transfer(int pairs, Step put, Step get) throws InterruptedException {
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < pairs; i++) {
      threads.add(Thread.ofPlatform().start(() -> repeat(ITEMS / pairs, put)));
      threads.add(Thread.ofPlatform().start(() -> repeat(ITEMS / pairs, get)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void repeat(int times, Step step) {
    try {
      for (int i = 0; i < times; i++) {
        step.take();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void transfer(int pairs, BasicQueue<Integer> queue) throws InterruptedException {
    transfer(pairs, () -> queue.put(1), queue::get);
  }

  private static void transfer(int pairs, BlockingQueue<Integer> queue) throws InterruptedException {
    transfer(pairs, () -> queue.put(1), queue::take);
  }

  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public void queue_1000_1to1_pythonic() throws InterruptedException {
    transfer(1, new Queue<>(BOUND));
  }

  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public void queue_1000_1to1_java() throws InterruptedException {
    transfer(1, new ArrayBlockingQueue<>(BOUND));
  }

  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public void queue_1000_4to4_pythonic() throws InterruptedException {
    transfer(4, new Queue<>(BOUND));
  }

  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public void queue_1000_4to4_java() throws InterruptedException {
    transfer(4, new ArrayBlockingQueue<>(BOUND));
  }

  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public void queue_unbounded_pythonic() throws InterruptedException {
    transfer(1, new Queue<>());
  }

  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public void queue_unbounded_java() throws InterruptedException {
    transfer(1, new LinkedBlockingQueue<>());
  }

  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public void simple_queue_pythonic() throws InterruptedException {
    transfer(1, new SimpleQueue<>());
  }

  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public void simple_queue_java() throws InterruptedException {
    transfer(1, new LinkedTransferQueue<>());
  }

  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public void lifo_queue_pythonic() throws InterruptedException {
    transfer(1, new LifoQueue<>());
  }

  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public void lifo_queue_java() throws InterruptedException {
    var deque = new LinkedBlockingDeque<Integer>();
    transfer(1, () -> deque.putLast(1), deque::takeLast);
  }

  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public void priority_queue_pythonic() throws InterruptedException {
    var queue = new PriorityQueue<Integer>();
    var priorities = new Priorities();
    transfer(1, () -> queue.put(priorities.next()), queue::get);
  }

  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public void priority_queue_java() throws InterruptedException {
    var queue = new PriorityBlockingQueue<Integer>();
    var priorities = new Priorities();
    transfer(1, () -> queue.put(priorities.next()), queue::take);
  }

  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public void priority_queue_all_equal_pythonic() throws InterruptedException {
    transfer(1, new PriorityQueue<>());
  }

  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public void priority_queue_all_equal_java() throws InterruptedException {
    transfer(1, new PriorityBlockingQueue<>());
  }

  /** Numbers in no order, the same for all, made before the time is taken. */
  private static final class Priorities {

    private static final Integer[] ALL =
        new Random(1).ints(ITEMS, 0, 1 << 20).boxed().toArray(Integer[]::new);

    private int next;

    Integer next() {
      return ALL[next++];
    }
  }
}
