package pythonic.internal.lifecycle;

import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Keywords.target;

import java.util.concurrent.CountDownLatch;
import pythonic.atexit.Atexit;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Procedure0;
import pythonic.os.Os;
import pythonic.sys.Sys;
import pythonic.threading.Thread;

/** A program that ends in the way that its argument names. */
public final class ExitProgram {

  private ExitProgram() {}

  @SuppressWarnings("DoNotCallSuggester") // it is called, and fails
  public static void bad() {
    throw new ValueError("bad");
  }

  public static void leave() {
    Sys.exit(9);
  }

  public static void main(String[] arguments) {
    var release = new CountDownLatch(1);
    Lifecycle.beforeExit(release::countDown); // done last, so the other thread surely ends after the pools
    Atexit.register(word -> print(word), "atexit first");
    Procedure0 taken = Atexit.register(() -> print("never"));
    Atexit.register((a, b) -> print(a, b), "atexit", "second");
    Atexit.unregister(taken);
    Lifecycle.beforeExit(() -> print("pool first"));
    Lifecycle.beforeExit(() -> print("never")).cancel();
    Lifecycle.beforeExit(() -> print("pool second", Lifecycle.isExiting()));
    switch (arguments[0]) {
      case "return" -> otherThread(new CountDownLatch(0));
      case "exit-with-thread" -> {
        otherThread(release);
        Sys.exit(3);
      }
      case "none" -> Sys.exit();
      case "null" -> Sys.exit(null);
      case "true" -> Sys.exit(true);
      case "big" -> Sys.exit(259);
      case "message" -> Sys.exit("message");
      case "float" -> Sys.exit(1.5);
      case "in-thread" -> new Thread(target(ExitProgram::leave)).start();
      case "other-error" -> {
        try {
          Sys.exit(3);
        } catch (Error _) {
          throw new ValueError("after exit was caught");
        }
      }
      case "own-handler" -> {
        java.lang.Thread.currentThread().setUncaughtExceptionHandler((_, e) -> print("own handler", e));
        Sys.exit(3);
      }
      case "halt" -> Os._exit(4);
      case "bad-atexit" -> {
        Atexit.register(ExitProgram::bad);
        Atexit.register(ExitProgram::leave);
        Lifecycle.beforeExit(ExitProgram::bad);
      }
      case "late" -> Atexit.register(() -> {
        try {
          Lifecycle.beforeExit(() -> print("never"));
        } catch (RuntimeError e) {
          print(e);
        }
      });
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void otherThread(CountDownLatch release) {
    new Thread(target(() -> {
      release.await();
      print("thread");
    })).start();
  }
}
