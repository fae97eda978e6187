package pythonic.benchmarks;

import java.util.List;
import java.util.Locale;

/** The table as a picture: a bar for each work, how many times as fast as Java's peer, with a line at 1. */
final class Picture {

  private static final int ROW = 24;
  private static final int LEFT = 220;
  private static final int UNIT = 160;
  private static final double LONGEST = 3;

  private Picture() {}

  static String svg(List<Row> rows) {
    int height = (rows.size() + 2) * ROW;
    int width = LEFT + (int) (LONGEST * UNIT) + 80;
    var svg = new StringBuilder();
    add(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"13\">", width, height);
    add(svg, "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
    add(svg, "<text x=\"8\" y=\"16\" font-weight=\"bold\">times as fast as the class of java.util.concurrent</text>");
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      int y = (i + 1) * ROW;
      double bar = Math.min(row.timesJava(), LONGEST) * UNIT;
      String colour = row.timesJava() >= row.work().java() ? "#3a7d44" : "#b5452c";
      add(svg, "<text x=\"8\" y=\"%d\">%s</text>", y + 16, row.work().title());
      add(svg, "<rect x=\"%d\" y=\"%d\" width=\"%.0f\" height=\"%d\" fill=\"%s\"/>", LEFT, y + 4, bar, ROW - 8, colour);
      add(svg, "<text x=\"%.0f\" y=\"%d\">%.2f</text>", LEFT + bar + 6, y + 16, row.timesJava());
    }
    add(svg, "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"black\" stroke-dasharray=\"3\"/>", LEFT + UNIT, ROW, LEFT + UNIT, height - ROW);
    return svg.append("</svg>\n").toString();
  }

  private static void add(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
