package pythonic.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Curves of growth, ours and CPython's, a panel each; both axes are logarithmic, so what grows in proportion has the slope 1. */
final class GrowthPicture {

  private static final int WIDTH = 300;
  private static final int HEIGHT = 240;
  private static final int LEFT = 50;
  private static final int TOP = 30;
  private static final int GAP = 80;

  private final StringBuilder svg = new StringBuilder();

  private GrowthPicture() {}

  /** {@return the points of a curve: the figures of a name and a number, by the number} */
  static NavigableMap<Double, Double> curve(String name, Map<String, Double> figures) {
    var points = new TreeMap<Double, Double>();
    figures.forEach((key, figure) -> {
      if (key.startsWith(name + "_")) {
        points.put(Double.valueOf(key.substring(name.length() + 1)), figure);
      }
    });
    return points;
  }

  static String svg(List<String> names, Map<String, Double> ours, Map<String, Double> theirs) {
    var picture = new GrowthPicture();
    picture.add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">",
        LEFT + names.size() * (WIDTH + GAP), TOP + HEIGHT + 50);
    picture.add("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
    for (int i = 0; i < names.size(); i++) {
      picture.panel(LEFT + i * (WIDTH + GAP), names.get(i), curve(names.get(i), ours), curve(names.get(i), theirs));
    }
    return picture.svg.append("</svg>\n").toString();
  }

  private void panel(int left, String name, NavigableMap<Double, Double> ours, NavigableMap<Double, Double> theirs) {
    double lowest = Math.min(min(ours), min(theirs)) / 1.5;
    double highest = Math.max(max(ours), max(theirs)) * 1.5;
    add("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#999\"/>", left, TOP, WIDTH, HEIGHT);
    add("<text x=\"%d\" y=\"18\" font-weight=\"bold\">ms by %s</text>", left, name);
    for (double x : ours.keySet()) {
      add("<text x=\"%.0f\" y=\"%d\" text-anchor=\"middle\">%s</text>", left + at(x, ours.firstKey(), ours.lastKey()) * WIDTH, TOP + HEIGHT + 16, label(x));
    }
    for (double y = Math.pow(10, Math.ceil(Math.log10(lowest))); y <= highest; y *= 10) {
      double height = TOP + HEIGHT - at(y, lowest, highest) * HEIGHT;
      add("<line x1=\"%d\" y1=\"%.0f\" x2=\"%d\" y2=\"%.0f\" stroke=\"#ddd\"/>", left, height, left + WIDTH, height);
      add("<text x=\"%d\" y=\"%.0f\" text-anchor=\"end\">%s</text>", left - 4, height + 4, label(y));
    }
    line(left, ours, lowest, highest, "#3a7d44");
    line(left, theirs, lowest, highest, "#b5452c");
    add("<text x=\"%d\" y=\"%d\" fill=\"#3a7d44\">Pythonic</text>", left + 8, TOP + HEIGHT + 36);
    add("<text x=\"%d\" y=\"%d\" fill=\"#b5452c\">CPython</text>", left + 80, TOP + HEIGHT + 36);
  }

  private void line(int left, NavigableMap<Double, Double> points, double lowest, double highest, String colour) {
    var path = new StringBuilder();
    points.forEach((x, y) -> path.append(String.format(Locale.ROOT, "%.1f,%.1f ",
        left + at(x, points.firstKey(), points.lastKey()) * WIDTH, TOP + HEIGHT - at(y, lowest, highest) * HEIGHT)));
    add("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", path.toString().strip(), colour);
  }

  private static double min(NavigableMap<Double, Double> points) {
    return points.values().stream().mapToDouble(Double::doubleValue).min().orElse(1);
  }

  private static double max(NavigableMap<Double, Double> points) {
    return points.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
  }

  private static double at(double value, double from, double to) {
    return Math.log(value / from) / Math.log(to / from);
  }

  private static String label(double value) {
    return value >= 1e6 ? String.format(Locale.ROOT, "%.0fM", value / 1e6)
        : value >= 1000 ? String.format(Locale.ROOT, "%.0fk", value / 1000)
        : value >= 1 ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.2g", value);
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
