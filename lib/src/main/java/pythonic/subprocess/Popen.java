package pythonic.subprocess;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.keywords.CommunicateKeyword;
import pythonic.builtins.keywords.InputBytes;
import pythonic.builtins.keywords.InputText;
import pythonic.builtins.keywords.PopenKeyword;
import pythonic.builtins.keywords.TextPopenKeyword;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.calls.Given;
import pythonic.internal.waiting.Deadline;

/**
 * A program that was started. Its pipes carry bytes, or text if a keyword says so ({@code text(true)}, {@code encoding("gbk")}); the
 * compiler knows which: {@code new Popen<>(...)}. Safe for use by several threads.
 *
 * <p>Java does not fork the process, so what Python warns of, locks that are held by other threads when it does, does not arise.
 *
 * @param <S> byte[] or String: what the pipes carry
 * @see <a href="https://docs.python.org/3/library/subprocess.html#subprocess.Popen">Python: subprocess.Popen</a>
 */
public final class Popen<S> implements AutoCloseable {

  private static final int SIGKILL = 9;
  private static final int SIGTERM = 15;
  private static final int REPR_AT_MOST = 80;

  private final Object args;
  private final boolean isText;
  private final RunningProgram program;
  private final @Nullable PipeWriter<S> stdin;
  private final @Nullable PipeReader<S> stdout;
  private final @Nullable PipeReader<S> stderr;
  private final Communication<S> communication;

  /** Null until someone has asked and was told. */
  private volatile @Nullable Integer returncode;

  /**
   * Starts a program.
   *
   * @param args its name and its arguments; with {@code shell(true)} the first is for the shell to run
   * @param keywords {@code stdin}, {@code stdout}, {@code stderr}, {@code shell}, {@code cwd}, {@code env}, ...
   * @throws pythonic.builtins.FileNotFoundError if there is no such program, or no such folder to work in
   * @throws pythonic.builtins.PermissionError if it may not be run
   * @throws pythonic.builtins.NotImplementedError for what Java cannot do: {@code preexec_fn}, {@code pass_fds}, {@code process_group}
   */
  @SafeVarargs
  public Popen(List<?> args, PopenKeyword<S>... keywords) {
    this(Settings.of(CommandLine.kept(args), keywords));
  }

  /**
   * Starts a program.
   *
   * @param args its name; with {@code shell(true)} what the shell is to run
   * @param keywords as of {@link #Popen(List, PopenKeyword...)}, which says what is raised
   */
  @SafeVarargs
  public Popen(String args, PopenKeyword<S>... keywords) {
    this(Settings.of(args, keywords));
  }

  /**
   * Starts a program whose pipes carry text.
   *
   * @param args its name and its arguments; with {@code shell(true)} the first is for the shell to run
   * @param keywords as of {@link #Popen(List, PopenKeyword...)}, which says what is raised; one of {@code text},
   *     {@code encoding}, {@code errors}, {@code universal_newlines} is among them
   */
  @SafeVarargs
  public Popen(List<?> args, TextPopenKeyword<S>... keywords) {
    this(Settings.of(CommandLine.kept(args), keywords));
  }

  /**
   * Starts a program whose pipes carry text.
   *
   * @param args its name; with {@code shell(true)} what the shell is to run
   * @param keywords as of {@link #Popen(List, TextPopenKeyword...)}
   */
  @SafeVarargs
  public Popen(String args, TextPopenKeyword<S>... keywords) {
    this(Settings.of(args, keywords));
  }

  @SuppressWarnings("unchecked") // the keywords that say which form have the type parameter of that form
  Popen(Settings settings) {
    var form = (Form<S>) settings.form();
    args = settings.args();
    isText = form.isText();
    try (var streams = new StandardStreams(settings.stdin(), settings.stdout(), settings.stderr())) {
      program = new RunningProgram(Launch.start(settings, streams));
      stdin = streams.in() == null ? null : new PipeWriter<>(streams.in(), form, settings.bufsize());
      stdout = streams.out() == null ? null : new PipeReader<>(streams.out(), form);
      stderr = streams.err() == null ? null : new PipeReader<>(streams.err(), form);
    }
    communication = new Communication<>(form, stdin, stdout, stderr);
  }

  /** {@return the arguments: a list or a string} */
  public Object args() {
    return args;
  }

  /** {@return the number of the process} */
  public long pid() {
    return program.pid();
  }

  /**
   * {@return the exit code as it was when last asked for by {@link #poll}, {@link #wait_} or {@link #communicate}; null if it had not
   * ended} If signal n ended it, the code is -n. Java cannot tell that from an exit with 128 + n, which shells do when a
   * program of theirs was ended by a signal; so 129 to 192 are taken for signals.
   */
  public @Nullable Integer returncode() {
    return returncode;
  }

  /** {@return what the program reads, null if that is no pipe} */
  public @Nullable PipeWriter<S> stdin() {
    return stdin;
  }

  /** {@return what the program writes, null if that is no pipe} */
  public @Nullable PipeReader<S> stdout() {
    return stdout;
  }

  /** {@return what the program writes to standard error, null if that is no pipe} */
  public @Nullable PipeReader<S> stderr() {
    return stderr;
  }

