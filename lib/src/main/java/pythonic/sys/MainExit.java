package pythonic.sys;

import java.lang.Thread.UncaughtExceptionHandler;
import pythonic.builtins.SystemExit;
import pythonic.internal.lifecycle.ExitStatus;
import pythonic.internal.lifecycle.JavaMain;
import pythonic.internal.lifecycle.Lifecycle;

/** Lets a SystemExit that leaves the main thread end the program with its code, without a word of Java's. */
final class MainExit implements UncaughtExceptionHandler {

  private final UncaughtExceptionHandler other;

  private MainExit(UncaughtExceptionHandler other) {
    this.other = other;
  }

  /** Installs it, unless the main thread has a handler of its own. */
  static void install() {
    Thread main = JavaMain.thread();
    ThreadGroup group = main.getThreadGroup();
    if (group != null && group.equals(main.getUncaughtExceptionHandler())) {
      main.setUncaughtExceptionHandler(new MainExit(group));
    }
  }

  @Override
  public void uncaughtException(Thread thread, Throwable exception) {
    if (exception instanceof SystemExit exit) {
      Lifecycle.exit(ExitStatus.of(exit));
    } else {
      other.uncaughtException(thread, exception);
    }
  }
}
