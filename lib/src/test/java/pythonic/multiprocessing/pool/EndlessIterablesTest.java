package pythonic.multiprocessing.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Keywords.buffersize;
import static pythonic.builtins.Keywords.chunksize;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pythonic.builtins.Generator;
import pythonic.concurrent.futures.ProcessPoolExecutor;
import pythonic.concurrent.futures.ThreadPoolExecutor;
import pythonic.testing.Programs;

/** An iterable without an end, and results that are asked for slowly or for long: the memory stays bounded. */
@SuppressWarnings("serial") // written as a user would write it
final class EndlessIterablesTest {

  private static final int BUFFER = 8;

  /** Counts from 0 on, for ever, and how many were asked for. */
  private static final class Count implements Iterable<Integer> {
    private final AtomicInteger given = new AtomicInteger();

    @Override
    public Iterator<Integer> iterator() {
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return true;
        }

        @Override
        public Integer next() {
          return given.getAndIncrement();
        }
      };
    }
  }

  static int same(int x) {
    return x;
  }

  private static void takeSome(Count items, Generator<Integer> results, int ahead) {
    int sum = 0;
    for (int taken = 0; taken < 500; taken++) {
      sum += results.next();
      assertThat(items.given.get()).isLessThanOrEqualTo(taken + 1 + ahead);
    }
    results.close();
    assertThat(sum).isPositive();
  }

  @Test
  void imap_withABuffer_asksForNoMoreThanThat() {
    try (var threads = new ThreadPool(2); var processes = new Pool(2)) {
      for (Pool pool : List.of(threads, processes)) {
        var items = new Count();
        takeSome(items, pool.imap(EndlessIterablesTest::same, items, buffersize(BUFFER)), BUFFER);
        var unordered = new Count();
        takeSome(unordered, pool.imap_unordered(EndlessIterablesTest::same, unordered, buffersize(BUFFER)), BUFFER);
        var chunks = new Count();
        takeSome(chunks, pool.imap(EndlessIterablesTest::same, chunks, chunksize(4), buffersize(BUFFER)), BUFFER + 4);
      }
    }
  }

  @Test
  void executorMap_withABuffer_asksForNoMoreThanThat() {
    try (var threads = new ThreadPoolExecutor(2); var processes = new ProcessPoolExecutor(2)) {
      var items = new Count();
      takeSome(items, threads.map(EndlessIterablesTest::same, items, buffersize(BUFFER)), BUFFER);
      var others = new Count();
      takeSome(others, processes.map(EndlessIterablesTest::same, others, buffersize(BUFFER)), BUFFER);
    }
  }

  /** Takes many large items through each lazy call: 2 GB altogether. */
  static final class LargeItems {
    private static final int SIZE = 1 << 20;
    private static final int MANY = 500;

    private LargeItems() {}

    private static long lengths(Generator<byte[]> results) {
      long sum = 0;
      for (int i = 0; i < MANY; i++) {
        sum += results.next().length;
      }
      results.close();
      return sum;
    }

    @SuppressWarnings("UnnecessaryLambda") // an iterable of their own for each call
    private static Iterable<byte[]> items() {
      return () -> java.util.stream.Stream.generate(() -> new byte[SIZE]).iterator();
    }

    static byte[] give(byte[] item) {
      return item;
    }

    public static void main(String[] arguments) {
      long sum = 0;
      try (var pool = new ThreadPool(2); var executor = new ThreadPoolExecutor(2)) {
        sum += lengths(pool.imap(LargeItems::give, items(), buffersize(4)));
        sum += lengths(pool.imap_unordered(LargeItems::give, items(), buffersize(4)));
        sum += lengths(executor.map(LargeItems::give, items(), buffersize(4)));
      }
      try (var pool = new Pool(1)) {
        sum += lengths(pool.imap(LargeItems::give, items(), buffersize(4)));
      }
      System.out.println(sum >> 20);
    }
  }

  @Test
  void muchMoreThanTheHeapHolds_passesThrough() {
    var result = Programs.run(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-cp", System.getProperty("java.class.path"),
            LargeItems.class.getName()));
    assertThat(result.err()).isEmpty();
    assertThat(result.out().strip()).isEqualTo(String.valueOf(4 * LargeItems.MANY));
  }
}
