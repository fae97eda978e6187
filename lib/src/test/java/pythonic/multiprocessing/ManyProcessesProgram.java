package pythonic.multiprocessing;

import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pythonic.time.Time;

/** Starts many processes: together, or one after the other. */
public final class ManyProcessesProgram {

  /** After these all has been loaded that the library needs, and whatever it keeps is there. */
  private static final int FIRST = 5;

  private ManyProcessesProgram() {}

  static void tell(int number) {
    print("child", number);
  }

  static void nothing() {}

  /** The program: {@code together} or {@code successive}, a start method, and how many. */
  public static void main(String[] arguments) {
    Multiprocessing.set_start_method(arguments[1]);
    int count = Integer.parseInt(arguments[2]);
    if (arguments[0].equals("together")) {
      together(count);
    } else {
      successive(count);
    }
  }

  private static void together(int count) {
    List<Process> all =
        IntStream.range(0, count).mapToObj(i -> new Process(target(ManyProcessesProgram::tell), args(i))).toList();
    all.forEach(Process::start);
    all.forEach(Process::join);
    print("exit codes", all.stream().map(Process::exitcode).distinct().toList(), Multiprocessing.active_children());
  }

  private static void successive(int count) {
    run(FIRST);
    long[] before = held();
    run(count);
    long[] after = held();
    for (int i = 0; i < 50 && (after[0] > before[0] || after[1] > before[1] || after[2] > before[2]); i++) {
      Time.sleep(0.1); // threads that are about to end
      after = held();
    }
    if (after[0] > before[0]) {
      System.err.println(threads().toList());
    }
    for (int i = 0; i < before.length; i++) {
      print(before[i], after[i]);
    }
  }

  private static void run(int count) {
    for (int i = 0; i < count; i++) {
      var process = new Process(target(ManyProcessesProgram::nothing));
      process.start();
      process.join();
      if (!Integer.valueOf(0).equals(process.exitcode())) {
        throw new IllegalStateException("process " + i + " ended with " + process.exitcode());
      }
    }
  }

  /** What the program has: threads, descriptors, files of its own, KiB of heap. */
  private static long[] held() {
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024;
    return new long[] {
      threads().count(), size(Path.of("/proc/self/fd"), ""), files(), heap
    };
  }

  /**
   * The threads but for those that the JDK keeps for later: a reaper stays for a minute after its process, and as many come as
   * ends of processes overlap; carriers of virtual threads come up to the number of processors.
   */
  private static Stream<String> threads() {
    var all = ManagementFactory.getThreadMXBean();
    return Stream.of(all.getThreadInfo(all.getAllThreadIds())).filter(Objects::nonNull).map(ThreadInfo::getThreadName)
        .filter(name -> !name.startsWith("process reaper") && !name.startsWith("ForkJoinPool-1-worker"));
  }

  private static long files() {
    String own = "pythonic-" + ProcessHandle.current().pid() + "-";
    return Stream.of(System.getProperty("java.io.tmpdir"), System.getenv().getOrDefault("XDG_RUNTIME_DIR", "/dev/shm"), "/dev/shm")
        .distinct().mapToLong(folder -> size(Path.of(folder), own)).sum();
  }

  private static long size(Path folder, String prefix) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().startsWith(prefix)).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
