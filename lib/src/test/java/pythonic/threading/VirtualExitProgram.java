package pythonic.threading;

import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.target;
import static pythonic.builtins.Keywords.virtual;

import pythonic.atexit.Atexit;
import pythonic.sys.Sys;

/** A program whose main thread ends before its virtual threads do. */
public final class VirtualExitProgram {

  private static final Event NEVER = new Event();

  private VirtualExitProgram() {}

  static void forever() {
    NEVER.wait_();
  }

  static void lateWord() {
    NEVER.wait_(0.3); // the main thread has surely ended, and the JVM would have too
    print("virtual ends");
  }

  static void chain() {
    NEVER.wait_(0.2);
    var platform = new Thread(target(() -> new Thread(target(VirtualExitProgram::lateWord), virtual(true)).start()));
    platform.start();
  }

  public static void main(String[] arguments) {
    Atexit.register(() -> print("atexit"));
    switch (arguments[0]) {
      case "chain" -> new Thread(target(VirtualExitProgram::chain), virtual(true)).start();
      case "daemon" -> new Thread(target(VirtualExitProgram::forever), virtual(true), daemon(true)).start();
      case "twice" -> {
        var first = new Thread(virtual(true));
        first.start();
        first.join();
        new Thread(target(VirtualExitProgram::lateWord), virtual(true)).start();
      }
      default -> new Thread(target(VirtualExitProgram::lateWord), virtual(true)).start();
    }
    print("main ends");
    if (arguments[0].equals("exit")) {
      Sys.exit(3);
    }
  }
}
