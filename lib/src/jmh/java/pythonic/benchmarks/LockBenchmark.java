package pythonic.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import pythonic.threading.BoundedSemaphore;
import pythonic.threading.Lock;
import pythonic.threading.RLock;
import pythonic.threading.Semaphore;

/**
 * Acquire, a little work, release: by one thread, or by several at once.
 *
 * <p>What was found by counting, on two processors. Two threads: with ReentrantLock a quarter of the calls join its queue
 * for a moment, few park, and the memory of the lock goes to and fro; ours look rarely, so each thread takes many turns
 * while the memory is near it. Eight threads: with either lock all but one are parked, and that one takes turn after
 * turn as if it were alone. So no lock takes less than eight times what a turn of one thread takes, and ours takes no
 * more; more than the ratio of the uncontended locks cannot be won there.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LockBenchmark {

  private static final int WORK = 4;

  private final Lock lock = new Lock();
  private final RLock rlock = new RLock();
  private final ReentrantLock reentrantLock = new ReentrantLock();
  private final Semaphore semaphore = new Semaphore(2);
  private final BoundedSemaphore boundedSemaphore = new BoundedSemaphore(2);
  private final java.util.concurrent.Semaphore javaSemaphore = new java.util.concurrent.Semaphore(2);

  @Benchmark
  public void lock_pythonic() {
    lock.acquire();
    Blackhole.consumeCPU(WORK);
    lock.release();
  }

  @Benchmark
  public void lock_java() {
    reentrantLock.lock();
    Blackhole.consumeCPU(WORK);
    reentrantLock.unlock();
  }

  @Benchmark
  public void rlock_pythonic() {
    rlock.acquire();
    Blackhole.consumeCPU(WORK);
    rlock.release();
  }

  @Benchmark
  public void rlock_java() {
    reentrantLock.lock();
    Blackhole.consumeCPU(WORK);
    reentrantLock.unlock();
  }

  @Benchmark
  public void semaphore_pythonic() {
    semaphore.acquire();
    Blackhole.consumeCPU(WORK);
    semaphore.release();
  }

  @Benchmark
  public void semaphore_java() throws InterruptedException {
    javaSemaphore.acquire();
    Blackhole.consumeCPU(WORK);
    javaSemaphore.release();
  }

  @Benchmark
  public void bounded_semaphore_pythonic() {
    boundedSemaphore.acquire();
    Blackhole.consumeCPU(WORK);
    boundedSemaphore.release();
  }

  @Benchmark
  public void bounded_semaphore_java() throws InterruptedException {
    javaSemaphore.acquire();
    Blackhole.consumeCPU(WORK);
    javaSemaphore.release();
  }
}
