package pythonic.multiprocessing.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.range;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.buffersize;
import static pythonic.builtins.Keywords.callback;
import static pythonic.builtins.Keywords.chunksize;
import static pythonic.builtins.Keywords.error_callback;
import static pythonic.builtins.Keywords.timeout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import pythonic.builtins.KeyError;
import pythonic.builtins.StopIteration;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Args;
import pythonic.multiprocessing.TimeoutError;
import pythonic.time.Time;

/** What CPython 3.13 answers to the same calls stands in each test; all use one pool of two workers. */
final class PoolMapTest {

  /** In a class of its own, for the workers initialise this one. */
  private static final class Shared {
    private static final Pool POOL = new Pool(2);
  }

  @AfterAll
  static void end() {
    Shared.POOL.terminate();
  }

  static int square(int x) {
    if (x == 3) {
      throw new ValueError("three");
    }
    return x * x;
  }

  static int add(int a, int b) {
    return a + b;
  }

  static void sleep(double seconds) {
    Time.sleep(seconds);
  }

  private static final class Failing implements Iterable<Integer> {
    @Override
    public Iterator<Integer> iterator() {
      var items = List.of(1, 2).iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return true;
        }

        @Override
        public Integer next() {
          if (items.hasNext()) {
            return items.next();
          }
          throw new KeyError("gen");
        }
      };
    }
  }

  @Test
  void map_givesTheResultsInTheOrderOfTheItems() {
    assertThat(Shared.POOL.map(PoolMapTest::square, List.of(1, 2, 4))).containsExactly(1, 4, 16);
    assertThat(Shared.POOL.map(x -> x + 1, range(1000))).hasSize(1000).startsWith(1, 2, 3).endsWith(1000);
    assertThat(Shared.POOL.map(PoolMapTest::square, range(4, 300), 7)).hasSize(296).startsWith(16).endsWith(299 * 299);
    assertThat(Shared.POOL.map(PoolMapTest::sleep, List.of(0.0, 0.0))).containsExactly(null, null);
    assertThat(Shared.POOL.map(x -> x, Arrays.asList(null, 1, null))).containsExactly(null, 1, null);
  }

  @Test
  void map_itemOfTheWrongType_raisesTypeError() {
    List<?> wrong = List.of(1, "two");
    @SuppressWarnings("unchecked")
    var items = (List<Integer>) wrong;
    assertThatThrownBy(() -> Shared.POOL.map(PoolMapTest::square, items)).isInstanceOf(TypeError.class).hasMessage("square() argument 1 must be int, not str");
  }

  @Test
  void row110_defaultChunksize_isAQuarterOfAWorkersShare() {
    assertThat(MapTasks.defaultChunksize(8, 2)).isEqualTo(1);
    assertThat(MapTasks.defaultChunksize(9, 2)).isEqualTo(2);
    assertThat(MapTasks.defaultChunksize(100, 2)).isEqualTo(13);
    assertThat(Shared.POOL.map(PoolMapTest::square, List.of())).isEmpty();
    assertThat(Shared.POOL.map_async(PoolMapTest::square, List.of()).ready()).isTrue();
  }

  @Test
  void row108_chunksizeBelowOne_isRefusedByImapAndMakesMapCallNothing() {
    assertThatThrownBy(() -> Shared.POOL.imap(PoolMapTest::square, List.of(1), 0)).isInstanceOf(ValueError.class).hasMessage("Chunksize must be 1+, not 0");
    assertThatThrownBy(() -> Shared.POOL.imap_unordered(PoolMapTest::square, List.of(1), chunksize(-2)))
        .isInstanceOf(ValueError.class).hasMessage("Chunksize must be 1+, not -2");
    assertThat(Shared.POOL.map(PoolMapTest::square, List.of(3, 3, 3), chunksize(0))).containsExactly(null, null, null);
    assertThat(Shared.POOL.starmap(PoolMapTest::add, List.of(args(1, 2)), chunksize(-1))).containsExactly((Integer) null);
  }

  @Test
  void starmap_unpacksEachItem() {
    assertThat(Shared.POOL.starmap(PoolMapTest::add, List.of(args(1, 2), args(3, 4)))).containsExactly(3, 7);
    assertThat(Shared.POOL.starmap(PoolMapTest::add, List.of(List.of(1, 2), List.of(3, 4)))).containsExactly(3, 7);
    assertThatThrownBy(() -> Shared.POOL.starmap(PoolMapTest::add, List.of(args(1)))).isInstanceOf(TypeError.class)
        .hasMessage("add() missing 1 required positional argument: 'b'");
    assertThatThrownBy(() -> Shared.POOL.starmap(PoolMapTest::add, List.of(1))).isInstanceOf(TypeError.class).hasMessage("'int' object is not iterable");
    assertThat(Shared.POOL.starmap_async(PoolMapTest::add, List.of(args(5, 6))).get()).containsExactly(11);
  }

  @Test
  void row106_mapAsync_callsBackOnceWithTheWholeListOrTheFirstError() {
    var seen = new CopyOnWriteArrayList<Object>();
    assertThat(Shared.POOL.map_async(PoolMapTest::square, List.of(1, 2), callback(seen::add)).get()).containsExactly(1, 4);
    assertThat(seen).containsExactly(List.of(1, 4));
    seen.clear();
    var failing = Shared.POOL.map_async(PoolMapTest::square, List.of(3, 1, 3, 2), chunksize(1), callback(seen::add), error_callback(e -> seen.add(e.getMessage())));
    failing.wait_();
    assertThat(failing.successful()).isFalse();
    assertThat(seen).containsExactly("three");
    assertThat(failing.toString()).matches("<multiprocessing\\.pool\\.MapResult object at 0x[0-9a-f]+>");
  }

  @Test
  void row109_imapError_isRaisedAtItsItemAndTheIteratorContinues() {
    var results = Shared.POOL.imap(PoolMapTest::square, List.of(1, 2, 3, 4, 5));
    assertThat(results.toString()).matches("<multiprocessing\\.pool\\.IMapIterator object at 0x[0-9a-f]+>");
    assertThat(results.next()).isEqualTo(1);
    assertThat(results.next()).isEqualTo(4);
    assertThatThrownBy(results::next).isInstanceOf(ValueError.class).hasMessage("three");
    assertThat(results.next()).isEqualTo(16);
    assertThat(results.next(10)).isEqualTo(25);
    assertThatThrownBy(() -> results.next(10)).isInstanceOf(StopIteration.class);
    assertThatThrownBy(results::next).isInstanceOf(StopIteration.class);
  }

  static Args swap(Args pair) {
    return args(pair.values().get(1), pair.values().get(0));
  }

  @Test
  void tuples_travelBothWays() {
    assertThat(Shared.POOL.map(PoolMapTest::swap, List.of(args(1, null), args("a", args(2.5))))).containsExactly(args(null, 1), args(args(2.5), "a"));
  }

  @Test
  void imapInChunks_anErrorIsTheLast() {
    var results = Shared.POOL.imap(PoolMapTest::square, List.of(1, 2, 3, 4, 5), 2);
    assertThat(results.next()).isEqualTo(1);
    assertThat(results.next()).isEqualTo(4);
    assertThatThrownBy(results::next).isInstanceOf(ValueError.class);
    assertThat(results.hasNext()).isFalse();
  }

  @Test
  void imapUnordered_givesEachResultOnce() {
    var seen = new ArrayList<Integer>();
    for (int result : Shared.POOL.imap_unordered(x -> x * 2, range(500))) {
      seen.add(result);
    }
    assertThat(seen).hasSize(500).doesNotHaveDuplicates().contains(0, 998);
    assertThat((Iterable<Integer>) Shared.POOL.imap_unordered(x -> x * 2, range(100), chunksize(7))).hasSize(100);
  }

  @Test
  void imap_iterableThatRaises_raisesAtItsItem() {
    var results = Shared.POOL.imap(PoolMapTest::square, new Failing());
    assertThat(results.next()).isEqualTo(1);
    assertThat(results.next()).isEqualTo(4);
    assertThatThrownBy(results::next).isInstanceOf(KeyError.class).hasMessage("'gen'");
    assertThat(results.hasNext()).isFalse();
    assertThatThrownBy(() -> Shared.POOL.map(PoolMapTest::square, new Failing())).isInstanceOf(KeyError.class);
  }

  @Test
  void row103_lateNext_raisesTimeoutErrorAndTheResultComesLater() {
    var results = Shared.POOL.imap(PoolMapTest::sleep, List.of(0.3));
    assertThatThrownBy(() -> results.next(0.01)).isInstanceOf(TimeoutError.class).hasMessage("");
    assertThat(results.next(timeout(null))).isNull();
    assertThatThrownBy(() -> results.next(0.1)).isInstanceOf(StopIteration.class);
  }

  @Test
  void itemThatCannotTravel_failsTheMap() {
    assertThatThrownBy(() -> Shared.POOL.map(x -> x, List.of(new ReentrantLock())))
        .isInstanceOf(TypeError.class).hasMessage("cannot pickle 'ReentrantLock' object: items[0]: java.util.concurrent.locks.ReentrantLock");
    assertThatThrownBy(() -> Shared.POOL.imap(x -> x, List.of(new ReentrantLock())).next()).isInstanceOf(TypeError.class);
  }

  /** Counts the items that were asked for; there is no end of them. */
  private static final class Endless implements Iterable<Integer> {
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public Iterator<Integer> iterator() {
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return true;
        }

        @Override
        public Integer next() {
          return asked.getAndIncrement();
        }
      };
    }
  }

  @Test
  void imapWithBuffersize_asksForSoManyItemsAhead() {
    var items = new Endless();
    try (var results = Shared.POOL.imap(x -> x + 1, items, buffersize(10))) {
      for (int i = 0; i < 1000; i++) {
        assertThat(results.next()).isEqualTo(i + 1);
        assertThat(items.asked.get()).isEqualTo(i + 11);
      }
    }
    assertThat(Shared.POOL.apply(PoolMapTest::add, args(1, 2))).isEqualTo(3);
  }

  @Test
  void imapOverAnEndlessIterable_endsWhenItIsClosed() {
    var items = new Endless();
    try (var results = Shared.POOL.imap_unordered(x -> x, items)) {
      assertThat(results.next()).isNotNull();
    }
    assertThat(Shared.POOL.map(PoolMapTest::square, List.of(1))).containsExactly(1);
  }

  @Test
  void longArgumentsAndResults_travelWhole() {
    byte[] bytes = new byte[3_000_000];
    new java.util.Random(1).nextBytes(bytes);
    List<byte[]> back = Shared.POOL.map((byte[] b) -> b, List.of(bytes, bytes, new byte[0], new byte[40_000]));
    assertThat(back.get(0)).isEqualTo(bytes);
    assertThat(back.get(1)).isEqualTo(bytes);
    assertThat(back.get(2)).isEmpty();
    assertThat(back.get(3)).hasSize(40_000);
  }
}
