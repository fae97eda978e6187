package pythonic.os;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.NotImplementedError;
import pythonic.builtins.PermissionError;
import pythonic.builtins.ProcessLookupError;

/**
 * The functions of the module {@code os}.
 *
 * @see <a href="https://docs.python.org/3/library/os.html">Python: os</a>
 */
public final class Os {

  private static final int SIGKILL = 9;
  private static final int SIGTERM = 15;

  private Os() {}

  /** {@return the number of this process} */
  public static long getpid() {
    return ProcessHandle.current().pid();
  }

  /** {@return the number of the process that started this one, 0 if that is not known} */
  public static long getppid() {
    return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
  }

  /** {@return how many processors the machine has} */
  public static int cpu_count() {
    return Processors.online();
  }

  /** {@return how many processors this process may use} */
  public static int process_cpu_count() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** {@return the working directory} */
  public static String getcwd() {
    return Path.of("").toAbsolutePath().toString();
  }

  /** {@return the environment variables, which Java cannot change} */
  public static Map<String, String> environ() {
    return System.getenv();
  }

  /**
   * {@return an environment variable, null if it is not set}
   *
   * @param key its name
   */
  public static @Nullable String getenv(String key) {
    return System.getenv(key);
  }

  /**
   * {@return an environment variable}
   *
   * @param key its name
   * @param value what to give if it is not set
   */
  public static String getenv(String key, String value) {
    return System.getenv().getOrDefault(key, value);
  }

  /**
   * Ends this process at once: no thread goes on, and nothing is done that was to be done at exit.
   *
   * @param status the exit code
   */
  public static void _exit(int status) {
    Runtime.getRuntime().halt(status);
  }

  /**
   * Sends a signal to another process.
   *
   * @param pid the process
   * @param sig 15 (SIGTERM), 9 (SIGKILL) or 0, which only asks whether the process is there
   * @throws ProcessLookupError if there is no such process
   * @throws PermissionError if it may not be sent one
   * @throws NotImplementedError for any other signal, and for this process: Java sends none of these
   */
  public static void kill(long pid, int sig) {
    ProcessHandle process =
        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).orElseThrow(() -> new ProcessLookupError(3, "No such process"));
    boolean sent =
        switch (sig) {
          case 0 -> true;
          case SIGTERM -> other(process).destroy();
          case SIGKILL -> other(process).destroyForcibly();
          default -> throw new NotImplementedError("signal " + sig);
        };
    if (!sent && process.isAlive()) {
      throw new PermissionError(1, "Operation not permitted");
    }
  }

  private static ProcessHandle other(ProcessHandle process) {
    if (process.equals(ProcessHandle.current())) {
      throw new NotImplementedError("a signal to this process");
    }
    return process;
  }
}
