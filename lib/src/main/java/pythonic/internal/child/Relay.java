package pythonic.internal.child;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;

/**
 * Passes on what a child writes, where nobody sees the descriptors that it would inherit: in jshell, which shows what
 * goes through {@code System.out} alone.
 */
final class Relay {

  private static final int BUFFER_SIZE = 1 << 13;

  /** jshell runs its snippets in a JVM with this main class. */
  private static final boolean NEEDED = System.getProperty("sun.java.command", "").startsWith("jdk.jshell.execution.");

  private final List<Thread> threads;

  private Relay(List<Thread> threads) {
    this.threads = threads;
  }

  static boolean isNeeded() {
    return NEEDED;
  }

  /** {@return the relay of a process whose output is piped to this one} */
  static Relay of(Process process) {
    return new Relay(
        List.of(
            start(process, "stdout", process.getInputStream(), () -> System.out),
            start(process, "stderr", process.getErrorStream(), () -> System.err)));
  }

  private static Thread start(Process process, String name, InputStream in, Supplier<PrintStream> out) {
    return Thread.ofPlatform().daemon().name("pythonic-child-" + process.pid() + "-" + name).start(() -> pass(in, out));
  }

  private static void pass(InputStream in, Supplier<PrintStream> out) {
    var buffer = new byte[BUFFER_SIZE];
    try (in) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        out.get().write(buffer, 0, count);
        out.get().flush();
      }
    } catch (IOException e) {
      // the child has been ended in the middle of a write
    }
  }

  /** Waits until all that the ended process wrote is passed on. */
  void finish() {
    threads.forEach(Uninterruptibles::joinUninterruptibly);
  }
}
