package pythonic.internal.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names that Linux gives to signals. */
public final class SignalNames {

  private static final List<String> NAMES =
      List.of("SIGHUP", "SIGINT", "SIGQUIT", "SIGILL", "SIGTRAP", "SIGABRT", "SIGBUS", "SIGFPE", "SIGKILL", "SIGUSR1",
          "SIGSEGV", "SIGUSR2", "SIGPIPE", "SIGALRM", "SIGTERM", "SIGSTKFLT", "SIGCHLD", "SIGCONT", "SIGSTOP", "SIGTSTP",
          "SIGTTIN", "SIGTTOU", "SIGURG", "SIGXCPU", "SIGXFSZ", "SIGVTALRM", "SIGPROF", "SIGWINCH", "SIGIO", "SIGPWR", "SIGSYS");

  private static final int SIGPOLL = 29;
  private static final int SIGRTMIN = 34;
  private static final int SIGRTMAX = 64;

  private SignalNames() {}

  private static @Nullable String name(int signal) {
    if (signal >= 1 && signal <= NAMES.size()) {
      return NAMES.get(signal - 1);
    }
    return switch (signal) {
      case SIGRTMIN -> "SIGRTMIN";
      case SIGRTMAX -> "SIGRTMAX";
      default -> null;
    };
  }

  /** {@return a signal as the texts of {@code subprocess} name it} */
  public static String describe(int signal) {
    String name = name(signal);
    return name == null ? "unknown signal " + signal : "<Signals." + name + ": " + signal + ">";
  }

  /** {@return a signal as the texts of {@code multiprocessing} name it, its number if it has no name} */
  public static String plain(int signal) {
    String name = signal == SIGPOLL ? "SIGPOLL" : name(signal); // of two names it takes this one
    return name == null ? Integer.toString(signal) : name;
  }
}
