package pythonic.benchmarks;

import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.target;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import pythonic.multiprocessing.Pipe;
import pythonic.multiprocessing.Process;
import pythonic.multiprocessing.connection.Connection;

/** Small messages through a pipe to another process and back, one at a time, and large ones one way, from when both are ready. */
final class PipeSubject implements Subject {

  private static final int ROUNDS = 7;
  private static final int TIMES = 50_000;
  private static final int LARGE = 1 << 20;
  private static final int LARGE_TIMES = 1000;
  private static final int LARGE_ROUNDS = 3;

  @Override
  public String name() {
    return "Pipe";
  }

  @Override
  public List<Measured> measure(Stage stage) {
    Map<String, Double> python = stage.python("pipe.py");
    Map<String, Double> ours = stage.java(PipeSubject.class);
    Map<String, Double> nativ = stage.java(List.of("--enable-native-access=ALL-UNNAMED"), PipeSubject.class);
    return List.of(
        Measured.less("Pipe, round trip of a small message", "us", ours.get("round"), "Pipe", python.get("round"), 2),
        Measured.less("the same with --enable-native-access", "us", nativ.get("round"), "Pipe", python.get("round"), 2),
        Measured.more("Pipe, byte arrays of 1 MiB, one way", "MiB/s", ours.get("stream"), "Pipe", python.get("stream"), 1),
        Measured.more("the same with --enable-native-access", "MiB/s", nativ.get("stream"), "Pipe", python.get("stream"), 1));
  }

  static void echo(Connection connection) {
    for (Object value = connection.recv(); value != null; value = connection.recv()) {
      connection.send(value);
    }
  }

  static void sink(Connection connection) {
    for (int i = 0; i < LARGE_ROUNDS; i++) {
      connection.send_bytes(new byte[1]);
      while (connection.recv_bytes().length > 0) {
        // what has arrived is dropped
      }
      connection.send_bytes(new byte[1]);
    }
  }

  /**
   * Measures.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    var pipe = new Pipe();
    Connection here = pipe.conn1();
    var process = new Process(target(PipeSubject::echo), args(pipe.conn2()));
    process.start();
    double best = Double.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      best = Math.min(best, round(here));
    }
    System.out.printf(Locale.ROOT, "round %f%n", best);
    here.send(null);
    process.join();
    double most = 0;
    var sink = new Process(target(PipeSubject::sink), args(pipe.conn2()));
    sink.start();
    for (int i = 0; i < LARGE_ROUNDS; i++) {
      most = Math.max(most, stream(here));
    }
    sink.join();
    System.out.printf(Locale.ROOT, "stream %f%n", most);
  }

  private static double round(Connection connection) {
    long begun = System.nanoTime();
    for (int i = 0; i < TIMES; i++) {
      connection.send(i);
      connection.recv();
    }
    return (System.nanoTime() - begun) / 1e3 / TIMES;
  }

  private static double stream(Connection connection) {
    var large = new byte[LARGE];
    connection.recv_bytes();
    long begun = System.nanoTime();
    for (int i = 0; i < LARGE_TIMES; i++) {
      connection.send_bytes(large);
    }
    connection.send_bytes(new byte[0]);
    connection.recv_bytes();
    return LARGE_TIMES / ((System.nanoTime() - begun) / 1e9);
  }
}
