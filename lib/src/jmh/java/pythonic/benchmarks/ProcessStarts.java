package pythonic.benchmarks;

import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import pythonic.multiprocessing.Multiprocessing;
import pythonic.time.Time;

/** Starts processes one after the other, and prints the medians in milliseconds. */
final class ProcessStarts {

  private static final int STARTS = 15;

  /** The first are not counted: they load the library, and have no spare. */
  private static final int COLD = 4;

  private ProcessStarts() {}

  /** The target: writes down how long it took to get here. */
  static void begin(long nanos, String file) throws IOException {
    double millis = (System.nanoTime() - nanos) / 1e6; // on Linux the same clock in all processes
    Files.writeString(Path.of(file), Double.toString(millis));
  }

  /**
   * Measures.
   *
   * @param arguments the start method, and seconds to rest after each process, in which a spare gets warm
   */
  public static void main(String[] arguments) throws IOException {
    Multiprocessing.set_start_method(arguments[0]);
    double rest = Double.parseDouble(arguments[1]);
    Path file = Files.createTempFile("processes", ".txt");
    var first = new double[STARTS];
    var whole = new double[STARTS];
    for (int i = 0; i < STARTS; i++) {
      long begun = System.nanoTime();
      var process = Multiprocessing.get_context().Process(target(ProcessStarts::begin), args(begun, file.toString()));
      process.start();
      process.join();
      whole[i] = (System.nanoTime() - begun) / 1e6;
      first[i] = Double.parseDouble(Files.readString(file));
      Time.sleep(rest);
    }
    System.out.printf(Locale.ROOT, "first %f%njoin %f%n", median(first), median(whole));
    Files.delete(file);
  }

  private static double median(double[] values) {
    double[] warm = Arrays.copyOfRange(values, COLD, values.length);
    Arrays.sort(warm);
    return warm[warm.length / 2];
  }
}
