package pythonic.concurrent.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pythonic.builtins.ValueError;
import pythonic.testing.Programs;
import pythonic.testing.Threads;

final class UnreadFailureTest {

  private final Logger logger = Logger.getLogger("concurrent.futures");
  private final ConcurrentLinkedQueue<Throwable> reported = new ConcurrentLinkedQueue<>();
  private final Handler handler = new Handler() {
    @Override
    public void publish(LogRecord log) {
      if (log.getThrown() != null && log.getMessage().startsWith("exception was never retrieved: <Future at ")) {
        reported.add(log.getThrown());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  };

  @BeforeEach
  void listen() {
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
  }

  private static Future<Integer> failed(Throwable raised) {
    var future = new Future<Integer>();
    future.set_exception(raised);
    return future;
  }

  private static void lose(Throwable raised) {
    assertThat(failed(raised).done()).isTrue();
  }

  @Test
  void failureThatNobodyRead_isReportedOnce_andNoOther() {
    var first = new ValueError("unread");
    var last = new ValueError("unread too");
    lose(first);
    readInAllWays();
    Threads.await("the report of the first", () -> {
      System.gc();
      return reported.contains(first);
    });
    lose(last);
    Threads.await("the report of the last", () -> {
      System.gc();
      return reported.contains(last);
    });
    assertThat(reported).filteredOn(e -> "read".equals(e.getMessage())).isEmpty();
    assertThat(reported).filteredOn(e -> e.equals(first)).hasSize(1);
  }

  private static void readInAllWays() {
    var error = new ValueError("read");
    assertThatThrownBy(() -> failed(error).result()).isSameAs(error);
    assertThat(failed(error).exception()).isSameAs(error);
    assertThatThrownBy(() -> failed(error).get()).hasCause(error);
    assertThat(failed(error).exceptionNow()).isSameAs(error);
    var seen = new ConcurrentLinkedQueue<Throwable>();
    failed(error).add_done_callback(future -> seen.add(future.exception()));
    assertThat(seen).containsExactly(error);
    try (var executor = new ThreadPoolExecutor(2)) {
      var results = executor.map(x -> { throw error; }, List.of(1));
      assertThatThrownBy(results::next).isSameAs(error);
    }
    var cancelled = new Future<Integer>();
    assertThat(cancelled.cancel()).isTrue();
  }

  /** A program that never asks for what its calls raise. */
  static final class NeverAsks {
    public static void main(String[] arguments) {
      var executor = new ThreadPoolExecutor(1);
      var unread = executor.submit(() -> { throw new ValueError("first"); });
      var read = executor.submit(() -> { throw new ValueError("second"); });
      read.exception();
      pythonic.builtins.Builtins.print(unread.done());
    }
  }

  @Test
  void failureThatNobodyRead_isReportedAtTheEndOfTheProgram() {
    var result = Programs.run(NeverAsks.class);
    assertThat(result.out()).isEqualTo("True\n");
    assertThat(result.err())
        .containsOnlyOnce("exception was never retrieved: <Future at ")
        .contains("ValueError: first")
        .doesNotContain("second");
    assertThat(result.code()).isZero();
  }
}
