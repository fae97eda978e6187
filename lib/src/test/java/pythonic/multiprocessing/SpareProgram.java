package pythonic.multiprocessing;

import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import pythonic.time.Time;

/** Programs that spare JVMs and the AOT cache are tested with, by the name on the command line. */
public final class SpareProgram {

  static int count;

  private SpareProgram() {}

  /** Tells when it is initialised, which a spare must not do of itself. */
  static final class Loud {
    static {
      print("initialised in", Multiprocessing.current_process().name());
    }

    private Loud() {}

    static void hello() {
      print("hello", Multiprocessing.current_process().name());
    }
  }

  public static void main(String[] arguments) throws Exception {
    switch (arguments[0]) {
      case "fresh" -> fresh();
      case "loud" -> loud();
      case "one" -> one();
      case "idle" -> idle();
      case "waits" -> waits();
      case "lines" -> lines();
      case "makes" -> makes(Double.parseDouble(arguments[1]));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static Process run(Process process) {
    process.start();
    process.join();
    return process;
  }

  private static List<Long> jvms() {
    return ProcessHandle.current().children().map(ProcessHandle::pid).toList();
  }

  /** Waits until so many child JVMs are there, the JVM's own helpers not counted. */
  static void awaitJvms(int number) {
    while (jvms().size() != number) {
      Time.sleep(0.01);
    }
  }

  static void increment() {
    count++;
    print(count);
  }

  static void fresh() {
    Multiprocessing.set_forkserver_spares(1);
    Set<Long> spares = new HashSet<>();
    Set<Long> used = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      awaitJvms(1);
      spares.addAll(jvms());
      used.add(run(new Process(target(SpareProgram::increment))).pid());
    }
    print(used.size(), spares.containsAll(used));
  }

  static void loud() {
    for (int i = 0; i < 3; i++) {
      run(new Process(target(Loud::hello)));
      if (i > 0) {
        awaitJvms(1);
      }
    }
  }

  static void one() {
    run(new Process(target(SpareProgram::increment)));
    Time.sleep(0.5); // a spare would be made meanwhile
    print(jvms());
  }

  static void idle() {
    Multiprocessing.set_forkserver_spares(2, 0.2);
    awaitJvms(2);
    awaitJvms(0);
    print("gone");
    Multiprocessing.set_forkserver_spares(1, 60);
    awaitJvms(1);
    Multiprocessing.set_forkserver_spares(0, 60);
    awaitJvms(0);
    print("dismissed");
    Multiprocessing.set_forkserver_spares(1, 60);
    awaitJvms(1);
    print(jvms().getFirst());
  }

  static void grandparent() {
    Multiprocessing.set_forkserver_spares(1);
    awaitJvms(1);
    print(ProcessHandle.current().pid(), jvms().getFirst());
    Time.sleep(1e6);
  }

  static void waits() {
    Multiprocessing.set_forkserver_spares(2);
    awaitJvms(2);
    var _ = run(new Process(target(() -> print(0, 0))));
    awaitJvms(2);
    print(jvms().get(0), jvms().get(1));
    run(new Process(target(SpareProgram::grandparent)));
  }

  private static void printMany(String letter) {
    for (int i = 0; i < 10; i++) {
      print(letter.repeat(100_000));
      print(letter);
    }
  }

  /** Long and short lines from three processes at once. */
  static void lines() {
    List<Process> processes = Stream.of("a", "b", "c").map(each -> new Process(target(SpareProgram::printMany), args(each))).toList();
    processes.forEach(Process::start);
    processes.forEach(Process::join);
    Process last = processes.getLast();
    print(last.exitcode());
  }

  /** {@return whether the cache is made, or the program is told to wait no longer} */
  private static boolean hasCache() throws IOException {
    Path folder = Path.of(System.getenv("XDG_CACHE_HOME"), "pythonic");
    if (Files.exists(folder.resolveSibling("stop"))) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".aot"));
    }
  }

  static void makes(double seconds) throws IOException {
    run(new Process(target(n -> print("child", n)), args(1)));
    double end = Time.monotonic() + seconds;
    while (Time.monotonic() < end && !hasCache()) {
      Time.sleep(0.05);
    }
    print("end");
  }
}
