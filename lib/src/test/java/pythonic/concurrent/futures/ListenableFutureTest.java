package pythonic.concurrent.futures;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.testing.AbstractListenableFutureTest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import junit.framework.TestSuite;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pythonic.testing.JUnit3;
import pythonic.testing.Threads;

/** Guava's contract of a future, and what Java's idioms ask for beside it. */
final class ListenableFutureTest {

  @TestFactory
  Stream<DynamicNode> guavasContract() {
    var suite = new TestSuite(OfAnExecutor.class);
    suite.addTestSuite(ByHand.class);
    assertThat(suite.countTestCases()).isEqualTo(10);
    return JUnit3.tests(suite);
  }

  /** A future of an executor. */
  public static class OfAnExecutor extends AbstractListenableFutureTest {

    private final ThreadPoolExecutor executor = new ThreadPoolExecutor(1);

    @Override
    protected void tearDown() throws Exception {
      super.tearDown();
      executor.shutdown();
    }

    @Override
    protected <V> ListenableFuture<V> createListenableFuture(V value, Exception raised, CountDownLatch gate) {
      return executor.submit(() -> {
        if (gate != null) {
          gate.await();
        }
        if (raised != null) {
          throw raised;
        }
        return value;
      });
    }
  }

  /** A future that a program settles itself. */
  public static class ByHand extends AbstractListenableFutureTest {

    private Threads.Helper<Void> settling = Threads.run(() -> {});

    @Override
    protected void tearDown() throws Exception {
      super.tearDown();
      settling.join();
    }

    @Override
    protected <V> ListenableFuture<V> createListenableFuture(V value, Exception raised, CountDownLatch gate) {
      var future = new Future<V>();
      settling =
          Threads.run(
              () -> {
                if (gate != null) {
                  gate.await();
                }
                if (!future.set_running_or_notify_cancel()) {
                  return;
                }
                if (raised != null) {
                  future.set_exception(raised);
                } else {
                  future.set_result(value);
                }
              });
      return future;
    }
  }

  @Test
  void get_asLongAsJavaCanSay() throws InterruptedException, ExecutionException, TimeoutException {
    var future = new Future<Integer>();
    var waiting = Threads.startAndAwaitParked(() -> future.get(Long.MAX_VALUE, TimeUnit.DAYS));
    future.set_result(5);
    assertThat(waiting.join()).isEqualTo(5);
    assertThat(future.get(Long.MIN_VALUE, TimeUnit.DAYS)).isEqualTo(5);
  }

  @Test
  void awaitTermination_asLongAsJavaCanSay() throws InterruptedException {
    var executor = new ThreadPoolExecutor(1);
    var gate = new CountDownLatch(1);
    var service = executor.as_executor_service();
    service.execute(() -> {
      try {
        gate.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    });
    service.shutdown();
    var waiting = Threads.startAndAwaitParked(() -> service.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS));
    gate.countDown();
    assertThat(waiting.join()).isTrue();
  }
}
