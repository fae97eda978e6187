package pythonic.benchmarks;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import pythonic.threading.Condition;
import pythonic.threading.Event;
import pythonic.threading.Lock;

/** Two threads that wake each other in turn: the time of one round trip. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HandOffBenchmark {

  private static final int ROUNDS = 2000;

  /** One side's part of a round. */
  interface Side {
    void round() throws InterruptedException;
  }

  private static void play(Side ping, Side pong) throws InterruptedException {
    var partner = Thread.ofPlatform().start(() -> repeat(pong));
    repeat(ping);
    partner.join();
  }

  private static void repeat(Side side) {
    try {
      for (int i = 0; i < ROUNDS; i++) {
        side.round();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Benchmark
  @OperationsPerInvocation(ROUNDS)
  public void event_pythonic() throws InterruptedException {
    var a = new Event();
    var b = new Event();
    play(
        () -> {
          a.set();
          b.wait_();
          b.clear();
        },
        () -> {
          a.wait_();
          a.clear();
          b.set();
        });
  }

  /**
   * The fastest that java.util.concurrent has for it, which has no class for an event that can be cleared: like our
   * events, and unlike the others below, a phaser looks for a while before it parks.
   */
  @Benchmark
  @OperationsPerInvocation(ROUNDS)
  public void event_java() throws InterruptedException {
    var phaser = new Phaser(2);
    Side side =
        () -> {
          phaser.arriveAndAwaitAdvance();
          phaser.arriveAndAwaitAdvance();
        };
    play(side, side);
  }

  @Benchmark
  @OperationsPerInvocation(ROUNDS)
  public void event_exchanger() throws InterruptedException {
    var exchanger = new Exchanger<Boolean>();
    Side side =
        () -> {
          exchanger.exchange(true);
          exchanger.exchange(true);
        };
    play(side, side);
  }

  @Benchmark
  @OperationsPerInvocation(ROUNDS)
  public void event_synchronous_queues() throws InterruptedException {
    var a = new SynchronousQueue<Boolean>();
    var b = new SynchronousQueue<Boolean>();
    play(
        () -> {
          a.put(true);
          b.take();
        },
        () -> {
          a.take();
          b.put(true);
        });
  }

  @Benchmark
  @OperationsPerInvocation(ROUNDS)
  public void event_semaphores() throws InterruptedException {
    var a = new Semaphore(0);
    var b = new Semaphore(0);
    play(
        () -> {
          a.release();
          b.acquire();
        },
        () -> {
          a.acquire();
          b.release();
        });
  }

  private static final class Latches {
    private volatile CountDownLatch a = new CountDownLatch(1);
    private volatile CountDownLatch b = new CountDownLatch(1);
  }

  @Benchmark
  @OperationsPerInvocation(ROUNDS)
  public void event_latches() throws InterruptedException {
    var latches = new Latches();
    play(
        () -> {
          latches.a.countDown();
          latches.b.await();
          latches.b = new CountDownLatch(1);
        },
        () -> {
          latches.a.await();
          latches.a = new CountDownLatch(1);
          latches.b.countDown();
        });
  }

  private static final class Turn {
    private boolean pong;
  }

  @Benchmark
  @OperationsPerInvocation(ROUNDS)
  public void condition_pythonic() throws InterruptedException {
    var cond = new Condition(new Lock());
    var turn = new Turn();
    play(() -> round(cond, turn, false), () -> round(cond, turn, true));
  }

  private static void round(Condition cond, Turn turn, boolean mine) {
    cond.acquire();
    while (turn.pong != mine) {
      cond.wait_();
    }
    turn.pong = !mine;
    cond.notify_();
    cond.release();
  }

  /** The only class of java.util.concurrent that waits for a predicate under a lock. */
  @Benchmark
  @OperationsPerInvocation(ROUNDS)
  public void condition_java() throws InterruptedException {
    var lock = new ReentrantLock();
    var cond = lock.newCondition();
    var turn = new Turn();
    play(() -> round(lock, cond, turn, false), () -> round(lock, cond, turn, true));
  }

  private static void round(ReentrantLock lock, java.util.concurrent.locks.Condition cond, Turn turn, boolean mine)
      throws InterruptedException {
    lock.lock();
    try {
      while (turn.pong != mine) {
        cond.await();
      }
      turn.pong = !mine;
      cond.signal();
    } finally {
      lock.unlock();
    }
  }
}
