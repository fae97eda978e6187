package pythonic.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import pythonic.testing.CPython;
import pythonic.testing.Programs;
import pythonic.time.Time;

/**
 * Measures sockets and struct beside plain Java and CPython in one run, prints one table and writes it, with a picture, to {@code
 * docs/benchmarks/sockets.md}.
 */
public final class SocketBenchmarks {

  private static final int MINIMUM_PYTHON = 12;
  private static final int CLIENTS = 64;
  private static final long SECONDS = 3;

  /**
   * A row of rates: more is better.
   *
   * @param javaMark at least so many times as good as plain Java, 0 for none
   * @param pythonMark at least so many times as good as CPython, 0 for none
   */
  record Rate(String work, String unit, double ours, double java, double python, double javaMark, double pythonMark) {

    boolean isMet() {
      return ours / java >= javaMark && ours / python >= pythonMark;
    }

    String markdown() {
      return String.format(Locale.ROOT, "| %s, %s | %.1f | %.1f | %s | %.1f | %s |", work, unit, ours, java, verdict(ours / java, javaMark), python,
          verdict(ours / python, pythonMark));
    }

    private static String verdict(double times, double mark) {
      return String.format(Locale.ROOT, "%.2fx", times)
          + (mark == 0 ? "" : String.format(Locale.ROOT, " (mark %.1fx%s)", mark, times >= mark ? "" : ", **missed**"));
    }
  }

  private SocketBenchmarks() {}

  /**
   * Measures.
   *
   * @param arguments the folder of the module
   */
  public static void main(String[] arguments) throws IOException {
    Path module = Path.of(arguments[0]);
    CPython.Interpreter python = CPython.find(MINIMUM_PYTHON).orElseThrow(() -> new IOException("sockets are measured beside CPython, which is not here"));
    List<Rate> rows;
    try (var stage = new Stage(module, python)) {
      Map<String, Double> theirs = stage.python("sockets.py", "measure");
      Map<String, Double> ours = stage.java(SocketWorks.class, "ours");
      Map<String, Double> plain = stage.java(SocketWorks.class, "plain");
      String script = module.resolve("src/jmh/python/sockets.py").toString();
      double pythonRequests = requests(List.of(python.path(), script, "serve"));
      double ourRequests = requests(server("ours"));
      double plainRequests = requests(server("plain"));
      String thousand = "thousand/s";
      rows = List.of(
          new Rate("Echo round trips, platform threads", thousand, ours.get("echo"), plain.get("echo"), theirs.get("echo"), 1, 2),
          new Rate("Echo round trips, virtual threads", thousand, ours.get("echo_virtual"), plain.get("echo_virtual"), theirs.get("echo"), 1, 2),
          new Rate("Requests of 64 clients, ThreadingTCPServer", thousand, ourRequests, plainRequests, pythonRequests, 1, 4),
          new Rate("`select` over 1,000 idle sockets and 10 busy ones", thousand, ours.get("select"), plain.get("select"), theirs.get("select"), 0, 2),
          new Rate("`sendfile` of 1 GiB", "MiB/s", ours.get("sendfile"), plain.get("sendfile"), theirs.get("sendfile"), 0, 1),
          new Rate("`Struct.pack`, five values", thousand, ours.get("pack"), plain.get("pack"), theirs.get("pack"), 0, 2),
          new Rate("`Struct.unpack`, five values", thousand, ours.get("unpack"), plain.get("unpack"), theirs.get("unpack"), 0, 2));
    }
    String table = table(rows, python);
    System.out.print(table);
    Path docs = Files.createDirectories(module.resolveSibling("docs/benchmarks"));
    Files.writeString(docs.resolve("sockets.md"), table);
    Files.writeString(docs.resolve("sockets.svg"), picture(rows));
  }

  private static List<String> server(String whose) {
    return List.of(Programs.java(), "-cp", System.getProperty("java.class.path"), SocketWorks.class.getName(), "serve", whose);
  }

