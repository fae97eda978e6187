package pythonic.internal.pool;

import java.util.List;
import java.util.Locale;

/** A timeline as a picture: a row for each worker, from left to right what it did. Its text is readable as it is. */
final class TimelinePicture {

  private static final int LEFT = 90;
  private static final int WIDTH = 880;
  private static final int RIGHT = 30;
  private static final int TOP = 56;
  private static final int ROW = 28;
  private static final int BAR = 18;
  private static final String WAITING = "#e8e8e8";

  /** Steps of the scale, of which the smallest is taken that leaves room for its numbers. */
  private static final double[] STEPS = {1, 2, 5, 10};

  private final StringBuilder out = new StringBuilder();
  private final long begin;
  private final double length;

  private TimelinePicture(long begin, List<List<Lane.Span>> rows) {
    this.begin = begin;
    long end = rows.stream().flatMap(List::stream).mapToLong(Lane.Span::to).max().orElse(begin + 1);
    length = Math.max(1, end - begin);
  }

  /** {@return the picture as SVG} */
  static String of(long begin, List<List<Lane.Span>> rows) {
    return new TimelinePicture(begin, rows).draw(rows);
  }

  private static String colour(Lane.Phase phase) {
    return switch (phase) {
      case START_UP -> "#e69f00";
      case WORKING -> "#0072b2";
      case EXIT -> "#999999";
    };
  }

  private static String name(Lane.Phase phase) {
    return switch (phase) {
      case START_UP -> "start-up";
      case WORKING -> "working";
      case EXIT -> "exit";
    };
  }

  private String draw(List<List<Lane.Span>> rows) {
    int bottom = TOP + rows.size() * ROW;
    int width = LEFT + WIDTH + RIGHT;
    int height = bottom + 36;
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
            + " font-family=\"sans-serif\" font-size=\"12\" fill=\"#222222\">",
        width, height, width, height);
    add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", width, height);
    legend();
    scale(bottom);
    for (int i = 0; i < rows.size(); i++) {
      row(i, rows.get(i));
    }
    return out.append("</svg>\n").toString();
  }

  private void legend() {
    int x = LEFT;
    for (Lane.Phase phase : Lane.Phase.values()) {
      key(x, colour(phase), name(phase));
      x += 90;
    }
    key(x, WAITING, "waiting");
  }

  private void key(int x, String colour, String name) {
    add("<rect x=\"%d\" y=\"14\" width=\"12\" height=\"12\" fill=\"%s\"/><text x=\"%d\" y=\"24\">%s</text>", x, colour, x + 18, name);
  }

  private void scale(int bottom) {
    double seconds = length / 1e6;
    double step = step(seconds / 8);
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step)));
    for (int i = 0; i * step <= seconds; i++) {
      double x = x(begin + (long) (i * step * 1e6));
      add("<path d=\"M%.1f %d V%d\" stroke=\"#cccccc\"/>", x, TOP - 8, bottom + 4);
      add("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%." + decimals + "f s</text>", x, bottom + 20, i * step);
    }
  }

  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double step : STEPS) {
      if (step * power >= least) {
        return step * power;
      }
    }
    return 10 * power;
  }

  private void row(int worker, List<Lane.Span> spans) {
    int y = TOP + worker * ROW;
    add("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">worker %d</text>", LEFT - 10, y + 13, worker);
    if (spans.isEmpty()) {
      return;
    }
    double from = x(spans.getFirst().from());
    add("<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>", from, y, x(spans.getLast().to()) - from, BAR, WAITING);
    for (Lane.Span span : spans) {
      double left = x(span.from());
      add(
          "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"><title>%s %.3f s</title></rect>",
          left, y, Math.max(0.3, x(span.to()) - left), BAR, colour(span.phase()), name(span.phase()), (span.to() - span.from()) / 1e6);
    }
  }

  private double x(long moment) {
    return LEFT + (double) (moment - begin) / length * WIDTH;
  }

  @SuppressWarnings("AnnotateFormatMethod") // its annotation is of a library that is no dependency
  private void add(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
