package pythonic.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import pythonic.concurrent.futures.Executor;
import pythonic.concurrent.futures.ProcessPoolExecutor;
import pythonic.concurrent.futures.ThreadPoolExecutor;

/**
 * What two processors give to work that only computes: through an executor of two processes, and in turn with it by two
 * bare JVMs, which have nothing in common, and by two threads. So what the machine does not give, as other programs or its
 * host take it, is not taken for the executor's.
 */
public final class PoolCpu {

  private static final int ROUNDS = 7;
  private static final int PARTS = 8;
  private static final int STEPS = 50_000_000;
  private static final List<Integer> ALL = Collections.nCopies(PARTS, STEPS);

  private PoolCpu() {}

  static long burn(int steps) {
    long x = 1;
    for (int i = 0; i < steps; i++) {
      x = (x * 1103515245 + 12345) % 2147483648L;
    }
    return x;
  }

  /**
   * Measures, and prints names and figures.
   *
   * @param arguments none; {@code bare} to be one of the bare JVMs, which computes for each line that it reads
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length > 0) {
      beBare();
    } else {
      measure();
    }
  }

  private static void beBare() throws IOException {
    try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        for (int i = 0; i < Integer.parseInt(line); i++) {
          burn(STEPS);
        }
        System.out.println("done");
      }
    }
  }

  private static void measure() throws IOException {
    try (var executor = new ProcessPoolExecutor(2); var threads = new ThreadPoolExecutor(2); var first = new Bare(); var second = new Bare()) {
      var pair = List.of(first, second);
      alone();
      map(executor);
      map(threads);
      half(pair);
      var cpu = new double[ROUNDS];
      var bare = new double[ROUNDS];
      var byThreads = new double[ROUNDS];
      var share = new double[ROUNDS];
      long[] before = system();
      long own = own();
      for (int i = 0; i < ROUNDS; i++) { // in turn, as what else the machine does comes and goes
        double alone = time(PoolCpu::alone);
        double process = time(() -> map(executor));
        double pure = time(() -> half(pair));
        cpu[i] = alone / process;
        bare[i] = alone / pure;
        share[i] = pure / process;
        byThreads[i] = alone / time(() -> map(threads));
      }
      own = own() - own;
      long[] after = system();
      print("cpu", median(cpu));
      print("bare", median(bare));
      print("threads", median(byThreads));
      print("share", median(share));
      print("others", Math.max(0, after[0] - before[0] - own / 10_000_000.0) / (after[2] - before[2]));
      print("host", (double) (after[1] - before[1]) / (after[2] - before[2]));
    }
  }

  private static void alone() {
    ALL.forEach(PoolCpu::burn);
  }

  private static void map(Executor executor) {
    executor.map(PoolCpu::burn, ALL).forEach(_ -> {});
  }

  private static void half(List<Bare> pair) {
    pair.forEach(bare -> bare.begin(PARTS / 2));
    pair.forEach(Bare::await);
  }

  private static double time(Runnable work) {
    long begun = System.nanoTime();
    work.run();
    return System.nanoTime() - begun;
  }

  private static double median(double[] figures) {
    Arrays.sort(figures);
    return figures[figures.length / 2];
  }

  private static void print(String name, double figure) {
    System.out.printf(Locale.ROOT, "%s %f%n", name, figure);
  }

  /** {@return what all programs have used, what the host took, and all there was, in hundredths of seconds of processors} */
  private static long[] system() throws IOException {
    Path stat = Path.of("/proc/stat");
    if (!Files.exists(stat)) {
      return new long[] {0, 0, System.nanoTime() / 10_000_000 * Runtime.getRuntime().availableProcessors()};
    }
    try (Stream<String> lines = Files.lines(stat)) {
      long[] times = Arrays.stream(lines.findFirst().orElseThrow().split(" +")).skip(1).mapToLong(Long::parseLong).toArray();
      return new long[] {times[0] + times[1] + times[2] + times[5] + times[6], times[7], Arrays.stream(times).limit(8).sum()};
    }
  }

  /** {@return how many nanoseconds of processors this program and its processes have used} */
  private static long own() {
    ProcessHandle self = ProcessHandle.current();
    return Stream.concat(Stream.of(self), self.descendants())
        .mapToLong(process -> process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L)).sum();
  }

  /** A JVM that computes and knows nothing of the library's processes. */
  private static final class Bare implements AutoCloseable {

    private final Process process;
    private final PrintStream to;
    private final BufferedReader from;

    Bare() throws IOException {
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      process = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), PoolCpu.class.getName(), "bare")
          .redirectError(ProcessBuilder.Redirect.INHERIT).start();
      to = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
      from = process.inputReader(StandardCharsets.UTF_8);
    }

    void begin(int parts) {
      to.println(parts);
    }

    void await() {
      try {
        if (from.readLine() == null) {
          throw new IllegalStateException("a bare JVM has ended");
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      to.close();
      process.destroy();
    }
  }
}
