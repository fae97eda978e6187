package pythonic.builtins;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.keywords.Bufsize;
import pythonic.builtins.keywords.CloseFds;
import pythonic.builtins.keywords.Creationflags;
import pythonic.builtins.keywords.Cwd;
import pythonic.builtins.keywords.Env;
import pythonic.builtins.keywords.Executable;
import pythonic.builtins.keywords.ExtraGroups;
import pythonic.builtins.keywords.PassFds;
import pythonic.builtins.keywords.Pipesize;
import pythonic.builtins.keywords.PreexecFn;
import pythonic.builtins.keywords.ProcessGroup;
import pythonic.builtins.keywords.RestoreSignals;
import pythonic.builtins.keywords.Shell;
import pythonic.builtins.keywords.StartNewSession;
import pythonic.builtins.keywords.Startupinfo;
import pythonic.builtins.keywords.Stderr;
import pythonic.builtins.keywords.Stdin;
import pythonic.builtins.keywords.Stdout;
import pythonic.builtins.keywords.Umask;
import pythonic.builtins.keywords.User;

/** The keywords of subprocesses. */
abstract sealed class SubprocessKeywords extends TargetKeywords permits RunKeywords {

  SubprocessKeywords() {}

  /**
   * {@code bufsize=size} of a Popen.
   *
   * @param size 0 for nothing, 1 for a line of text, -1 for the usual
   * @return the keyword
   */
  public static Bufsize bufsize(int size) {
    return new Bufsize(size);
  }

  /**
   * {@code executable=path} of a Popen.
   *
   * @param path its path, null for the first argument
   * @return the keyword
   */
  public static Executable executable(@Nullable Object path) {
    return new Executable(path);
  }

  /**
   * {@code stdin=source} of a Popen.
   *
   * @param source {@code PIPE}, {@code DEVNULL}, a number, a file or the end of a pipe; null for what this process reads
   * @return the keyword
   */
  public static Stdin stdin(@Nullable Object source) {
    return new Stdin(source);
  }

  /**
   * {@code stdout=sink} of a Popen.
   *
   * @param sink {@code PIPE}, {@code DEVNULL}, a number, a file or the end of a pipe; null for where this process writes
   * @return the keyword
   */
  public static Stdout stdout(@Nullable Object sink) {
    return new Stdout(sink);
  }

  /**
   * {@code stderr=sink} of a Popen.
   *
   * @param sink {@code PIPE}, {@code DEVNULL}, {@code STDOUT}, a number, a file or the end of a pipe; null for where this process does
   * @return the keyword
   */
  public static Stderr stderr(@Nullable Object sink) {
    return new Stderr(sink);
  }

  /**
   * {@code preexec_fn=function} of a Popen.
   *
   * @param function must be null
   * @return the keyword
   */
  public static PreexecFn preexec_fn(@Nullable Object function) {
    return new PreexecFn(function);
  }

  /**
   * {@code close_fds=value} of a Popen.
   *
   * @param value false makes no difference: Java passes none on
   * @return the keyword
   */
  public static CloseFds close_fds(boolean value) {
    return new CloseFds(value);
  }

  /**
   * {@code shell=value} of a Popen.
   *
   * @param value true for the shell
   * @return the keyword
   */
  public static Shell shell(boolean value) {
    return new Shell(value);
  }

  /**
   * {@code cwd=path} of a Popen.
   *
   * @param path a folder, null for where this process works
   * @return the keyword
   */
  public static Cwd cwd(@Nullable Object path) {
    return new Cwd(path);
  }

  /**
   * {@code env=variables} of a Popen.
   *
   * @param variables all its variables, null for those of this process
   * @return the keyword
   */
  public static Env env(@Nullable Map<String, ? extends @Nullable Object> variables) {
    return new Env(variables);
  }

  /**
   * {@code startupinfo=value} of a Popen.
   *
   * @param value must be null
   * @return the keyword
   */
  public static Startupinfo startupinfo(@Nullable Object value) {
    return new Startupinfo(value);
  }

  /**
   * {@code creationflags=bits} of a Popen.
   *
   * @param bits must be 0
   * @return the keyword
   */
  public static Creationflags creationflags(int bits) {
    return new Creationflags(bits);
  }

  /**
   * {@code restore_signals=value} of a Popen.
   *
   * @param value false makes no difference
   * @return the keyword
   */
  public static RestoreSignals restore_signals(boolean value) {
    return new RestoreSignals(value);
  }

  /**
   * {@code start_new_session=value} of a Popen.
   *
   * @param value true for one
   * @return the keyword
   */
  public static StartNewSession start_new_session(boolean value) {
    return new StartNewSession(value);
  }

  /**
   * {@code pass_fds=numbers} of a Popen.
   *
   * @param numbers must be empty
   * @return the keyword
   */
  public static PassFds pass_fds(Collection<Integer> numbers) {
    return new PassFds(numbers);
  }

  /**
   * {@code user=who} of a Popen.
   *
   * @param who a name or a number, null for the same
   * @return the keyword
   */
  public static User user(@Nullable Object who) {
    return new User(who);
  }

  /**
   * {@code extra_groups=groups} of a Popen.
   *
   * @param groups names or numbers, null for the same
   * @return the keyword
   */
  public static ExtraGroups extra_groups(@Nullable List<? extends Object> groups) {
    return new ExtraGroups(groups);
  }

  /**
   * {@code umask=bits} of a Popen.
   *
   * @param bits such as 0077, -1 for the same
   * @return the keyword
   */
  public static Umask umask(int bits) {
    return new Umask(bits);
  }

  /**
   * {@code pipesize=size} of a Popen.
   *
   * @param size -1 for the usual; Java cannot set it
   * @return the keyword
   */
  public static Pipesize pipesize(int size) {
    return new Pipesize(size);
  }

  /**
   * {@code process_group=number} of a Popen.
   *
   * @param number must be null
   * @return the keyword
   */
  public static ProcessGroup process_group(@Nullable Integer number) {
    return new ProcessGroup(number);
  }
}
