package pythonic.benchmarks;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was measured for a work, in nanoseconds an operation.
 *
 * @param python null where no CPython was found
 */
record Row(Work work, double pythonic, double java, @Nullable Double python) {

  double timesJava() {
    return java / pythonic;
  }

  double timesPython() {
    return python == null ? 0 : python / pythonic;
  }

  String markdown() {
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %s %.1f | %s | %s | %s |",
        work.title(), pythonic, work.peer(), java, verdict(timesJava(), work.java()),
        python == null ? "-" : String.format(Locale.ROOT, "%.1f", python),
        python == null ? "-" : verdict(timesPython(), work.python()));
  }

  private static String verdict(double times, double mark) {
    String text = String.format(Locale.ROOT, "%.2fx", times);
    if (mark == 0) {
      return text;
    }
    return text + String.format(Locale.ROOT, " (mark %.0fx%s)", mark, times >= mark ? "" : ", **missed**");
  }
}
