package pythonic.subprocess;

import java.util.List;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.CallKeyword;
import pythonic.builtins.keywords.Encoding;
import pythonic.builtins.keywords.Errors;
import pythonic.builtins.keywords.OutputKeyword;
import pythonic.builtins.keywords.RunKeyword;
import pythonic.builtins.keywords.RunTextKeyword;
import pythonic.internal.calls.Given;

/**
 * The functions of the module {@code subprocess}. Those that give bytes give strings with a keyword for text among the others; the
 * compiler sees which.
 *
 * @see <a href="https://docs.python.org/3/library/subprocess.html">Python: subprocess</a>
 */
public final class Subprocess {

  /** A new pipe to the program. */
  public static final int PIPE = -1;

  /** Of stderr: where the output goes. */
  public static final int STDOUT = -2;

  /** Nothing to read, and nowhere to write. */
  public static final int DEVNULL = -3;

  private Subprocess() {}

  /**
   * Runs a program, and waits for its end. If the thread is interrupted, or the time is over, the program is killed.
   *
   * @param args its name and its arguments
   * @param keywords {@code input_}, {@code capture_output}, {@code timeout}, {@code check}, and those of {@link Popen}
   * @return its exit code, and what it wrote if that was to be kept
   * @throws CalledProcessError with {@code check(true)}, if the exit code is not 0
   * @throws TimeoutExpired if the program has not ended in time
   * @throws ValueError if keywords contradict each other
   * @throws pythonic.builtins.OSError if the program cannot be started, as of {@link Popen}
   */
  public static CompletedProcess<byte[]> run(List<?> args, RunKeyword... keywords) {
    return Runs.run(CommandLine.kept(args), keywords);
  }

  /** As {@link #run(List, RunKeyword...)}, with the program's name alone, or with {@code shell(true)} what the shell is to run. */
  public static CompletedProcess<byte[]> run(String args, RunKeyword... keywords) {
    return Runs.run(args, keywords);
  }

  /** As {@link #run(List, RunKeyword...)}, with text. */
  public static CompletedProcess<String> run(List<?> args, RunTextKeyword... keywords) {
    return Runs.run(CommandLine.kept(args), keywords);
  }

  /** As {@link #run(String, RunKeyword...)}, with text. */
  public static CompletedProcess<String> run(String args, RunTextKeyword... keywords) {
    return Runs.run(args, keywords);
  }

  /**
   * {@return what a program writes to standard output, once it has ended}
   *
   * @param args its name and its arguments
   * @param keywords as of {@link #run(List, RunKeyword...)}, but {@code stdout} and {@code check}
   * @throws CalledProcessError if the exit code is not 0
   * @throws TimeoutExpired if the program has not ended in time; it is killed
   */
  public static byte[] check_output(List<?> args, RunKeyword... keywords) {
    return Runs.<byte[]>output(CommandLine.kept(args), keywords);
  }

  /** As {@link #check_output(List, RunKeyword...)}, with the program's name alone, or what the shell is to run. */
  public static byte[] check_output(String args, RunKeyword... keywords) {
    return Runs.<byte[]>output(args, keywords);
  }

  /** As {@link #check_output(List, RunKeyword...)}, as text. */
  public static String check_output(List<?> args, RunTextKeyword... keywords) {
    return Runs.<String>output(CommandLine.kept(args), keywords);
  }

  /** As {@link #check_output(String, RunKeyword...)}, as text. */
  public static String check_output(String args, RunTextKeyword... keywords) {
    return Runs.<String>output(args, keywords);
  }

  /**
   * Runs a program, and waits for its end. Of a pipe nobody reads, so ask for none.
   *
   * @param args its name and its arguments
   * @param keywords {@code timeout}, and those of {@link Popen}
   * @return its exit code
   * @throws TimeoutExpired if the program has not ended in time; it is killed
   */
  public static int call(List<?> args, CallKeyword... keywords) {
    return Runs.call(CommandLine.kept(args), keywords);
  }

  /** As {@link #call(List, CallKeyword...)}, with the program's name alone, or with {@code shell(true)} what the shell is to run. */
  public static int call(String args, CallKeyword... keywords) {
    return Runs.call(args, keywords);
  }

  /**
   * Runs a program, and waits for its end.
   *
   * @param args its name and its arguments
   * @param keywords {@code timeout}, and those of {@link Popen}
   * @return 0
   * @throws CalledProcessError if the exit code is not 0
   * @throws TimeoutExpired if the program has not ended in time; it is killed
   */
  public static int check_call(List<?> args, CallKeyword... keywords) {
    return Runs.checked(CommandLine.kept(args), keywords);
  }

  /** As {@link #check_call(List, CallKeyword...)}, with the program's name alone, or with {@code shell(true)} what the shell is to run. */
  public static int check_call(String args, CallKeyword... keywords) {
    return Runs.checked(args, keywords);
  }

  /**
   * {@return what the shell's standard output and error were when it ran a command, without the last line break}
   *
   * @param cmd the command
   * @param keywords {@code encoding} and {@code errors}
   */
  public static String getoutput(String cmd, OutputKeyword... keywords) {
    return getstatusoutput(cmd, keywords).output();
  }

  /**
   * {@return the exit code of the shell when it ran a command, and what its standard output and error were, without the last line break}
   *
   * @param cmd the command
   * @param keywords {@code encoding} and {@code errors}
   */
  public static StatusOutput getstatusoutput(String cmd, OutputKeyword... keywords) {
    Encoding encoding = Given.find("getstatusoutput", keywords, Encoding.class);
    Errors errors = Given.find("getstatusoutput", keywords, Errors.class);
    var form = new TextForm(encoding == null ? null : encoding.name(), errors == null ? null : errors.name());
    return Runs.shell(cmd, form);
  }

  /**
   * {@return arguments as one line, in the way that programs on Windows read it}
   *
   * @param seq the arguments
   */
  public static String list2cmdline(Iterable<?> seq) {
    return CommandLine.of(seq);
  }
}