  /** {@return whether the pipes carry text} */
  public boolean universal_newlines() {
    return isText;
  }

  /** {@return the exit code, null while the program runs} */
  public @Nullable Integer poll() {
    Integer code = program.exitCode();
    if (code != null) {
      returncode = code;
    }
    return code;
  }

  /**
   * Waits for the program's end. A program whose pipe is full waits for somebody to read it, so {@link #communicate} is safer.
   *
   * @return the exit code
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted; the program goes on
   */
  public int wait_() {
    return await(Deadline.NEVER, 0);
  }

  /**
   * Waits for the program's end.
   *
   * @param timeout seconds; 0 and less only looks, infinity is no limit
   * @return the exit code
   * @throws TimeoutExpired if the program has not ended in time; it goes on
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted; the program goes on
   */
  public int wait_(double timeout) {
    return await(Deadline.after(Math.min(timeout, 1e9)), timeout); // Python takes any number, infinity too
  }

  /**
   * Waits for the program's end.
   *
   * @param timeout null for no limit
   * @return the exit code
   * @throws TimeoutExpired as {@link #wait_(double)}
   */
  public int wait_(Timeout timeout) {
    return timeout.seconds() == null ? wait_() : wait_(timeout.seconds());
  }

  private int await(Deadline deadline, double timeout) {
    if (!program.await(deadline)) {
      throw new TimeoutExpired(args, timeout);
    }
    Integer code = poll();
    return code == null ? 0 : code;
  }

  /**
   * Reads all that the program writes to its pipes, and waits for its end; it reads the end of its input.
   *
   * @return what it wrote
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted; the program goes on, and nothing is lost
   */
  public Output<S> communicate() {
    return communicate((Object) null, null);
  }

  /**
   * Sends the program an input, reads all that it writes to its pipes, and waits for its end.
   *
   * @param input what it is to read, null for nothing; a program that does not read it all is no error
   * @return what it wrote
   * @throws pythonic.builtins.ValueError if it is given an input and an earlier call has begun to communicate
   */
  public Output<S> communicate(@Nullable S input) {
    return communicate((Object) input, null);
  }

  /**
   * As {@link #communicate(Object)}, for a limited time.
   *
   * @param input what it is to read, null for nothing
   * @param timeout seconds
   * @return what it wrote
   * @throws TimeoutExpired if it has not ended in time; it goes on, and another call without input goes on where this one
   *     was, with the rest of the input and with what was written before
   */
  public Output<S> communicate(@Nullable S input, double timeout) {
    return communicate((Object) input, timeout);
  }

  /**
   * As {@link #communicate(Object, double)}.
   *
   * @param keywords {@code input_} and {@code timeout}
   * @return what it wrote
   * @throws TimeoutExpired as {@link #communicate(Object, double)}
   */
  public Output<S> communicate(CommunicateKeyword... keywords) {
    InputBytes bytes = Given.find("Popen.communicate", keywords, InputBytes.class);
    InputText text = Given.find("Popen.communicate", keywords, InputText.class);
    Timeout timeout = Given.find("Popen.communicate", keywords, Timeout.class);
    Object input = bytes != null ? bytes.value() : text != null ? text.value() : null;
    return communicate(input, timeout == null ? null : timeout.seconds());
  }

  Output<S> communicate(@Nullable Object input, @Nullable Double timeout) {
    Deadline deadline = Deadline.afterOrNever(timeout);
    if (!communication.run(input, deadline) || !program.await(deadline)) {
      throw new TimeoutExpired(args, timeout == null ? 0 : timeout, communication.outputSoFar(), communication.errorsSoFar());
    }
    poll();
    return communication.output();
  }

  /**
   * Sends the program a signal; does nothing if it has ended. Only this process gets it, not those that it has started.
   *
   * @param sig the number; others than 9 and 15 are sent by the program {@code kill}
   * @throws pythonic.builtins.OSError if there is no such signal
   */
  public void send_signal(int sig) {
    if (poll() == null) {
      program.signal(sig);
    }
  }

  /** Asks the program to end, by SIGTERM where the system has it; does nothing if it has ended. */
  public void terminate() {
    send_signal(SIGTERM);
  }

  /** Ends the program, by SIGKILL where the system has it; does nothing if it has ended. */
  public void kill() {
    send_signal(SIGKILL);
  }

  /**
   * Python's {@code __exit__}: closes the pipes, and waits for the program's end.
   *
   * @throws pythonic.builtins.BrokenPipeError if something is still to be sent and the program reads no more
   */
  @Override
  public void close() {
    if (stdout != null) {
      stdout.close();
    }
    if (stderr != null) {
      stderr.close();
    }
    try {
      if (stdin != null) {
        stdin.close();
      }
    } finally {
      wait_();
    }
  }

  /** {@return Python's repr, such as {@code <Popen: returncode: None args: ['true']>}} */
  @Override
  public String toString() {
    String text = "<Popen: returncode: " + Builtins.str(returncode) + " args: " + Builtins.repr(args) + ">";
    return text.length() > REPR_AT_MOST ? text.substring(0, REPR_AT_MOST - 4) + "...>" : text;
  }
}
