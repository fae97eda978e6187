package pythonic.subprocess;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.NotImplementedError;
import pythonic.internal.errors.SystemError;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.ProcessEnd;

/** A program that was started. The JDK takes note of its end, asked or not, so none is left as a zombie. */
final class RunningProgram {

  private static final int SIGKILL = 9;
  private static final int SIGTERM = 15;
  private static final int SIGNAL_BASE = 128;
  private static final int SIGNALS = 64;

  private final Process process;

  RunningProgram(Process process) {
    this.process = process;
  }

  long pid() {
    return process.pid();
  }

  /** {@return the exit code in Python's terms, null while it runs} */
  @Nullable Integer exitCode() {
    if (process.isAlive()) {
      return null;
    }
    int value = process.exitValue();
    return value > SIGNAL_BASE && value <= SIGNAL_BASE + SIGNALS ? SIGNAL_BASE - value : value;
  }

  /** Waits for its end. {@return false if the deadline passed first} */
  boolean await(Deadline deadline) {
    return ProcessEnd.await(process, deadline);
  }

  /** By its handle: the JDK's Process would close the pipes too. */
  void signal(int number) {
    boolean sent = switch (number) {
      case 0 -> true;
      case SIGTERM -> process.toHandle().destroy();
      case SIGKILL -> process.toHandle().destroyForcibly();
      default -> sendByShell(number);
    };
    if (!sent && process.isAlive()) {
      throw SystemError.EPERM.raised();
    }
  }

  private boolean sendByShell(int number) {
    if (number < 0 || number > SIGNALS) {
      throw SystemError.EINVAL.raised();
    }
    if (File.separatorChar == '\\') {
      throw new NotImplementedError("signal " + number);
    }
    var builder = new ProcessBuilder("/bin/sh", "-c", "kill -" + number + " " + pid());
    File nothing = Launch.nothing();
    builder.redirectInput(Redirect.from(nothing)).redirectOutput(Redirect.to(nothing)).redirectError(Redirect.to(nothing));
    try {
      var shell = new RunningProgram(builder.start());
      shell.await(Deadline.NEVER);
      return Integer.valueOf(0).equals(shell.exitCode());
    } catch (IOException e) {
      throw SystemError.of(e);
    }
  }
}
