package pythonic.subprocess;

import java.util.List;

/** The names that Linux gives to signals. */
final class SignalNames {

  private static final List<String> NAMES =
      List.of("SIGHUP", "SIGINT", "SIGQUIT", "SIGILL", "SIGTRAP", "SIGABRT", "SIGBUS", "SIGFPE", "SIGKILL", "SIGUSR1",
          "SIGSEGV", "SIGUSR2", "SIGPIPE", "SIGALRM", "SIGTERM", "SIGSTKFLT", "SIGCHLD", "SIGCONT", "SIGSTOP", "SIGTSTP",
          "SIGTTIN", "SIGTTOU", "SIGURG", "SIGXCPU", "SIGXFSZ", "SIGVTALRM", "SIGPROF", "SIGWINCH", "SIGIO", "SIGPWR", "SIGSYS");

  private static final int SIGRTMIN = 34;
  private static final int SIGRTMAX = 64;

  private SignalNames() {}

  /** {@return a signal as Python's texts name it} */
  static String describe(int signal) {
    if (signal >= 1 && signal <= NAMES.size()) {
      return member(NAMES.get(signal - 1), signal);
    }
    return switch (signal) {
      case SIGRTMIN -> member("SIGRTMIN", signal);
      case SIGRTMAX -> member("SIGRTMAX", signal);
      default -> "unknown signal " + signal;
    };
  }

  private static String member(String name, int signal) {
    return "<Signals." + name + ": " + signal + ">";
  }
}
