package pythonic.multiprocessing;

import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.target;

import java.util.List;
import pythonic.atexit.Atexit;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.RuntimeError;
import pythonic.sys.Sys;
import pythonic.time.Time;

/** Programs that contexts and what children take over are tested with, by the name on the command line. */
public final class ContextProgram {

  private ContextProgram() {}

  public static void main(String[] arguments) {
    switch (arguments[0]) {
      case "inherits" -> inherits();
      case "guard" -> guard();
      case "logs" -> logs();
      case "atexit" -> atexit();
      case "interrupt" -> interrupt();
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static Process run(Process process) {
    process.start();
    process.join();
    return process;
  }

  static void inherited(byte[] key) {
    try {
      Multiprocessing.set_start_method("forkserver");
    } catch (RuntimeError e) {
      boolean same = java.util.Arrays.equals(Multiprocessing.current_process().authkey(), key);
      print(Multiprocessing.get_start_method(), same, Sys.argv(), e);
    }
  }

  static void inherits() {
    Multiprocessing.set_start_method("spawn");
    Sys.argv().addAll(List.of("lesson", "x"));
    Multiprocessing.current_process().authkey(new byte[] {1, 2});
    run(new Process(target(() -> inherited(new byte[] {1, 2}))));
    run(Multiprocessing.get_context("forkserver").Process(target(() -> print(Multiprocessing.get_start_method()))));
  }

  static void guard() {
    print("main");
    run(new Process(target(() -> print("child"))));
  }

  static void logsInChild() {
    Multiprocessing.get_logger().warning("in child");
    Sys.exit(3);
  }

  static void forever() {
    Time.sleep(1e6);
  }

  static void logs() {
    print(Multiprocessing.log_to_stderr(20));
    run(new Process(target(ContextProgram::logsInChild)));
    new Process(target(() -> Sys.stdin().readline()), daemon(true)).name("never started");
    var spawn = Multiprocessing.get_context("spawn");
    var daemonic = spawn.Process(target(ContextProgram::forever), daemon(true));
    daemonic.name("Process-2");
    Multiprocessing.get_logger().level(50);
    daemonic.start();
    Multiprocessing.get_logger().level(20);
    Multiprocessing.get_logger().log(25, "sub");
    Multiprocessing.get_logger().critical("end");
  }

  static void atexitInChild() {
    Atexit.register(word -> print(word), "child's");
  }

  static void atexit() {
    Atexit.register(word -> print(word), "parent's");
    run(new Process(target(ContextProgram::atexitInChild)));
    print("joined");
  }

  static void cleansUp() {
    try {
      forever();
    } catch (KeyboardInterrupt e) {
      print("cleaned up");
    }
  }

  static void interrupt() {
    var first = new Process(target(ContextProgram::cleansUp));
    var second = new Process(target(ContextProgram::forever));
    for (Process process : List.of(first, second)) {
      process.start();
      process.interrupt(); // before it has begun: it is for the target all the same
      process.join();
    }
    print(first.exitcode());
    print(second.exitcode());
  }
}
