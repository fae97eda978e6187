package pythonic.multiprocessing;

import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.target;

import java.util.concurrent.CountDownLatch;
import pythonic.atexit.Atexit;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.RuntimeError;
import pythonic.time.Time;

/** Programs that end, or are killed, at an awkward moment, by the name on the command line. */
public final class ShutdownProgram {

  private static final int STARTERS = 3;

  private ShutdownProgram() {}

  /** The program: {@code child}, {@code parent}, {@code starting}, {@code waiting}, {@code joining} or {@code stubborn}. */
  public static void main(String[] arguments) throws InterruptedException {
    switch (arguments[0]) {
      case "child" -> child();
      case "parent" -> parent();
      case "starting" -> starting();
      case "waiting" -> waiting();
      case "joining" -> joining();
      case "stubborn" -> stubborn();
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  static void sleeping() {
    Time.sleep(1e6);
  }

  /** At its exit there are still a child of its own, a spare, and a handler that never ends. */
  static void hangsAtExit() {
    Multiprocessing.set_forkserver_spares(1);
    new Process(target(ShutdownProgram::sleeping), daemon(true)).start();
    SpareProgram.awaitJvms(2);
    Atexit.register(() -> {
      print("exiting", ProcessHandle.current().pid());
      Time.sleep(1e6);
    });
  }

  /** Tells what the exit code was of a child that is killed in its exit handler. */
  static void child() {
    var process = new Process(target(ShutdownProgram::hangsAtExit));
    process.start();
    process.join();
    print("joined", process.exitcode());
  }

  static void parent() {
    new Process(target(ShutdownProgram::hangsAtExit)).start();
    hangsAtExit();
  }

  private static void tellAndSleep() {
    print("exiting", ProcessHandle.current().pid());
    Time.sleep(1e6);
  }

  /** One exit handler waits, and another comes after it. */
  static void waiting() {
    Atexit.register(() -> print("last"));
    Atexit.register(ShutdownProgram::tellAndSleep);
  }

  /** Ends, and waits for a child, a pool and a manager. */
  static void joining() {
    var manager = new Manager();
    new Process(target(ShutdownProgram::sleeping)).start();
    var pool = new pythonic.multiprocessing.pool.Pool(2);
    pool.apply_async(ShutdownProgram::tellAndSleep);
    pool.close();
    Atexit.register(() -> print("last", manager.address() != null));
  }

  /** An exit handler does not answer. */
  static void stubborn() {
    new Process(target(ShutdownProgram::sleeping), daemon(true)).start();
    Atexit.register(() -> {
      while (true) {
        try {
          tellAndSleep();
        } catch (KeyboardInterrupt e) {
          print("interrupted");
        }
      }
    });
  }

  private static void startOneAfterTheOther(CountDownLatch begun) {
    while (true) {
      var process = new Process(target(ShutdownProgram::sleeping), daemon(true));
      try {
        process.start();
      } catch (RuntimeError e) {
        print(e.getMessage());
        return;
      }
      begun.countDown();
      process.join(0.5);
      process.kill();
    }
  }

  /** Ends, or is killed, while threads start processes. */
  static void starting() throws InterruptedException {
    var begun = new CountDownLatch(STARTERS);
    for (int i = 0; i < STARTERS; i++) {
      Thread.ofPlatform().daemon().start(() -> startOneAfterTheOther(begun));
    }
    begun.await();
    print("started", ProcessHandle.current().pid());
  }
}
