package pythonic.benchmarks;

import java.util.Locale;

/**
 * A row beside CPython.
 *
 * @param work what was done
 * @param unit of both figures
 * @param pythonic our figure
 * @param peer what of CPython's it is compared with
 * @param python its figure
 * @param mark at least so many times as good as CPython, 0 for none
 * @param better which figures are good
 */
record Measured(String work, String unit, double pythonic, String peer, double python, double mark, Better better) {

  enum Better {
    LESS,
    MORE
  }

  /** A row of times, or of sizes: less is better. */
  static Measured less(String work, String unit, double pythonic, String peer, double python, double mark) {
    return new Measured(work, unit, pythonic, peer, python, mark, Better.LESS);
  }

  /** A row of rates: more is better. */
  static Measured more(String work, String unit, double pythonic, String peer, double python, double mark) {
    return new Measured(work, unit, pythonic, peer, python, mark, Better.MORE);
  }

  double times() {
    return better == Better.LESS ? python / pythonic : pythonic / python;
  }

  boolean isMet() {
    return times() >= mark;
  }

  String markdown() {
    String verdict = mark == 0 ? "" : String.format(Locale.ROOT, " (mark %.1fx%s)", mark, isMet() ? "" : ", **missed**");
    return "| " + work + " | " + figure(pythonic) + " " + unit + " | " + peer + " " + figure(python) + " " + unit + " | "
        + String.format(Locale.ROOT, "%.2fx", times()) + verdict + " |";
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
  }
}
