package pythonic.concurrent.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Keywords.max_workers;
import static pythonic.builtins.Keywords.virtual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pythonic.builtins.keywords.ThreadPoolExecutorKeyword;
import pythonic.queue.Queue;
import pythonic.threading.Event;

/** Executors of virtual threads. */
@Timeout(120)
final class VirtualExecutorTest extends ThreadPoolExecutorContract {

  private static final int MANY = 10_000;

  static ThreadPoolExecutor virtualExecutor(ThreadPoolExecutorKeyword... keywords) {
    ThreadPoolExecutorKeyword[] all = Arrays.copyOf(keywords, keywords.length + 1);
    all[keywords.length] = virtual(true);
    return new ThreadPoolExecutor(all);
  }

  @Override
  ThreadPoolExecutor executor(ThreadPoolExecutorKeyword... keywords) {
    return virtualExecutor(keywords);
  }

  @Test
  void workers_areVirtualThreads() {
    try (var executor = executor(max_workers(1)); var other = new ThreadPoolExecutor(max_workers(1), virtual(false))) {
      assertThat(executor.submit(() -> Thread.currentThread().isVirtual()).result()).isTrue();
      assertThat(other.submit(() -> Thread.currentThread().isVirtual()).result()).isFalse();
    }
  }

  @Test
  void manyCallsThatBlock_runAtOnce() {
    var allRun = new CountDownLatch(MANY);
    var futures = new ArrayList<Future<Integer>>();
    try (var executor = executor(max_workers(MANY))) {
      for (int i = 0; i < MANY; i++) {
        int number = i;
        futures.add(executor.submit(() -> {
          allRun.countDown();
          allRun.await(); // ends only if no call waits for the end of another
          return number;
        }));
      }
      assertThat(futures.stream().mapToLong(Future::result).sum()).isEqualTo((long) MANY * (MANY - 1) / 2);
    }
  }

  @Test
  void workers_areNeverMoreThanTheLimit() {
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    try (var executor = executor(max_workers(3))) {
      for (int i = 0; i < 300; i++) {
        var _ = executor.submit(() -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          var _ = new Event().wait_(0.0001); // blocks, so that others could come
          running.decrementAndGet();
        });
      }
    }
    assertThat(most).hasValueBetween(1, 3);
    assertThat(running).hasValue(0);
  }

  private static List<Integer> callsOfAllKinds(ThreadPoolExecutor executor) {
    var event = new Event();
    var queue = new Queue<Integer>(1);
    var waiting = executor.submit(() -> event.wait_());
    var taking = executor.submit(() -> queue.get());
    var nested = executor.submit(() -> executor.submit(() -> 3).result());
    var several = executor.submit(() -> Futures.wait_(List.of(executor.submit(() -> 4))).done().size());
    event.set();
    queue.put(2);
    return List.of(waiting.result() ? 1 : 0, taking.result(), nested.result(), several.result());
  }

  @Test
  void blockingCalls_neverPinTheirCarrier() throws InterruptedException {
    var pinned = new ConcurrentLinkedQueue<RecordedEvent>();
    try (var recording = new RecordingStream(); var executor = executor(max_workers(8))) {
      assertThat(callsOfAllKinds(executor)).as("with all classes loaded").containsExactly(1, 2, 3, 1);
      recording.enable("jdk.VirtualThreadPinned").withoutThreshold();
      recording.onEvent("jdk.VirtualThreadPinned", pinned::add);
      recording.startAsync();
      for (int i = 0; i < 20; i++) {
        assertThat(callsOfAllKinds(executor)).containsExactly(1, 2, 3, 1);
      }
      recording.stop();
    }
    assertThat(pinned).isEmpty();
  }
}
