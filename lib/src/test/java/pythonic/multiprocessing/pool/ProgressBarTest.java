package pythonic.multiprocessing.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Builtins.range;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.chunksize;
import static pythonic.builtins.Keywords.progress_bar;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pythonic.builtins.RuntimeError;
import pythonic.concurrent.futures.ProcessPoolExecutor;
import pythonic.concurrent.futures.ThreadPoolExecutor;
import pythonic.testing.Programs;

/** The bar goes to standard error of the whole program, so each program is one of its own. */
@SuppressWarnings("serial") // written as a user would write it
final class ProgressBarTest {

  static int square(int x) {
    return x * x;
  }

  /** Prints the sum of what the pools give; the bars go to standard error. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) {
      int sum = 0;
      try (var pool = new ThreadPool(2)) {
        sum += pool.map(ProgressBarTest::square, range(100), progress_bar(true)).getLast();
        sum += pool.starmap((Integer a, Integer b) -> a + b, List.of(args(1, 2), args(3, 4)), progress_bar(true)).getLast();
        for (int each : pool.imap(ProgressBarTest::square, range(101), chunksize(2), progress_bar(true))) {
          sum += each;
        }
        for (int each : pool.imap_unordered(ProgressBarTest::square, range(102), progress_bar(true))) {
          sum += each;
        }
      }
      try (var executor = new ThreadPoolExecutor(2)) {
        for (int each : executor.map(ProgressBarTest::square, range(103), progress_bar(true))) {
          sum += each;
        }
      }
      try (var executor = new ProcessPoolExecutor(1)) {
        for (int each : executor.map(ProgressBarTest::square, range(104), chunksize(10), progress_bar(true))) {
          sum += each;
        }
        var given = executor.map(ProgressBarTest::square, range(1000), progress_bar(true));
        given.next();
        given.close();
      }
      System.out.println(sum);
    }
  }

  /** Asks for a bar that cannot be drawn. */
  static final class WithoutLibrary {
    private WithoutLibrary() {}

    public static void main(String[] arguments) {
      try (var pool = new ThreadPool(1)) {
        System.out.println(pool.map(ProgressBarTest::square, range(3)));
        pool.map(ProgressBarTest::square, range(3), progress_bar(true));
      } catch (RuntimeError e) {
        System.out.println(e.getMessage());
      }
    }
  }

  private static Programs.Result run(String classPath, String property, Class<?> main) {
    return Programs.run(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath, property, main.getName()));
  }

  private static int sumOfSquares(int below) {
    return range(below).stream().mapToInt(x -> x * x).sum();
  }

  private static final String SUM =
      99 * 99 + 7 + sumOfSquares(101) + sumOfSquares(102) + sumOfSquares(103) + sumOfSquares(104) + System.lineSeparator();

  @Test
  void aTerminal_showsEachBarToItsEnd() {
    var result = run(System.getProperty("java.class.path"), "-Dpythonic.progress=always", Program.class);
    assertThat(result.out()).isEqualTo(SUM);
    assertThat(result.err()).contains("100/100", "2/2", "101/101", "102/102", "103/103", "104/104", "100%");
  }

  @Test
  void noTerminal_isLeftAlone() {
    var result = run(System.getProperty("java.class.path"), "-Dpythonic.progress=auto", Program.class);
    assertThat(result.out()).isEqualTo(SUM);
    assertThat(result.err()).isEmpty();
  }

  @Test
  void withoutTheLibrary_theErrorNamesIt() {
    var entries = new ArrayList<>(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
    assertThat(entries.removeIf(entry -> entry.contains("progressbar"))).isTrue();
    var result = run(entries.stream().collect(Collectors.joining(File.pathSeparator)), "-Dpythonic.progress=auto", WithoutLibrary.class);
    assertThat(result.out().lines()).containsExactly("[0, 1, 4]", "progress_bar(true) needs me.tongfei:progressbar on the class path");
    assertThat(Stream.of(result.err())).containsExactly("");
  }
}
