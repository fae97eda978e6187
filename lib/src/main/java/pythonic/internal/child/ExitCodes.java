package pythonic.internal.child;

import org.jspecify.annotations.Nullable;

/**
 * Exit codes in Python's terms. Java reports 128 + n for a process that signal n ended, and for one that exited with
 * 128 + n as well; the child's own word, sent before it exits, tells the two apart.
 */
final class ExitCodes {

  private static final int SIGNAL_BASE = 128;
  private static final int SIGNALS = 64;

  private ExitCodes() {}

  static int of(int exitValue, @Nullable Integer announced) {
    if (announced != null && exitValue == (announced & 0xff)) {
      return announced;
    }
    boolean signalled = exitValue > SIGNAL_BASE && exitValue <= SIGNAL_BASE + SIGNALS;
    return signalled ? SIGNAL_BASE - exitValue : exitValue;
  }
}