  /** {@return how many thousand lines a second a server sends back, to clients that are the same for all servers} */
  private static double requests(List<String> command) throws IOException {
    Process server = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader out = server.inputReader()) {
      int port = Integer.parseInt(out.readLine());
      var answered = new LongAdder();
      var isOver = new AtomicBoolean();
      var connected = new CountDownLatch(CLIENTS);
      var clients = new ArrayList<Thread>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(PlainSockets.start(true, () -> ask(port, connected, answered, isOver)));
      }
      await(connected);
      pause(SECONDS); // the server's code is compiled meanwhile
      long before = answered.sum();
      long begun = System.nanoTime();
      pause(SECONDS);
      double rate = (answered.sum() - before) / ((System.nanoTime() - begun) / 1e9) / 1000;
      isOver.set(true);
      clients.forEach(SocketWorks::join);
      return rate;
    } finally {
      server.getOutputStream().close();
      server.destroy();
    }
  }

  private static void ask(int port, CountDownLatch connected, LongAdder answered, AtomicBoolean isOver) throws IOException {
    byte[] line = ("x".repeat(63) + "\n").getBytes(StandardCharsets.US_ASCII);
    var answer = new byte[line.length];
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      connected.countDown();
      while (!isOver.get()) {
        socket.getOutputStream().write(line);
        if (socket.getInputStream().readNBytes(answer, 0, answer.length) < answer.length) {
          throw new IOException("the server has hung up");
        }
        answered.increment();
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pause(long seconds) {
    Time.sleep(seconds);
  }

  private static String table(List<Rate> rows, CPython.Interpreter python) {
    var lines = new ArrayList<String>();
    lines.add("# Sockets");
    lines.add("");
    lines.add("All of one run on " + Runtime.getRuntime().availableProcessors() + " processors, JDK " + Runtime.version().feature()
        + " beside plain java.net or NIO and CPython 3." + python.minor() + ", the best of several rounds. The server and its clients are two processes, and"
        + " the clients the same for all. Written by `mvn -q -Pbenchmarks -pl lib -Dbenchmarks.main=pythonic.benchmarks.SocketBenchmarks`. Only the"
        + " ratios mean anything on another machine. What is behind the figures stands in [architecture.md](../architecture.md).");
    lines.add("");
    lines.add("![how much of the marks is reached](sockets.svg)");
    lines.add("");
    lines.add("| work | Pythonic | plain Java | times as good | CPython | times as good |");
    lines.add("|---|---|---|---|---|---|");
    rows.forEach(row -> lines.add(row.markdown()));
    return String.join("\n", lines) + "\n";
  }

  private static String picture(List<Rate> rows) {
    int height = (rows.size() + 1) * 24;
    var svg = new StringBuilder();
    svg.append(String.format(Locale.ROOT, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900\" height=\"%d\" font-family=\"sans-serif\" font-size=\"13\">%n", height));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n<text x=\"8\" y=\"16\" font-weight=\"bold\">times as good as CPython (bars end at 10)</text>\n");
    for (int i = 0; i < rows.size(); i++) {
      Rate row = rows.get(i);
      double times = row.ours() / row.python();
      int y = (i + 1) * 24;
      double bar = Math.min(times, 10) * 40;
      svg.append(String.format(Locale.ROOT, "<text x=\"8\" y=\"%d\">%s</text>%n", y + 16, row.work().replace("`", "")));
      svg.append(String.format(Locale.ROOT, "<rect x=\"360\" y=\"%d\" width=\"%.0f\" height=\"16\" fill=\"%s\"/>%n", y + 4, bar, row.isMet() ? "#3a7d44" : "#b5452c"));
      svg.append(String.format(Locale.ROOT, "<text x=\"%.0f\" y=\"%d\">%.2f</text>%n", 366 + bar, y + 16, times));
    }
    return svg.append(String.format(Locale.ROOT, "<line x1=\"400\" y1=\"24\" x2=\"400\" y2=\"%d\" stroke=\"black\" stroke-dasharray=\"3\"/>%n</svg>%n", height)).toString();
  }
}
